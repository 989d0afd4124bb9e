import ArgumentParser
import Runs

/// `kundreg apply PLAN.json`
struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Do exactly what a plan says, or nothing if a customer it touches has changed since.",
    discussion: """
      With --skip-stale the other customers get what the plan says; those that have changed since are named, and the status is 2.

      EXAMPLE
        kundreg import kunder.xlsx --plan plan.json
        kundreg apply plan.json
      """)

  @Argument(help: "A plan that `kundreg import --plan` wrote.")
  var plan: String
  @Flag(help: "Go on without the customers that have changed since the plan was made.")
  var skipStale = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let (register, actor) = try global.enter()
    let outcome = try ApplyRun.perform(plan: plan, on: register, as: actor, skipsStale: skipStale)
    RunAccount(outcome).write(as: global.reportFormat)
    if outcome.needsAttention { throw ExitStatus.someRejected }
  }
}
