import ArgumentParser
import CustomerModel
import RegisterStore
import Runs
import Writers

/// `kundreg customer show NUMBER`
struct CustomerShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "The customer's card.",
    discussion: """
      EXAMPLE
        kundreg customer show 1001
      """)

  @Argument(help: "The customer number.")
  var number: String
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.openRegister().read { register in
      try global.actor.require(.view, in: register, to: "see customers")
      guard let card = try register.card(ofNumber: number) else { throw KundregError.noCustomer(number) }
      switch global.reportFormat {
      case .json:
        Output.write(CardJSON(definitions: try register.customFields()).bytes(of: card.masked, pretty: true))
        Output.line()
      case .csv, .table:
        var table = TextTable(["field", "value"])
        for path in card.paths { table.append([path.description, ChangeListing.shown(card[path], path)]) }
        table.write(as: global.reportFormat)
      }
    }
  }
}

extension KundregError {
  static func noCustomer(_ number: String) -> KundregError {
    KundregError(
      .failed, code: "customer.unknown",
      "There is no customer \(number). Leading zeros count; `kundreg customer list` searches.")
  }
}
