import CustomerModel
import Texts

/// What is told of imports that are asked for in a way that cannot be.
enum ImportRequestTexts {
  static func contradiction(_ contradiction: ImportRequest.Contradiction) -> Text {
    switch contradiction {
    case .planWithRecordFiles:
      Text(
        en:
          "A plan holds one change a customer, so files of records do not go with it: plan each of them by itself.",
        sv: "En plan har en ändring per kund, så filer med poster kan inte vara med: planera var och en för sig.")
    case .severalRowsWithRecordsOrLookups:
      Text(
        en: "Several rows a customer go neither with records of customers that are there nor with lookups.",
        sv: "Flera rader per kund går varken ihop med poster till befintliga kunder eller med uppslag.")
    case .documentsWithoutImport:
      Text(
        en:
          "Contents of documents go with an import of customers that is done, not with a dry run, a plan or records.",
        sv: "Dokumentens innehåll följer med en import av kunder som görs, inte en provkörning, en plan eller poster.")
    case .typeOfRecords:
      Text(
        en: "What decides the type is for customers, and the rows are records.",
        sv: "Vad som avgör typen gäller kunder, och raderna är poster.")
    case .lookupsForRecords:
      Text(
        en: "Lookups are for customers, and the rows are records.", sv: "Uppslag gäller kunder, och raderna är poster.")
    case .wishesOfCustomersForRecords:
      Text(
        en:
          "Records are imported without mapping, sheet and further files; blank cells and missing customers mean nothing in them.",
        sv:
          "Poster importeras utan mappning, blad och fler filer; tomma celler och kunder som saknas betyder inget i dem."
      )
    case .rejectsEnding(let path):
      Text(
        en: "Rejected rows go to a path that ends in .csv or .xlsx, not \(path).",
        sv: "Avvisade rader skrivs till en sökväg som slutar på .csv eller .xlsx, inte \(path).")
    case .problemsEnding(let path):
      Text(
        en: "The list of problems goes to a path that ends in .csv or .xlsx, not \(path).",
        sv: "Listan över fel skrivs till en sökväg som slutar på .csv eller .xlsx, inte \(path).")
    }
  }
}

extension ErrorCode {
  static let ofImportRequests = [importContradiction]

  static let importContradiction = ErrorCode(
    "import.contradiction", .usage, "What is asked of an import does not go together.")
}
