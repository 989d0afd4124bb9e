import ArgumentParser
import Runs

/// `kundreg apply PLAN.json`
struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Do exactly what a plan says, or nothing if a customer it touches has changed since.",
    discussion: """
      EXAMPLE
        kundreg import kunder.xlsx --plan plan.json
        kundreg apply plan.json
      """)

  @Argument(help: "A plan that `kundreg import --plan` wrote.")
  var plan: String
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let outcome = try ApplyRun.perform(plan: plan, on: global.openRegister(), as: global.actor)
    RunAccount(outcome).write(as: global.reportFormat)
  }
}
