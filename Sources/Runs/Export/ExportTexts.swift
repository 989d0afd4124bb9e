import CustomerModel
import Texts

/// What is told of exports and backups.
enum ExportTexts {
  static let documentsLeftOut = Text(
    en:
      "The contents of documents are copied where the file names them in the column documents: add it to the columns, or choose none.",
    sv:
      "Dokumentens innehåll kopieras när filen anger dem i kolumnen documents: lägg till den bland kolumnerna eller välj inga kolumner."
  )

  static func contentsLost(_ count: Int, file: String, folder: String) -> Text {
    Text(
      en:
        "\(file) holds the customers, but \(folder) lacks the contents of \(count.counted("document")), whose files are missing, damaged or not to be read.",
      sv:
        "\(file) innehåller kunderna, men \(folder) saknar innehållet i \(count.counted("dokument", "dokument")), vars filer saknas, är skadade eller inte går att läsa."
    )
  }

  static func backupLacks(_ count: Int, file: String) -> Text {
    Text(
      en:
        "\(file) holds the register, but not \(count.counted("document's file", "documents' files")): missing, damaged or not to be read.",
      sv:
        "\(file) innehåller registret, men inte \(count.counted("dokuments fil", "dokuments filer")), som saknas, är skadade eller inte går att läsa."
    )
  }
}

extension ErrorCode {
  static let ofExports = [exportDocumentsLeftOut, exportIncomplete, backupIncomplete]

  static let exportDocumentsLeftOut = ErrorCode(
    "export.documentsLeftOut", .usage,
    "Contents of documents are to be copied, and the columns that were chosen lack the one that names them.")
  static let exportIncomplete = ErrorCode(
    "export.incomplete", .failed,
    "The customers are exported, but contents of documents are missing, damaged or not to be read.")
  static let backupIncomplete = ErrorCode(
    "backup.incomplete", .failed,
    "The register is copied, but files of documents are missing, damaged or not to be read.")
}
