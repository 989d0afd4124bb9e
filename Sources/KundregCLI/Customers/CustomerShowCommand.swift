import ArgumentParser
import CustomerModel
import RegisterStore
import Runs

/// `kundreg customer show NUMBER`
struct CustomerShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "The customer's card.",
    discussion: """
      EXAMPLE
        kundreg customer show 1001
        kundreg customer show 1001 --sort status --format table
      """)

  @Argument(help: "The customer number.")
  var number: String
  @Option(help: ArgumentHelp("What the references are sorted by; :desc turns the order.", valueName: "member[:desc]"))
  var sort = "date:desc"
  @OptionGroup var identity: IdentityOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let order = try RecordTable.Order(sort)
    let view = try global.openRegister().read { register in
      try CustomerView(
        ofNumber: number, showsIdentity: identity.showIdentity, in: register, as: global.actor(in: register))
    }
    switch global.reportFormat {
    case .json: Output.write(view.json + [0x0A])
    case .csv: table(of: view.allFields).write(as: .csv)
    case .table: writeTables(view, order)
    }
  }

  private func table(of fields: [(path: FieldPath, text: String)]) -> TextTable {
    var table = TextTable(["field", "value"], showsIdentity: identity.showIdentity)
    for (path, text) in fields {
      table.append([path.description, text], own: TextTable.Kind(path.field).map { ["value": $0] } ?? [:])
    }
    return table
  }

  private func writeTables(_ view: CustomerView, _ order: RecordTable.Order) {
    Output.write("\(view.displayName)\n\n")
    var table = table(of: view.shownFields)
    table.append(["VAT on orders and prints", "\(view.vat.isShown ? "shown" : "not shown"): \(view.vat.reason)"])
    table.write(as: .table)
    for records in view.recordTables(sort: order) {
      var table = TextTable(records.columns)
      for row in records.rows { table.append(row) }
      Output.line("\n\(records.field.heading)")
      table.write(as: .table)
    }
    let hidden = view.hiddenFields
    if !hidden.isEmpty {
      Output.line("\nHidden by the register's settings; `kundreg settings set SETTING on` shows it:")
      for field in hidden { Output.line("    \(field.name) (\(field.shownBy?.rawValue ?? ""))") }
    }
    for number in view.mergedInto {
      Output.write("\nMerged into \(number), whose history has this customer's until then.\n")
    }
  }
}
