import ArgumentParser
import CustomerModel
import RegisterStore
import Runs
import Writers

/// `kundreg customer list`
struct CustomerListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List and search customers. Inactive ones are hidden unless asked for.",
    discussion: """
      EXAMPLE
        kundreg customer list storstad --where type=company --sort name --columns number,name,invoiceAddress.city
      """)

  @OptionGroup var selection: CustomerSelection
  @Option(help: ArgumentHelp("The fields to show, with commas between.", valueName: "fields"))
  var columns = "number,name,type,identityNumber,invoiceAddress.city,phone,email"
  @Option(help: "How many customers to show at most.")
  var limit: Int?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let paths = try columns.split(separator: ",").map { try CustomerSelection.field(String($0)) }
    var search = try selection.customerSearch()
    search.limit = limit
    try global.openRegister().read { register in
      try global.actor.require(.view, in: register, to: "see customers")
      let ids = try register.customers(search)
      if global.reportFormat == .json { return try writeJSON(ids, paths, register) }
      var table = TextTable(paths.map(\.description))
      for id in ids {
        guard let card = try register.card(ofCustomer: id) else { continue }
        table.append(paths.map { path in card[path].map { ChangeListing.shown($0, path) } })
      }
      table.write(as: global.reportFormat)
    }
  }

  private func writeJSON(_ ids: [Int64], _ paths: [FieldPath], _ register: RegisterReader) throws {
    let json = CardJSON(definitions: try register.customFields())
    for (index, id) in ids.enumerated() {
      guard let card = try register.card(ofCustomer: id) else { continue }
      Output.write(index == 0 ? "[\n" : ",\n")
      Output.write(json.bytes(of: card.masked, paths: paths))
    }
    Output.write(ids.isEmpty ? "[]\n" : "\n]\n")
  }
}

extension CustomerCard {
  /// The card with personal identity numbers masked, as it is shown.
  var masked: CustomerCard {
    CustomerCard(
      Dictionary(uniqueKeysWithValues: values.map { ($0, IdentityMask.masked($1, of: $0.field)) }))
  }
}
