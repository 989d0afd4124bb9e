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
    Output.done("Wrote \(output).", ["file": output], as: global.reportFormat)
  }
}
