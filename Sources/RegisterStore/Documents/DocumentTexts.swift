package import CustomerModel
import Texts

/// What is told of the files of documents.
enum DocumentTexts {
  static func isMissing(_ file: String) -> Text {
    Text(
      en: "The document's file \(file) is missing. Bring it back from a backup.",
      sv: "Dokumentets fil \(file) saknas. Hämta tillbaka den från en säkerhetskopia.")
  }

  static func isUnreadable(_ file: String) -> Text {
    Text(
      en: "The document's file \(file) cannot be read. Check its permissions and those of its folders.",
      sv: "Dokumentets fil \(file) går inte att läsa. Kontrollera dess behörigheter och mapparnas.")
  }

  static func isDamaged(_ file: String) -> Text {
    Text(
      en: "The document's file \(file) is damaged: its content is not what was added. Bring it back from a backup.",
      sv:
        "Dokumentets fil \(file) är skadad: innehållet är inte det som lades till. Hämta tillbaka den från en säkerhetskopia."
    )
  }

  /// - Parameter reason: what the system says.
  static func cannotStore(in folder: String, reason: String, lacksFolder: Bool) -> Text {
    lacksFolder
      ? Text(
        en: "A file in \(folder) could not be written: \(reason). Nothing was changed: make the folder above it first.",
        sv: "En fil i \(folder) gick inte att skriva: \(reason). Inget har ändrats: skapa först mappen ovanför.")
      : Text(
        en:
          "A file in \(folder) could not be written: \(reason). Nothing was changed: check the folder's permissions, and that its disk has room.",
        sv:
          "En fil i \(folder) gick inte att skriva: \(reason). Inget har ändrats: kontrollera mappens behörigheter och att disken har plats."
      )
  }

  static func cannotDelete(_ file: String, reason: String) -> Text {
    Text(
      en: "\(file) cannot be deleted: \(reason). Check the folder's permissions.",
      sv: "\(file) går inte att ta bort: \(reason). Kontrollera mappens behörigheter.")
  }
}

extension ErrorCode {
  static let ofDocuments = [
    documentMissing, documentDamaged, documentUnreadable, documentCannotStore, documentCannotDelete,
  ]

  package static let documentMissing = ErrorCode("document.missing", .failed, "The file of a document is missing.")
  package static let documentDamaged = ErrorCode("document.damaged", .failed, "The file of a document is damaged.")
  package static let documentUnreadable = ErrorCode(
    "document.unreadable", .failed, "The file of a document that the register has cannot be read.")
  static let documentCannotStore = ErrorCode(
    "document.cannotStore", .failed, "The file of a document cannot be written.")
  static let documentCannotDelete = ErrorCode(
    "document.cannotDelete", .failed, "A file that no document has any more cannot be deleted.")
}
