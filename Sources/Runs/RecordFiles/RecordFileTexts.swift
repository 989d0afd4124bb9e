import CustomerModel
import Texts

/// What is told of files of records.
enum RecordFileTexts {
  static func hiddenSheet(_ sheet: String, of file: String, list: String) -> Text {
    Text(
      en:
        "Sheet “\(sheet)” of \(file) has the headings of \(list), but is hidden, and hidden sheets of a file of records are not read. "
        + "Show it in the workbook, and import again.",
      sv:
        "Bladet ”\(sheet)” i \(file) har rubrikerna för \(list), men är dolt, och dolda blad i en fil med poster läses inte. Visa det i "
        + "arbetsboken och importera igen.")
  }

  /// - Parameter members: what a record of the list has, each with the heading of its column.
  static func noHeader(_ file: String, list: String, members: [String]) -> Text {
    let names = members.joined(separator: ", ")
    return Text(
      en:
        "\(file) needs a row of headings with a customer number (Kundnummer) and at least one column of \(list): \(names).",
      sv:
        "\(file) behöver en rubrikrad med kundnummer (Kundnummer) och minst en kolumn för \(list): \(names)."
    )
  }

  static func unknownList(_ name: String, known: [String]) -> Text {
    let names = known.joined(separator: ", ")
    return Text(
      en: "\(name) is no list that a file can bring. The lists are \(names).",
      sv: "\(name) är ingen lista som en fil kan innehålla. Listorna är \(names).")
  }

  static func unreadSheet(_ sheet: String, of file: String) -> Text {
    Text(
      en:
        "Sheet “\(sheet)” of \(file) was not read: of a file of records only one sheet is read, the one with most of the list's columns.",
      sv:
        "Bladet ”\(sheet)” i \(file) lästes inte: av en fil med poster läses bara ett blad, det med flest av listans kolumner."
    )
  }

  static func givenTwice(_ file: String, list: String) -> Text {
    Text(
      en: "The file \(file) is given twice for \(list). Give it once.",
      sv: "Filen \(file) är angiven två gånger för \(list). Ange den en gång.")
  }

  static func sharedRejects(_ file: String, place: String) -> Text {
    Text(
      en:
        "Rejected rows of \(file) would go to \(place), where other rejected rows of this import go. Rename the file, or name another "
        + "place for the others.",
      sv:
        "Avvisade rader i \(file) skulle skrivas till \(place), dit andra avvisade rader i importen skrivs. Byt namn på filen, eller "
        + "ange en annan plats för de andra.")
  }
}

extension ErrorCode {
  static let ofRecordFiles = [recordsHeader, recordsTarget, withTwice, rejectsIsRejects]

  static let recordsHeader = ErrorCode(
    "records.header", .configuration, "The file of records has no heading of a customer number, or none of the list.")
  static let recordsTarget = ErrorCode("records.target", .usage, "There is no such list that a file can bring.")
  static let withTwice = ErrorCode("with.twice", .usage, "A file of records is given twice for one list.")
  static let rejectsIsRejects = ErrorCode(
    "rejects.isRejects", .usage, "Rejected rows of two files would go to one.")
}
