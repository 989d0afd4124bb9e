import ConfigurationFile
import CustomerModel
import Foundation
import RegisterStore

/// The contents of documents that an import's customers name: taken from the folder that an export wrote beside it.
struct DocumentTransfer: Sendable {
  private let source: DocumentFolder?
  private let rules: DocumentRules

  /// What was taken, and what is nowhere.
  struct Outcome {
    var stored = 0
    var missing: [NamedDocument] = []
    /// Contents that are not taken, in sentences.
    var refused: [String] = []
  }

  /// - Parameter folder: where contents come from; nil to look only for what is missing.
  /// - Throws: ``KundregError`` `documents.noFolder` with status 64.
  init(folder: String?, rules: DocumentRules) throws {
    source = folder.map { DocumentFolder(path: $0) }
    self.rules = rules
    guard let folder else { return }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw KundregError(
        .usage, code: "documents.noFolder",
        "\(folder) is no folder. Name with --documents the folder that `kundreg export … --documents` wrote.")
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
      case .failure(let refusal): outcome.refused.append(refusal.sentence)
      }
    }
    return outcome
  }

  private struct Refusal: Error { let sentence: String }

  private func content(of document: NamedDocument, in source: DocumentFolder) -> Result<[UInt8], Refusal> {
    let place = "Customer \(IdentityMask.maskedNumber(document.number))"
    let name = IdentityMask.masked(document.name)
    guard let bytes = try? source.content(document.hash) else {
      return .failure(
        Refusal(
          sentence: "\(place): the content of \(name) in \(source.path) is damaged or cannot be read. Export it again.")
      )
    }
    if let fault = NewDocument.fault(ofSize: bytes.count, name, rules) {
      return .failure(Refusal(sentence: "\(place): \(fault.sentence)"))
    }
    do {
      _ = try DocumentType.of(bytes, name: document.name)
      return .success(bytes)
    } catch {
      let message = (error as? KundregError)?.message ?? "\(error)"
      return .failure(Refusal(sentence: "\(place): \(message.replacing(document.name, with: name))"))
    }
  }
}

extension ImportReport {
  /// Tells what became of the contents of documents.
  mutating func tell(_ outcome: DocumentTransfer.Outcome) {
    guard outcome.stored > 0 || !outcome.missing.isEmpty || !outcome.refused.isEmpty else { return }
    documents = (outcome.stored, outcome.missing.count + outcome.refused.count)
    if outcome.stored > 0 {
      notes.append(
        "The content\(outcome.stored == 1 ? " of 1 document was" : "s of \(outcome.stored) documents were") stored.")
    }
    notes += outcome.refused
    guard !outcome.missing.isEmpty else { return }
    let names = outcome.missing.prefix(5).map {
      "\(IdentityMask.masked($0.name)) of \(IdentityMask.maskedNumber($0.number))"
    }.joined(separator: ", ")
    let more = outcome.missing.count > 5 ? " and \(outcome.missing.count - 5) more" : ""
    notes.append(
      "Documents without their contents: \(names)\(more). Export with --documents FOLDER and import with the same, or add "
        + "the files anew with: kundreg customer document add")
  }
}
