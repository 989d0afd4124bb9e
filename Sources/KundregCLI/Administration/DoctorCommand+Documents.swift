import Texts
import ConfigurationFile
import CustomerModel
import RegisterStore
import Runs

extension DoctorCommand {
  /// Reads the files of all documents and compares them with what the register says.
  ///
  /// - Throws: ``KundregError`` `document.missing`, `document.damaged` or `document.unreadable` with status 1, naming the customers.
  func checkDocuments(_ configuration: Configuration) throws -> String {
    let register = try global.openRegister(configuration)
    let folder = DocumentFolder(ofRegister: register.path)
    let named = try register.read { reader in
      try global.actor(in: reader).require(.view, in: reader, to: "see the register")
      return try reader.namedDocuments()
    }
    let findings = folder.check(named)
    let fromBackup = "Bring back from a backup what is"
    let lost = [
      ("missing", findings.missing, fromBackup), ("damaged", findings.damaged, fromBackup),
      ("unreadable", findings.unreadable, "Check the permissions of what is"),
    ].filter { !$0.1.isEmpty }
    if let first = lost.first {
      let lines = lost.map { what, hashes, remedy in
        "\(remedy) \(what): "
          + hashes.map { "\(folder.file($0)) (\(Self.owners($0, named)))" }.joined(separator: ", ") + "."
      }
      throw KundregError(
        .failed, code: "document.\(first.0)", "Not every document has its file. \(lines.joined(separator: " "))")
    }
    let count = named.present.count + named.former.count
    let unnamed = findings.unnamed.map { "\(folder.path)/\($0)" }.joined(separator: ", ")
    return "\(count.counted("file is", "files are")) sound"
      + (unnamed.isEmpty ? "" : "; of no document, and safe to delete: \(unnamed)")
  }

  private static func owners(_ hash: String, _ named: NamedDocuments) -> String {
    guard let numbers = named.present[hash] else { return "removed from its customer, needed by an undo" }
    return
      "customer \(numbers.prefix(5).joined(separator: ", "))\(numbers.count > 5 ? " and \(numbers.count - 5) more" : "")"
  }
}
