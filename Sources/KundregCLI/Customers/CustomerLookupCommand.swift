import ArgumentParser
import CompanyLookup
import ConfigurationFile
import CustomerModel
import Differ
import RegisterStore
import Runs
import Texts

/// `kundreg customer lookup ORGNR`
struct CustomerLookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Name and address of a company, by its organisation number.",
    discussion: """
      Asks the service that "lookup" in the configuration names; none is asked unless it names one. --fill writes what was \
      found into the empty fields of a customer: invoice address and VAT number. What is there stays.

      EXAMPLE
        kundreg customer lookup 556677-8899
        kundreg customer lookup 556677-8899 --fill 1001
      """)

  @Argument(help: ArgumentHelp("The organisation number.", valueName: "orgnr"))
  var organisation: String
  @Option(help: ArgumentHelp("The customer whose empty fields are filled.", valueName: "number"))
  var fill: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let configuration = try global.configuration()
    let lookup = LookupRun(try LookupRun.directory(configuration.lookup))
    let outcome: LookupOutcome
    if let fill {
      let (register, actor) = try global.enter(configuration)
      outcome = try lookup.fill(fill, with: organisation, on: register, as: actor, severities: configuration.rules)
    } else {
      outcome = try lookup.find(organisation)
    }
    write(outcome)
  }

  private func write(_ outcome: LookupOutcome) {
    let facts = outcome.facts
    switch global.reportFormat {
    case .json: Output.json(outcome.node, masked: false)
    case .csv, .table:
      var table = TextTable(["field", "value"])
      func append(_ name: Text, _ value: Text) { table.append([name, value]) }
      append(FieldPath(.identityNumber).columnHeading, Text(verbatim: outcome.identityNumber))
      append(FieldPath(.vatNumber).columnHeading, Text(verbatim: facts.vatNumber))
      append(FieldPath(.customerName).columnHeading, facts.name.map(Text.init(verbatim:)) ?? CustomerTexts.notTold)
      if facts.addressLines.isEmpty { append(CustomerTexts.address, CustomerTexts.notTold) }
      for line in facts.addressLines { append(CustomerTexts.address, Text(verbatim: line)) }
      append(ColumnTexts.heading(of: "source"), Text(verbatim: outcome.source))
      table.write(as: global.reportFormat)
      if global.reportFormat == .table, let fill { Output.line(Self.sentence(outcome, customer: fill)) }
    }
  }

  private static func sentence(_ outcome: LookupOutcome, customer: String) -> Text {
    guard let run = outcome.edit?.run else { return CustomerTexts.lacksNothing(customer) }
    return CustomerTexts.filled(customer, outcome.filled, run: run)
  }
}
