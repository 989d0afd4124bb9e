import Foundation
import Texts
import Writers

/// Cells that a rejected row does not have: it ends before them, or its JSON object has no such key. The list says nothing there, while
/// a rejects file has a blank cell, which would clear the field where blank cells do. So the reasons name the columns.
enum RejectedGaps {
  private static let code = "row.gaps"

  /// The last of the reasons of a row; nil for a row without gaps.
  ///
  /// - Parameters:
  ///   - cells: the row's; nil for one that it lacks.
  ///   - filling: the columns that fill a field.
  static func reason(of cells: [String?], header: [String], filling: Set<Int>) -> RejectsFile.Reason? {
    let gaps = header.indices.filter { ($0 >= cells.count || cells[$0] == nil) && filling.contains($0) }
    return gaps.isEmpty ? nil : (nil, code, RejectsTexts.gaps(gaps.map { oneLine(header[$0]) }))
  }

  /// Tells for each column whether reasons name it as a gap; nil where they name none.
  static func gaps(in reasons: String, header: [String]) -> [Bool]? {
    guard let start = reasons.range(of: code + ": ", options: .backwards)?.upperBound else { return nil }
    let told = reasons[start...]
    return header.map { name in
      let name = oneLine(name)
      return told.contains("“\(name)”") || told.contains("”\(name)”")
    }
  }

  private static func oneLine(_ name: String) -> String { String(name.map { $0.isNewline ? " " : $0 }) }
}
