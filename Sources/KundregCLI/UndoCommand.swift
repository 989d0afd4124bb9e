import ArgumentParser
import Runs

/// `kundreg undo RUN`
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back one run, itself as a run.",
    discussion: """
      What changed again since the run is left as it is, and named.

      EXAMPLE
        kundreg runs
        kundreg undo 12
      """)

  @Argument(help: ArgumentHelp("The run's number, as `kundreg runs` lists it.", valueName: "run"))
  var number: Int
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let outcome = try UndoRun.perform(number, on: global.openRegister(), as: global.actor)
    RunAccount(outcome).write(as: global.reportFormat)
    if !outcome.left.isEmpty { throw ExitStatus.someRejected }
  }
}
