import CustomerModel
import Rows

/// Rows that the reader could not make out.
enum RowFaultRule {
  static let infos = [unterminatedQuote, encoding, tooLarge]

  private static let unterminatedQuote = RuleInfo(
    fixed: "row.unterminatedQuote", "Every quote that is opened is closed."
  ) {
    _ in
    "A quotation mark opens a cell of this row and is never closed. Close it, or double it where it is part of the text."
  }
  private static let encoding = RuleInfo(fixed: "row.encoding", "A row holds only characters of the file's encoding.") {
    _ in
    "The row holds bytes that are no characters in the file's encoding. Save the file as UTF-8, or name its encoding in the "
      + "mapping."
  }
  private static let tooLarge = RuleInfo(fixed: "row.tooLarge", "A row keeps within the reader's limit.") { _ in
    "The row is longer than the reader's limit and was cut off. Look for a quotation mark that is never closed."
  }

  static func check(_ batch: inout RecordBatch) {
    for row in 0..<batch.count where batch.rows.rows[row].fault != .none {
      guard let info = info(batch.rows.rows[row].fault) else { continue }
      let place = RulePlace(header: "", path: nil, settings: RegisterSettings())
      batch.problems.append(
        (row, Problem(code: info.code, severity: .reject, path: nil, message: info.message(place))))
    }
  }

  static func isFault(_ problem: Problem) -> Bool { infos.contains { $0.code == problem.code } }

  private static func info(_ fault: RowFault) -> RuleInfo? {
    switch fault {
    case .none: nil
    case .unterminatedQuote: unterminatedQuote
    case .invalidEncoding: encoding
    case .tooLarge: tooLarge
    }
  }
}
