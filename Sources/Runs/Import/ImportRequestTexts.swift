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
        en: "Several rows a customer cannot be combined with records or with lookups.",
        sv: "Flera rader per kund går inte att kombinera med poster eller med uppslag.")
    case .documentsWithoutImport:
      Text(
        en:
          "Contents of documents are stored only when customers are really imported, not by a dry run, a plan or an import of records.",
        sv:
          "Dokumentens innehåll sparas bara när kunder verkligen importeras, inte av en provkörning, en plan eller en import av poster."
      )
    case .typeOfRecords:
      Text(
        en: "Only customers have a type to decide, and these rows are records.",
        sv: "Typ gäller bara kunder, och de här raderna är poster.")
    case .lookupsForRecords:
      Text(
        en: "Lookups are for customers, and these rows are records.",
        sv: "Uppslag gäller kunder, och de här raderna är poster.")
    case .wishesOfCustomersForRecords:
      Text(
        en:
          "Records take no mapping, sheet or further files, nor what blank cells and missing customers mean.",
        sv:
          "För poster går det inte att välja mappning, blad eller fler filer, och inte vad tomma celler och kunder som saknas betyder."
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
