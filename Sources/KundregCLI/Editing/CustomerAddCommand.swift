import ArgumentParser
import Runs

/// `kundreg customer add [NUMBER] FIELD=VALUE…`
struct CustomerAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a customer, by the rules of an import.",
    discussion: """
      The number may be left out where the register generates numbers (`kundreg settings set generateNumber yes`).

      EXAMPLE
        kundreg customer add 1001 "name=Storstads Kyl AB" identityNumber=556677-8899 "contactPersons[0].name=Eva Ek"
      """)

  @Argument(help: "The customer number, and what to set: FIELD=VALUE.")
  var words: [String]
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if words.dropFirst().contains(where: { !FieldArguments.isAssignment($0) }) {
      throw ValidationError(OptionTexts.numberThenFields)
    }
  }

  func run() throws {
    let number = words.first.flatMap { FieldArguments.isAssignment($0) ? nil : $0 }
    let values = try FieldArguments.assignments(number == nil ? words : Array(words.dropFirst()))
    let added = try global.editor().add(number: number, values)
    EditAccount(added.outcome).write(as: global.reportFormat)
  }
}
