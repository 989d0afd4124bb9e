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
        kundreg customer list --where 'invoiceAddress.city~stad and (email= or updated>2026-01-01)' --limit 20
        kundreg customer list --filter utan-epost
      """)

  @OptionGroup var selection: CustomerSelection
  @OptionGroup var page: PageOptions
  @OptionGroup var identity: IdentityOption
  @OptionGroup var global: GlobalOptions

  private static let defaultColumns = "name,type,identityNumber,invoiceAddress.city,phone,email"

  func run() throws {
    try global.openRegister().read { register in
      let actor = try global.actor(in: register)
      let terms = try selection.terms(in: register)
      var search = try terms.search(in: register, as: actor)
      page.apply(to: &search)
      let settings = try register.settings()
      // A name that begins with the number needs no column of numbers beside it.
      let isNumbered = global.reportFormat == .table && settings.isOn(.numberInDisplayName)
      let columns = terms.columns ?? (isNumbered ? Self.defaultColumns : "number,\(Self.defaultColumns)")
      let paths = try SearchTerms.columns(columns, in: register)
      let shown = try identity.shown(in: register, as: actor)
      let ids = try register.customers(search)
      if global.reportFormat == .json { return try writeJSON(ids, paths, register) }
      var table = TextTable(
        paths.map(\.description),
        kinds: Dictionary(
          paths.compactMap { path in TextTable.Kind(path.field).map { (path.description, $0) } },
          uniquingKeysWith: { $1 }),
        showsIdentity: identity.showIdentity)
      for id in ids {
        guard let card = try register.card(ofCustomer: id) else { continue }
        table.append(
          paths.map { path in
            // People see what the customer is called here; programs get the name itself.
            let isListName = global.reportFormat == .table && path.field == .customerName
            return (isListName ? card.listName(settings) : card[path]).map { shown($0, path) }
          })
      }
      table.write(as: global.reportFormat)
    }
  }

  private func writeJSON(_ ids: [Int64], _ paths: [FieldPath], _ register: RegisterReader) throws {
    let json = CardJSON(definitions: try register.customFields())
    for (index, id) in ids.enumerated() {
      guard let card = try register.card(ofCustomer: id) else { continue }
      Output.write(index == 0 ? "[\n" : ",\n")
      Output.write(json.bytes(of: identity.showIdentity ? card : card.masked, paths: paths))
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
