import Texts
import ArgumentParser
import CustomerModel
import Foundation
import RegisterStore
import Runs

/// `kundreg backup OUT.db`
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the register to a new file, while others go on using it.",
    discussion: """
      The files of documents are copied with it, into a folder beside the new file: OUTPUT.files.

      EXAMPLE
        kundreg backup kundreg-2026-11-24.db
      """)

  @Argument(help: "The new file. One that exists is never overwritten.")
  var output: String
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let register = try global.openRegister()
    try register.read { try global.actor(in: $0).require(.administrator, in: $0, to: "back the register up") }
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
        .failed, code: "backup.incomplete",
        "\(output) holds the register, but not \(lost.count.counted("document's file", "documents' files")): missing, damaged or not to be read. "
          + "`kundreg doctor` names what is wrong.")
    }
    Output.done("Wrote \(output).", ["file": output], kinds: ["file": .path], as: global.reportFormat)
  }
}
