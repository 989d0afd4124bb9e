import ArgumentParser
import CustomerModel
import RegisterStore
import Runs
import Texts

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
    case .csv: table(of: view.allFields, forPeople: false).write(as: .csv)
    case .table: writeTables(view, order)
    }
  }

  private func table(of fields: [(path: FieldPath, text: Text)], forPeople: Bool) -> TextTable {
    var table = TextTable(["field", "value"], showsIdentity: identity.showIdentity)
    for (path, text) in fields {
      let kind = TextTable.Kind(path.field)
      var name = forPeople ? path.columnHeading : Text(verbatim: path.description)
      if forPeople, case .time = kind { name = ColumnTexts.time(name, zone: TimeFormat.current.zoneName) }
      table.append([name, text], own: kind.map { ["value": $0] } ?? [:])
    }
    return table
  }

  private func writeTables(_ view: CustomerView, _ order: RecordTable.Order) {
    Output.write("\(view.displayName)\n\n")
    var table = table(of: view.shownFields, forPeople: true)
    table.append([CustomerTexts.vat, CustomerTexts.vat(isShown: view.vat.isShown, view.vat.reason)])
    table.write(as: .table)
    for records in view.recordTables(sort: order) {
      guard let kind = records.field.recordKind else { continue }
      var table = TextTable(records.columns, of: kind)
      for row in records.rows { table.append(row) }
      Output.line()
      Output.line(records.field.label)
      table.write(as: .table)
    }
    let hidden = view.hiddenFields
    if !hidden.isEmpty {
      Output.line()
      Output.line(CustomerTexts.hiddenFields)
      for field in hidden { Output.line("    \(field.name) (\(field.shownBy?.rawValue ?? ""))") }
    }
    for number in view.mergedInto { Output.write("\n\(CustomerTexts.merged(into: number)[Output.language])\n") }
  }
}
