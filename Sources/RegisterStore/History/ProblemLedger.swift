package import CustomerModel
import Foundation
import GRDB
import Texts

/// Writes down every reject and warning of a run as it is found, within the run's own transaction.
///
/// A sentence is written once for all rows that share it, and nothing is kept of a problem once it is written.
package final class ProblemLedger {
  private struct TextKey: Hashable {
    let code: String
    let severity: Severity
    let heading: String?
    let message: String
    /// Nil where it is the same.
    let swedish: String?
  }

  private struct Place: Equatable {
    let file: String
    let sheet: String?
  }

  /// What stands in a message for the part that is a row's own.
  static let mark: Character = "\u{1}"
  /// Sentences that are remembered. More of them are of a file whose sentences are nearly all different: then it is as well
  /// to write one twice.
  private static let keptTexts = 4096

  private let db: Database
  private let run: Int64
  private let insert: SQLiteStatement
  private var texts: [TextKey: Int64] = [:]
  private var places: [Place] = []
  private var ordinal: Int64 = 0
  /// The value and the details of the problem at hand, one after the other.
  private var bytes: [UInt8] = []

  init(_ writer: RegisterWriter) throws {
    precondition(writer.run != 0, "problems belong to a run that began")
    (db, run) = (writer.db, writer.run)
    insert = try SQLiteStatement(db, "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    insert.bind(1, run)
  }

  /// Writes down one problem of a file's row.
  package func add(_ problem: ShownProblem, file: String, of owner: ProblemOwner) throws {
    let (message, detail) = Self.split(problem)
    let text = try self.text(
      TextKey(
        code: problem.code, severity: problem.severity, heading: problem.column, message: message.english,
        swedish: message.swedish == message.english ? nil : message.swedish))
    let swedishDetail = detail.flatMap { $0.swedish == $0.english ? nil : $0.swedish }
    ordinal += 1
    insert.bind(2, try part(Place(file: file, sheet: problem.sheet)))
    insert.bind(3, Int64(problem.row ?? 0))
    insert.bind(4, ordinal)
    insert.bind(5, text)
    // Never empty, so that it has an address.
    bytes.removeAll(keepingCapacity: true)
    bytes.append(0)
    if let value = problem.value { bytes.append(contentsOf: value.utf8) }
    let valueEnd = bytes.count
    if let detail { bytes.append(contentsOf: detail.english.utf8) }
    let detailEnd = bytes.count
    if let swedishDetail { bytes.append(contentsOf: swedishDetail.utf8) }
    try bytes.withUnsafeBytes { bytes in
      bind(6, problem.value == nil ? nil : UnsafeRawBufferPointer(rebasing: bytes[1..<valueEnd]))
      bind(7, detail == nil ? nil : UnsafeRawBufferPointer(rebasing: bytes[valueEnd..<detailEnd]))
      bind(8, owner.customer)
      bind(9, owner.key)
      bind(10, swedishDetail == nil ? nil : UnsafeRawBufferPointer(rebasing: bytes[detailEnd...]))
      try insert.run()
    }
  }

  private func bind(_ index: Int32, _ text: UnsafeRawBufferPointer?) {
    if let text { insert.bind(index, text) } else { insert.bindNull(index) }
  }

  private func bind(_ index: Int32, _ number: Int64?) {
    if let number { insert.bind(index, number) } else { insert.bindNull(index) }
  }

  /// The message with a mark for what is the row's own, and that.
  private static func split(_ problem: ShownProblem) -> (message: Text, detail: Text?) {
    guard let detail = problem.detail, let english = marked(problem.text.english, detail.english),
      let swedish = marked(problem.text.swedish, detail.swedish)
    else { return (problem.text, nil) }
    return (Text(en: english, sv: swedish), detail)
  }

  /// A message with a mark for its detail; nil for one without the detail.
  private static func marked(_ message: String, _ detail: String) -> String? {
    // A heading before it may be the same.
    guard !message.contains(mark), let place = message.range(of: detail, options: [.backwards, .literal]) else {
      return nil
    }
    return message.replacingCharacters(in: place, with: String(mark))
  }

  /// A message as it was before it was split.
  static func joined(_ message: String, _ detail: String?) -> String {
    guard let detail, let place = message.firstIndex(of: mark) else { return message }
    return message[..<place] + detail + message[message.index(after: place)...]
  }

  private func part(_ place: Place) throws -> Int64 {
    if let known = places.lastIndex(of: place) { return Int64(known) }
    places.append(place)
    let part = Int64(places.count - 1)
    try db.execute(
      sql: "INSERT INTO problem_source (run, part, file, sheet) VALUES (?, ?, ?, ?)",
      arguments: [run, part, place.file, place.sheet])
    return part
  }

  private func text(_ key: TextKey) throws -> Int64 {
    if let known = texts[key] { return known }
    if texts.count >= Self.keptTexts { texts.removeAll(keepingCapacity: true) }
    try db.cachedStatement(
      sql: "INSERT INTO problem_text (run, code, severity, heading, message, swedish) VALUES (?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [run, key.code, key.severity.rawValue, key.heading, key.message, key.swedish])
    texts[key] = db.lastInsertedRowID
    return db.lastInsertedRowID
  }
}

extension RegisterWriter {
  /// What takes the problems of the run, which must have begun.
  package func problemLedger() throws -> ProblemLedger { try ProblemLedger(self) }
}
