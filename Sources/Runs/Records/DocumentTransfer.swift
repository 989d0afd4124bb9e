import ConfigurationFile
import CustomerModel
import Foundation
import RegisterStore
import Texts

/// The contents of documents that an import's customers name: taken from the folder that an export wrote beside it.
struct DocumentTransfer: Sendable {
  private let source: DocumentFolder?
  private let rules: DocumentRules

  /// What was taken, and what is nowhere.
  struct Outcome {
    var stored = 0
    var missing: [NamedDocument] = []
    /// Why contents are not taken.
    var refused: [Text] = []
  }

  /// - Parameter folder: where contents come from; nil to look only for what is missing.
  /// - Throws: ``KundregError`` `documents.noFolder` with status 64.
  init(folder: String?, rules: DocumentRules) throws {
    source = folder.map { DocumentFolder(path: $0) }
    self.rules = rules
    guard let folder else { return }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw KundregError(.documentsNoFolder, NewDocumentTexts.isNoFolder(folder))
    }
  }

  var bringsContents: Bool { source != nil }

  /// Stores each content that a document names and the register's folder lacks or has damaged, on disk when this returns.
  ///
  /// - Throws: ``KundregError`` `document.cannotStore`.
  func take(into files: DocumentFolder, for documents: [NamedDocument]) throws -> Outcome {
    var outcome = Outcome()
    for document in documents {
      guard let source, source.has(document.hash) else {
        if !files.has(document.hash) { outcome.missing.append(document) }
        continue
      }
      guard !files.isSound(document.hash) else { continue }
      switch content(of: document, in: source) {
      case .success(let bytes):
        _ = try files.store(bytes)
        outcome.stored += 1
      case .failure(let refusal): outcome.refused.append(refusal.text)
      }
    }
    return outcome
  }

  private struct Refusal: Error { let text: Text }

  private func content(of document: NamedDocument, in source: DocumentFolder) -> Result<[UInt8], Refusal> {
    let number = IdentityMask.maskedNumber(document.number)
    let name = IdentityMask.masked(document.name)
    func refused(_ fault: Text) -> Result<[UInt8], Refusal> {
      .failure(Refusal(text: NewDocumentTexts.ofCustomer(number, fault)))
    }
    guard let bytes = try? source.content(document.hash) else {
      return refused(NewDocumentTexts.damagedContent(name, in: source.path))
    }
    if let fault = NewDocument.fault(ofSize: bytes.count, name, rules) { return refused(fault.text) }
    do {
      _ = try DocumentType.of(bytes, name: document.name, shown: name)
      return .success(bytes)
    } catch {
      return refused((error as? KundregError)?.text ?? Text(verbatim: "\(error)"))
    }
  }
}

extension ImportReport {
  /// Tells what became of the contents of documents.
  mutating func tell(_ outcome: DocumentTransfer.Outcome) {
    guard outcome.stored > 0 || !outcome.missing.isEmpty || !outcome.refused.isEmpty else { return }
    documents = (outcome.stored, outcome.missing.count + outcome.refused.count)
    if outcome.stored > 0 { notes.append(NewDocumentTexts.stored(outcome.stored)) }
    notes += outcome.refused
    guard !outcome.missing.isEmpty else { return }
    let named = outcome.missing.prefix(ShownLimits.missingFiles).map {
      (name: IdentityMask.masked($0.name), customer: IdentityMask.maskedNumber($0.number))
    }
    notes.append(NewDocumentTexts.withoutContent(named, more: outcome.missing.count - named.count))
  }
}
