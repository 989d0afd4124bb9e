import ArgumentParser
import CustomerModel
import RegisterStore
import Runs

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

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var identity: IdentityOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.openRegister().read { register in
      let list = try CustomerList(
        selection.selection(page), for: global.reportFormat == .table ? .person : .program,
        showsIdentity: identity.showIdentity, in: register, as: global.actor(in: register))
      guard global.reportFormat == .json else { return try writeTable(list) }
      var isFirst = true
      try list.forEachCard { card in
        Output.write(isFirst ? "[\n" : ",\n")
        Output.write(card)
        isFirst = false
      }
      Output.write(isFirst ? "[]\n" : "\n]\n")
    }
  }

  private func writeTable(_ list: CustomerList) throws {
    let kinds = list.columns.compactMap { path in TextTable.Kind(path.field).map { (path.description, $0) } }
    let headings = list.columns.map { ($0.description, $0.columnHeading) }
    var table = TextTable(
      list.columns.map(\.description), kinds: Dictionary(kinds, uniquingKeysWith: { $1 }),
      headings: Dictionary(headings, uniquingKeysWith: { $1 }), showsIdentity: identity.showIdentity)
    try list.forEachRow { table.append($0) }
    table.write(as: global.reportFormat)
  }
}
