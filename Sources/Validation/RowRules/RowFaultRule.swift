import CustomerModel
import Rows

/// Rows that the reader could not make out.
enum RowFaultRule {
  static let infos = [unterminatedQuote, escapedQuote, strayQuote, encoding, tooLarge, cellTooLong]

  private static let unterminatedQuote = RuleInfo(
    fixed: "row.unterminatedQuote", "Every quote that is opened is closed."
  ) {
    _ in
    "A quotation mark opens a cell of this row and is never closed. Close it, or double it where it is part of the text."
  }
  private static let escapedQuote = RuleInfo(
    fixed: "row.escapedQuote", "A quote inside a cell is written as in the rest of the file."
  ) {
    _ in
    "A backslash stands before a quotation mark in this row (\\\"), and it is not certain which of the marks end a cell. Check the "
      + "row in the rejects file, which has the likelier reading, and import that; or say in the mapping whether backslashes "
      + "escape: \"escape\": \"\\\\\" if they do, \"escape\": \"\" if they do not."
  }
  private static let strayQuote = RuleInfo(
    fixed: "row.strayQuote", "A quote inside a cell in quotes is doubled."
  ) { place in
    "A quotation mark inside a cell in quotation marks is not doubled, so that it is not certain where the cell ends"
      + (place.detail.isEmpty ? ". " : "; it reads most likely as \(place.detail). ")
      + "The rejects file has the row in the likeliest reading: check it and import that file, or double the mark in the list."
  }
  private static let encoding = RuleInfo(fixed: "row.encoding", "A row holds only characters of the file's encoding.") {
    switch ($0.origin, $0.detail) {
    case (.text, ""):
      "The row holds something that is no character in the file's encoding; � stands for it. Put the right character in its "
        + "place, or export the list again as UTF-8."
    case (.text, let reading):
      "The row reads as \(reading). That is not the file's encoding. The rejects file has the row in that reading: check it and "
        + "import that file, or write the whole list in one encoding and import it again."
    default:
      "A text of the row holds bytes or escapes that are no characters. Mend it in the program that it came from, and export the "
        + "file again."
    }
  }
  private static let tooLarge = RuleInfo(fixed: "row.tooLarge", "A row keeps within the reader's limit.") {
    switch $0.origin {
    case .text:
      "The row is longer than the reader's limit and was cut off. Look for a quotation mark that is never closed."
    default:
      "The row holds more text than the reader's limit and was cut off. Look for a very long text, and shorten it."
    }
  }

  private static let cellTooLong = RuleInfo(
    fixed: "row.cellTooLong", "A cell of a workbook has no more characters than a spreadsheet program can keep in one."
  ) { _ in
    "A cell of this row has more than 32767 characters, the most that a cell of a workbook can have, and was cut off there. "
      + "Shorten the text in the program that it comes from, and export the list again."
  }

  /// The column of the cell that was cut off: the first that is as long as a cell can be. A last character that takes two
  /// places may be the one that went.
  private static func cutCell(of row: Int, in rows: RowBatch) -> Int? {
    (0..<Int(rows.rows[row].cellCount)).first { (rows.text(row: row, column: $0)?.utf16.count ?? 0) >= 32_766 }
  }

  static func check(_ batch: inout RecordBatch, origin: ValueOrigin) {
    for row in 0..<batch.count where batch.rows.rows[row].fault != .none {
      guard let info = info(batch.rows.rows[row].fault) else { continue }
      var place = RulePlace(header: "", path: nil, settings: RegisterSettings(), origin: origin)
      let reading = batch.rows.reading(at: batch.rows.rows[row].position)
      if let reading { place.detail = detail(of: reading) }
      let column = batch.rows.rows[row].fault == .cellTooLong ? cutCell(of: row, in: batch.rows) : reading?.column
      batch.problems.append(
        (
          row,
          Problem(
            code: info.code, severity: .reject, path: nil, column: column, message: info.message(place))
        ))
    }
  }

  /// The first cell that needs another reading, behind the encoding in which it makes sense where that is another.
  private static func detail(of reading: RowReading) -> String {
    let text = reading.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let encoding = reading.encoding.map { "\($0.label): " } ?? ""
    return "\(encoding)“\(ValueMask.shown(text, of: nil))”"
  }

  static func isFault(_ problem: Problem) -> Bool { infos.contains { $0.code == problem.code } }

  private static func info(_ fault: RowFault) -> RuleInfo? {
    switch fault {
    case .none, .declaredTotal: nil
    case .unterminatedQuote: unterminatedQuote
    case .escapedQuote: escapedQuote
    case .strayQuote: strayQuote
    case .invalidEncoding: encoding
    case .tooLarge: tooLarge
    case .cellTooLong: cellTooLong
    }
  }
}
