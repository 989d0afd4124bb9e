import ArgumentParser
import Runs

/// `kundreg customer delete NUMBER…`
struct CustomerDeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete customers that nothing hangs on. Prefer `kundreg customer inactivate`.",
    discussion: """
      A customer with references or facilities, or in an accounting system, is not deleted. The number stays reserved, the
      history stays, and `kundreg undo` brings the customer back.

      EXAMPLE
        kundreg customer delete 1001
      """)

  @Argument(help: "The customer numbers.")
  var numbers: [String]
  @OptionGroup var global: GlobalOptions

  func run() throws {
    EditAccount(try global.editor().delete(numbers)).write(as: global.reportFormat)
  }
}
