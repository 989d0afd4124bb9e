import Foundation
import RegisterStore
import Texts

/// The links with accounting systems that a run moved from one customer to another, or let go of, as the run's report keeps
/// them.
struct MovedLinks: Codable {
  let linkMoves: [LinkMove]
  /// Links with deleted records that the run let go of.
  var released: [ReleasedLink]?
  /// Those that it brought back.
  var restored: [ReleasedLink]?

  /// As a run's report, which has no sentences.
  var report: Text {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    // Texts and numbers always have a JSON form.
    return Text(verbatim: (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}")
  }

  /// Takes back the moves of a run that is undone: the latest first, those that still can be.
  ///
  /// - Returns: what was moved, for the report of the undo, which may be undone in turn; nil for nothing.
  static func takeBack(_ run: RunRecord, in writer: RegisterWriter) throws -> MovedLinks? {
    guard let moved = read(run) else { return nil }
    var back: [LinkMove] = []
    for move in moved.linkMoves.reversed() where try !writer.isForgotten(move.from) && writer.apply(move.inverse) {
      back.append(move.inverse)
    }
    let restored = try (moved.released ?? []).filter { try $0.restore(in: writer) }
    let released = try (moved.restored ?? []).filter { try $0.release(in: writer) }
    guard !(back.isEmpty && restored.isEmpty && released.isEmpty) else { return nil }
    return MovedLinks(
      linkMoves: back, released: released.isEmpty ? nil : released, restored: restored.isEmpty ? nil : restored)
  }

  /// True for a run that moved some.
  static func isFound(in run: RunRecord) -> Bool { read(run)?.linkMoves.isEmpty == false }

  private static func read(_ run: RunRecord) -> MovedLinks? {
    guard let report = run.report?.english, report.contains("linkMoves") else { return nil }
    return try? JSONDecoder().decode(MovedLinks.self, from: Data(report.utf8))
  }
}
