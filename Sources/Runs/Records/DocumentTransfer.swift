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
    /// Contents that are no documents, in sentences.
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

  /// Stores each content that a card names and the register's folder lacks, on disk when this returns.
  ///
  /// - Throws: ``KundregError`` `document.cannotStore`; `document.damaged` when a content is not what its name says.
  func take(into files: DocumentFolder, for documents: [NamedDocument]) throws -> Outcome {
    var outcome = Outcome()
    for document in documents where !files.has(document.hash) {
      guard let source, source.has(document.hash) else {
        outcome.missing.append(document)
        continue
      }
      let bytes = try source.content(document.hash)
      do {
        try NewDocument.check(size: bytes.count, of: document.name, rules)
        _ = try DocumentType.of(bytes, name: document.name)
      } catch let error as KundregError {
        outcome.refused.append("Customer \(document.number): \(error.message)")
        continue
      }
      _ = try files.store(bytes)
      outcome.stored += 1
    }
    return outcome
  }
}

extension ImportReport {
  /// Tells what became of the contents of documents.
  mutating func tell(_ outcome: DocumentTransfer.Outcome) {
    guard outcome.stored > 0 || !outcome.missing.isEmpty || !outcome.refused.isEmpty else { return }
    documents = (outcome.stored, outcome.missing.count + outcome.refused.count)
    if outcome.stored > 0 {
      notes.append("The contents of \(outcome.stored) document\(outcome.stored == 1 ? " was" : "s were") stored.")
    }
    notes += outcome.refused
    guard !outcome.missing.isEmpty else { return }
    let names = outcome.missing.prefix(5).map { "\($0.name) of \($0.number)" }.joined(separator: ", ")
    let more = outcome.missing.count > 5 ? " and \(outcome.missing.count - 5) more" : ""
    notes.append(
      "Documents without their contents: \(names)\(more). Export with --documents FOLDER and import with the same, or add "
        + "the files anew with: kundreg customer document add")
  }
}
