package import ConfigurationFile
import CustomerModel
import Foundation
import Mapping
package import RegisterStore
import SwedishIdentity
import Texts

/// A file that a person wants to add, read and judged.
package struct NewDocument: Sendable {
  package let folder: String
  package let name: String
  package let type: DocumentType
  let bytes: [UInt8]

  /// Reads the file at a path.
  ///
  /// - Parameters:
  ///   - name: what to call it; nil for its own name.
  ///   - rules: the configuration's.
  /// - Throws: ``KundregError``: `document.noFile`, `document.type` or `document.mismatch` with status 65,
  ///   `document.tooLarge` or `document.empty` with status 1, `document.name` with status 64.
  package init(
    file: String, folder: String = "", name: String? = nil, rules: DocumentRules = DocumentRules()
  ) throws {
    let own = URL(fileURLWithPath: file).lastPathComponent
    self.name = try Self.checked(name ?? own, isFolder: false)
    self.folder = try Self.checked(folder, isFolder: true)
    let path = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
      throw KundregError(.documentNoFile, NewDocumentTexts.isNoFile(file))
    }
    // Asked before reading: a disk image is not to be read whole only to be refused.
    try Self.check(attributes[.size] as? Int ?? 0, of: file, rules)
    guard let content = FileManager.default.contents(atPath: file) else {
      throw KundregError(.documentNoFile, NewDocumentTexts.cannotRead(file))
    }
    try Self.check(content.count, of: file, rules)
    bytes = Array(content)
    type = try DocumentType.of(bytes, name: self.name)
  }

  private static func check(_ size: Int, of file: String, _ rules: DocumentRules) throws {
    guard let fault = fault(ofSize: size, file, rules) else { return }
    throw KundregError(fault.code, EditTexts.refused(fault.text))
  }

  /// What is wrong with a file of so many bytes; nil when it may be a document.
  static func fault(ofSize size: Int, _ file: String, _ rules: DocumentRules) -> (code: ErrorCode, text: Text)? {
    if size == 0 { return (.documentEmpty, NewDocumentTexts.isEmpty(file)) }
    if size <= rules.maximumSize { return nil }
    return (
      .documentTooLarge,
      NewDocumentTexts.tooLarge(file, megabytes: (size + 999_999) / 1_000_000, most: rules.maximumMegabytes)
    )
  }

  /// One line in composed letters, so that the same name is the same bytes whichever system it came from.
  private static func checked(_ text: String, isFolder: Bool) throws -> String {
    let text = text.precomposedStringWithCanonicalMapping
    if isFolder, text.isEmpty { return text }
    let parts = isFolder ? text.split(separator: "/", omittingEmptySubsequences: false).map(String.init) : [text]
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part != "." && part != ".." && part.first?.isWhitespace == false
        && part.last?.isWhitespace == false && !part.contains("/") && !part.contains("\\")
        && !part.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    guard isPlain, text.count <= 200 else {
      throw KundregError(.documentName, isFolder ? NewDocumentTexts.badFolder : NewDocumentTexts.badName)
    }
    return text
  }
}

/// Documents: files in folders. Removed ones keep their content, since an undo brings them back.
extension EditSession {
  /// Adds a document, with the permission upload. The same file under the same name again changes nothing.
  ///
  /// - Parameter files: where the content goes, on disk before the run ends; left alone in a dry run.
  /// - Throws: ``KundregError`` `document.exists` when another content has that name in that folder.
  package func addDocument(_ document: NewDocument, to number: String, files: DocumentFolder) throws {
    try actor.require(.changeDocuments, in: writer, to: DeedTexts.uploadDocuments)
    let list = try list(.documents, of: number)
    let hash = DocumentFolder.hash(of: document.bytes)
    if let present = list.records[key: [document.folder, document.name]] {
      guard present["hash"] == hash else {
        throw KundregError(
          .documentExists, NewDocumentTexts.isThere(IdentityMask.masked(document.name), of: number))
      }
      // Stored all the same: a file that is missing or damaged comes back.
      if !isRehearsal { _ = try files.store(document.bytes) }
      return try countUnchanged(list)
    }
    try add(
      Record(
        .document,
        [
          "folder": document.folder, "name": document.name, "type": document.type.mediaType,
          "size": String(document.bytes.count), "hash": hash,
        ], today: .canonicalText), to: list)
    if !isRehearsal { _ = try files.store(document.bytes) }
  }

  /// Removes a document from the card, with the permission deleteUploadedFiles. Its file stays for an undo.
  ///
  /// - Parameter folder: nil for whichever folder it is in, when that is one only.
  /// - Throws: ``KundregError`` `record.unknown`, `document.ambiguous`.
  package func removeDocument(_ name: String, in folder: String?, of number: String) throws {
    try actor.require(.deleteUploadedFiles, in: writer, to: DeedTexts.deleteDocuments)
    let list = try list(.documents, of: number)
    try remove(list.records.documentKey(name, in: folder, of: number), from: list)
  }
}

extension RecordList {
  /// The key of the document of that name.
  ///
  /// - Throws: ``KundregError`` `document.ambiguous` when no folder is given and several hold one.
  func documentKey(_ name: String, in folder: String?, of number: String) throws -> [String] {
    let name = name.precomposedStringWithCanonicalMapping
    if let folder { return [folder.precomposedStringWithCanonicalMapping, name] }
    let keys = records.map(\.key).filter { $0[1] == name }
    guard keys.count < 2 else {
      throw KundregError(
        .documentAmbiguous,
        NewDocumentTexts.inSeveralFolders(
          IdentityMask.masked(name), of: number, folders: keys.map { IdentityMask.masked($0[0]) }))
    }
    return keys.first ?? ["", name]
  }
}
