import CustomerModel
import Rows
import Texts

/// Rows that the reader could not make out.
enum RowFaultRule {
  static let infos = [unterminatedQuote, escapedQuote, strayQuote, encoding, tooLarge, cellTooLong, splitRow]

  private static let unterminatedQuote = RuleInfo(
    fixed: "row.unterminatedQuote", "Every quote that is opened is closed."
  ) {
    _ in
    Text(
      en:
        "A quotation mark opens a cell of this row and is not closed, neither before the file ends nor within the "
        + "longest row that can be read. Close it, or double it where it is part of the text; shorten the text if it "
        + "is closed further on.",
      sv:
        "Ett citattecken inleder en cell på raden men avslutas inte, varken före filens slut eller inom den längsta "
        + "rad som kan läsas. Avsluta det, eller dubblera det där det hör till texten. Förkorta texten om "
        + "citattecknet avslutas längre ned.")
  }
  private static let escapedQuote = RuleInfo(
    fixed: "row.escapedQuote", "A quote inside a cell is written as in the rest of the file."
  ) {
    _ in
    Text(
      en:
        "A backslash stands before a quotation mark in this row (\\\"), and it is not certain which of the marks "
        + "end a cell. Check the row in the rejects file, which has the likelier reading, and import that; or say "
        + "in the mapping whether backslashes escape: \"escape\": \"\\\\\" if they do, \"escape\": \"\" if they do "
        + "not.",
      sv:
        "Ett omvänt snedstreck står före ett citattecken på raden (\\\"), och det är inte säkert vilka "
        + "citattecken som avslutar en cell. Kontrollera raden i filen med avvisade rader, som har den troligaste "
        + "läsningen, och importera den filen. Eller ange i mappningen om omvända snedstreck skyddar tecknet "
        + "efter: \"escape\": \"\\\\\" om de gör det, \"escape\": \"\" om inte.")
  }
  private static let strayQuote = RuleInfo(
    fixed: "row.strayQuote", "A quote inside a cell in quotes is doubled."
  ) {
    $0.detail.isEmpty
      ? Text(
        en:
          "A quotation mark inside a cell in quotation marks is not doubled, so that it is not certain where the "
          + "cell ends. The rejects file has the row in the likeliest reading: check it and import that file, or "
          + "double the mark in the list.",
        sv:
          "Ett citattecken inne i en cell med citattecken är inte dubblerat, så det är inte säkert var cellen "
          + "slutar. Filen med avvisade rader har raden i den troligaste läsningen: kontrollera den och importera "
          + "filen, eller dubblera tecknet i listan.")
      : Text(
        en:
          "A quotation mark inside a cell in quotation marks is not doubled, so that it is not certain where the "
          + "cell ends; it reads most likely as \($0.detail.english). The rejects file has the row in the likeliest "
          + "reading: check it and import that file, or double the mark in the list.",
        sv:
          "Ett citattecken inne i en cell med citattecken är inte dubblerat, så det är inte säkert var cellen "
          + "slutar. Troligast är \($0.detail.swedish). Filen med avvisade rader har raden i den läsningen: "
          + "kontrollera den och importera filen, eller dubblera tecknet i listan.")
  }
  private static let encoding = RuleInfo(fixed: "row.encoding", "A row holds only characters of the file's encoding.") {
    switch ($0.origin, $0.detail.isEmpty) {
    case (.text, true):
      Text(
        en:
          "The row holds something that is no character in the file's encoding; � stands for it. Put the right "
          + "character in its place, or export the list again as UTF-8.",
        sv:
          "Raden innehåller något som inte är ett tecken i filens teckenkodning; det visas som �. Skriv rätt "
          + "tecken där, eller exportera listan igen som UTF-8.")
    case (.text, false):
      Text(
        en:
          "The row reads as \($0.detail.english). That is not the file's encoding. The rejects file has the row in "
          + "that reading: check it and import that file, or write the whole list in one encoding and import it "
          + "again.",
        sv:
          "Raden kan läsas som \($0.detail.swedish). Det är inte filens teckenkodning. Filen med avvisade rader "
          + "har raden i den läsningen: kontrollera den och importera filen, eller spara hela listan i en enda "
          + "teckenkodning och importera den igen.")
    default:
      Text(
        en:
          "A text of the row holds bytes or escapes that are no characters. Mend it in the program that it came "
          + "from, and export the file again.",
        sv:
          "En text på raden innehåller sådant som inte är tecken. Rätta den i programmet den kommer från, och "
          + "exportera filen igen.")
    }
  }
  private static let tooLarge = RuleInfo(fixed: "row.tooLarge", "A row keeps within the reader's limit.") {
    switch $0.origin {
    case .text:
      Text(
        en:
          "The row is longer than the reader's limit, or has more cells, and was cut off. Look for a very long text and "
          + "shorten it, or for line breaks between rows that are missing.",
        sv:
          "Raden är längre, eller har fler celler, än vad som kan läsas och har kapats. Leta efter en mycket lång text "
          + "och förkorta den, eller efter radbrytningar mellan rader som saknas.")
    default:
      Text(
        en:
          "The row holds more text than the reader's limit and was cut off. Look for a very long text, and shorten "
          + "it.",
        sv:
          "Raden innehåller mer text än vad som kan läsas och har kapats. Leta efter en mycket lång text, och "
          + "förkorta den.")
    }
  }

  private static let cellTooLong = RuleInfo(
    fixed: "row.cellTooLong", "A cell of a workbook has no more characters than a spreadsheet program can keep in one."
  ) {
    _ in
    Text(
      en:
        "A cell of this row has more than 32767 characters, the most that a cell of a workbook can have, and was "
        + "cut off there. Shorten the text in the program that it comes from, and export the list again.",
      sv:
        "En cell på raden har fler än 32767 tecken, det mesta som en cell i en arbetsbok kan ha, och har kapats "
        + "där. Förkorta texten i programmet den kommer från, och exportera listan igen.")
  }

  private static let splitRow = RuleInfo(
    fixed: "row.split", "The cells of a row of a workbook stand together in it."
  ) {
    _ in
    Text(
      en:
        "These cells have the number of a row that stands further up in the workbook and was read there without them, "
        + "so they are a piece of that row. Open the workbook in Excel or LibreOffice, look whether the row is whole, "
        + "save the workbook and import it again; or put the cells into the row of their customer.",
      sv:
        "De här cellerna har samma radnummer som en rad längre upp i arbetsboken, som lästes utan dem. De är alltså en "
        + "del av den raden. Öppna arbetsboken i Excel eller LibreOffice, kontrollera att raden är hel, spara "
        + "arbetsboken och importera den igen. Eller flytta cellerna till raden för kunden de hör till.")
  }

  /// The column of the cell that was cut off: the first that is as long as a cell can be. A last character that takes two
  /// places may be the one that went.
  private static func cutCell(of row: Int, in rows: RowBatch) -> Int? {
    (0..<Int(rows.rows[row].cellCount)).first { (rows.text(row: row, column: $0)?.utf16.count ?? 0) >= 32_766 }
  }

  /// Finds the rows of a rejects file that nobody mended, and that are not what the list held or would be taken for another customer's: a
  /// text that was cut off and is still as long as a cell can be, and a piece of a row that has no number yet.
  static func findUnmended(in batch: inout RecordBatch, reasonsColumn: Int) {
    let number = batch.columns.firstIndex { $0.path.field == .number }
    for row in 0..<batch.count where batch.rows.rows[row].fault == .none {
      guard let reasons = batch.rows.text(row: row, column: reasonsColumn), !reasons.isEmpty else { continue }
      if reasons.contains(cellTooLong.code + ": "), cutCell(of: row, in: batch.rows) != nil {
        batch.rows.rows[row].fault = .cellTooLong
      } else if reasons.contains(splitRow.code + ": "), let number, !batch[column: number, row: row].isPresent {
        batch.rows.rows[row].fault = .splitRow
      }
    }
  }

  static func check(_ batch: inout RecordBatch, origin: ValueOrigin) {
    for row in 0..<batch.count where batch.rows.rows[row].fault != .none {
      guard let info = info(batch.rows.rows[row].fault) else { continue }
      var place = RulePlace(header: .empty, path: nil, settings: RegisterSettings(), origin: origin)
      let reading = batch.rows.reading(at: batch.rows.rows[row].position)
      if let reading { place.detail = detail(of: reading) }
      let column = batch.rows.rows[row].fault == .cellTooLong ? cutCell(of: row, in: batch.rows) : reading?.column
      batch.problems.append(
        (
          row,
          Problem(
            code: info.code, severity: .reject, path: nil, column: column, text: info.text(place))
        ))
    }
  }

  /// The first cell that needs another reading, behind the encoding in which it makes sense where that is another.
  private static func detail(of reading: RowReading) -> Text {
    let text = reading.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let encoding = reading.encoding.map { "\($0.label): " } ?? ""
    let shown = ValueMask.shown(text, of: nil)
    return Text(en: "\(encoding)“\(shown)”", sv: "\(encoding)”\(shown)”")
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
    case .splitRow: splitRow
    }
  }
}
