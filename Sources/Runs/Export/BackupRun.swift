import CustomerModel
import Foundation
package import RegisterStore

/// Copies the register and the files of its documents, while others go on using it.
package enum BackupRun {
  /// - Parameter output: the new file; the documents' files go into the folder `OUTPUT.files` beside it.
  /// - Throws: ``KundregError``: 77 for whom is no administrator, status 1 when there is a file already, `backup.incomplete` with
  ///   status 1 when files of documents are missing or damaged; then the register is copied all the same.
  package static func perform(_ register: Register, to output: String, as actor: ActingUser) throws {
    try register.read { try actor.require(.administrator, in: $0, to: DeedTexts.backUp) }
    try register.backUp(to: output)
    let lost: [String]
    do {
      let named = try register.read { try $0.namedDocuments() }
      lost = try DocumentFolder(ofRegister: register.path).copy(named, to: DocumentFolder(ofRegister: output))
    } catch {
      // Without its documents it would look whole, and keep the next attempt from its place.
      try? FileManager.default.removeItem(atPath: output)
      throw error
    }
    guard lost.isEmpty else {
      throw KundregError(
        .backupIncomplete, ExportTexts.backupLacks(lost.count, file: output), remedies: [.checkRegister])
    }
  }
}
