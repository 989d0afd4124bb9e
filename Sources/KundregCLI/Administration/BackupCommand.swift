import ArgumentParser
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
    let (register, actor) = try global.enter()
    try BackupRun.perform(register, to: output, as: actor)
    Output.done(RegisterCommandTexts.wrote(output), ["file": output], kinds: ["file": .path], as: global.reportFormat)
  }
}
