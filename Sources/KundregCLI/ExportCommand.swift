import Documents
import ArgumentParser
import CustomerModel
import RegisterStore
import Runs
import Writers

/// `kundreg export OUT`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write customers to a file that can be imported again without loss.",
    discussion: """
      Personal identity numbers stand in full in the file.

      EXAMPLE
        kundreg export kunder.xlsx --all
      """)

  @Argument(help: "A path that ends in .csv, .xlsx or .json.")
  var output: String
  @OptionGroup var selection: CustomerSelection
  @Option(help: ArgumentHelp("The fields to write, with commas between; all of them unless said.", valueName: "fields"))
  var columns: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let search = try selection.customerSearch()
    let chosen = try columns.map { try $0.split(separator: ",").map { try CustomerSelection.field(String($0)) } }
    let count = try global.openRegister().read { register in
      try global.actor.require(.view, in: register, to: "see customers")
      let ids = try register.customers(search)
      let definitions = try register.customFields()
      let paths =
        try chosen
        ?? CardTable.allColumns(
          contactPersons: register.highestContactPersonCount(), definitions: definitions)
      let file = try ExportFile(path: output, columns: paths, definitions: definitions)
      do {
        for id in ids {
          if let card = try register.card(ofCustomer: id) { try file.append(card) }
        }
        try file.finish()
      } catch {
        file.discard()
        throw error
      }
      return file.count
    }
    switch global.reportFormat {
    case .table: Output.line("\(count) customers in \(output)")
    case .csv: Output.write(TextTable.csv([["file", "customers"], [output, "\(count)"]]))
    case .json:
      Output.json(
        .object([.init(key: "file", value: .text(output)), .init(key: "customers", value: .number("\(count)"))]))
    }
  }
}
