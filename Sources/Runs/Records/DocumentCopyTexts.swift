import CustomerModel
import Texts

/// What is told of documents that are to be written to files of their own.
enum DocumentCopyTexts {
  static func noDocument(_ name: String, of customer: String) -> Text {
    Text(
      en: "Customer \(customer) has no document \(name) there.", sv: "Kund \(customer) har inget dokument \(name) där.")
  }

  static func isThere(_ path: String) -> Text {
    Text(
      en: "\(path) exists already. Name another file: none is overwritten.",
      sv: "\(path) finns redan. Ange en annan fil: ingen skrivs över.")
  }

  static func cannotWrite(_ path: String) -> Text {
    Text(
      en: "\(path) cannot be written. Does its folder exist, and may you write there?",
      sv: "\(path) går inte att skriva. Finns mappen, och får du skriva där?")
  }
}

extension ErrorCode {
  static let ofDocumentCopies = [documentOutExists, documentCannotWrite]

  static let documentOutExists = ErrorCode(
    "document.outExists", .failed, "A document is to be written over a file that exists.")
  static let documentCannotWrite = ErrorCode(
    "document.cannotWrite", .failed, "The file that a document is to be written to cannot be made.")
}
