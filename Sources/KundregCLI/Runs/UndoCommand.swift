import ArgumentParser
import Runs

/// `kundreg undo RUN`
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back one run, itself as a run.",
    discussion: """
      What changed again since the run is left as it is, and named. With --customer the others keep what the run gave them.

      EXAMPLE
        kundreg runs
        kundreg undo 12
        kundreg undo 12 --customer 1001
      """)

  @Argument(help: ArgumentHelp("The run's number, as `kundreg runs` lists it.", valueName: "run"))
  var number: Int
  @Option(help: ArgumentHelp("Take back only what the run did to this customer.", valueName: "number"))
  var customer: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let (register, actor) = try global.enter()
    let outcome = try UndoRun.perform(number, ofCustomer: customer, on: register, as: actor)
    RunAccount(outcome).write(as: global.reportFormat)
    if outcome.needsAttention { throw ExitStatus.someRejected }
  }
}
