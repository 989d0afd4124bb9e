import ArgumentParser
import CustomerModel
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
    try register.read { try global.actor.require(.administrator, in: $0, to: "back the register up") }
    try register.backUp(to: output)
    let named = try register.read { try $0.namedDocuments() }
    let lost = try DocumentFolder(ofRegister: register.path).copy(named, to: DocumentFolder(ofRegister: output))
    guard lost.isEmpty else {
      throw KundregError(
        .failed, code: "backup.incomplete",
        "\(output) holds the register, but not the files of \(lost.count) documents: they are missing or damaged. "
          + "`kundreg doctor` names them.")
    }
    Output.done("Wrote \(output).", ["file": output], kinds: ["file": .path], as: global.reportFormat)
  }
}
