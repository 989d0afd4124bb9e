import CustomerModel
import Foundation
import Mapping
package import RegisterStore

/// Writes a customer's document to a file of its own.
package enum DocumentCopy {
  /// - Parameters:
  ///   - folder: the document's; nil where only one has a document of the name.
  ///   - path: the new file, which its owner alone may read.
  /// - Throws: ``KundregError``: as ``CustomerRecords``, `record.unknown` and `document.ambiguous` with status 1, as the content is
  ///   read, `document.outExists` when there is a file already, `document.cannotWrite`.
  package static func write(
    _ name: String, in folder: String?, ofCustomer number: String, to path: String, from register: Register,
    as actor: (RegisterReader) throws -> ActingUser
  ) throws {
    let documents = try register.read {
      try CustomerRecords.list(.documents, ofNumber: number, in: $0, as: actor($0))
    }
    let key = try documents.documentKey(name, in: folder, of: number)
    guard let hash = documents[key: key]?["hash"] else {
      throw KundregError(
        .recordUnknown, DocumentCopyTexts.noDocument(IdentityMask.masked(name), of: number),
        remedies: [.listRecords(.documents, number: number)])
    }
    let content = try DocumentFolder(ofRegister: register.path).content(hash)
    guard !FileManager.default.fileExists(atPath: path) else {
      throw KundregError(.documentOutExists, DocumentCopyTexts.isThere(path))
    }
    let isWritten = FileManager.default.createFile(
      atPath: path, contents: Data(content), attributes: [.posixPermissions: 0o600])
    guard isWritten else { throw KundregError(.documentCannotWrite, DocumentCopyTexts.cannotWrite(path)) }
  }
}
