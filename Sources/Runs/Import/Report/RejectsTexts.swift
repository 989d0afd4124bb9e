import CustomerModel
import Rows
import Texts

/// What is told of imports that reject more rows than they may.
enum RejectsTexts {
  /// - Parameter place: the file of the rejected rows; nil where there is none.
  static func tooMany(_ rejected: Int, of rows: Int, in place: String?) -> Text {
    let (en, sv) = stand(in: place)
    return Text(
      en:
        "\(rejected) of \(rows.counted("row")) \(rejected == 1 ? "was" : "were") rejected, which is more than is allowed. Nothing was "
        + "written to the register\(en).",
      sv:
        "\(rejected) av \(rows.counted("rad", "rader")) avvisades, vilket är fler än som är tillåtet. Inget har sparats i "
        + "registret\(sv).")
  }

  static func tooMany(_ rejected: Int, of rows: Int, of file: String, in place: String?) -> Text {
    let (en, sv) = stand(in: place)
    return Text(
      en:
        "\(rejected) of \(rows.counted("row")) of \(file) \(rejected == 1 ? "was" : "were") rejected, which is more than is allowed. "
        + "Nothing was written to the register\(en).",
      sv:
        "\(rejected) av \(rows.counted("rad", "rader")) i \(file) avvisades, vilket är fler än som är tillåtet. Inget har sparats i "
        + "registret\(sv).")
  }

  /// - Parameter columns: those that a rejected row has no cell for.
  static func gaps(_ columns: [String]) -> Text {
    Text(
      en:
        "The list has no cell for \(columns.map { "“\($0)”" }.joined(separator: ", ")): as long as this stands here, a blank "
        + "cell there says nothing, and clears nothing.",
      sv:
        "Listan har ingen cell för \(columns.map { "”\($0)”" }.joined(separator: ", ")): så länge det här står kvar säger en "
        + "tom cell där ingenting, och tömmer ingenting.")
  }

  private static func stand(in place: String?) -> (en: String, sv: String) {
    place.map { ("; the rejected rows stand in \($0)", "; de avvisade raderna står i \($0)") } ?? ("", "")
  }

  /// - Parameter row: the first that was one too many, where the rest was not read.
  static func oneMore(than most: Int, at row: RowPlace, in place: String?) -> Text {
    let (en, sv) =
      place.map { ("; the rejected rows so far stand in \($0)", "; de rader som avvisats hittills står i \($0)") } ?? (
        "", ""
      )
    return Text(
      en:
        "At most \(most.counted("rejected row is", "rejected rows are")) allowed, and row \(row.text.english) is one more: what comes "
        + "after it was not read. Nothing was written to the register\(en).",
      sv:
        "Högst \(most.counted("avvisad rad", "avvisade rader")) är tillåtet, och rad \(row.text.swedish) är en till: det som kommer "
        + "efter den lästes inte. Inget har sparats i registret\(sv).")
  }

  static func sheetsDiffer(_ input: String) -> Text {
    Text(
      en:
        "The sheets of \(input) have other columns for the same fields, which one text file of rejected rows cannot keep apart.",
      sv:
        "Bladen i \(input) har olika kolumner för samma fält, och det kan en textfil med avvisade rader inte hålla isär."
    )
  }
}

extension ErrorCode {
  static let ofRejects = [rejectsTooMany, rejectsSheetsDiffer]

  static let rejectsTooMany = ErrorCode(
    "rejects.tooMany", .failed, "More rows were rejected than the import allows. Nothing was written.")
  static let rejectsSheetsDiffer = ErrorCode(
    "rejects.sheetsDiffer", .usage, "Rejected rows of sheets with different columns were to go to one text file.")
}
