import ArgumentParser
import CustomerModel
import Documents
import RegisterStore
import Runs
import Writers

/// `kundreg export OUT`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write customers to a file that can be imported again without loss.",
    discussion: """
      Personal identity numbers stand in full in the file. Without --columns every field is written.

      EXAMPLE
        kundreg export kunder.xlsx --all
        kundreg export vip.csv --where tags=VIP --columns number,name,email
      """)

  @Argument(help: "A path that ends in .csv, .xlsx or .json.")
  var output: String
  @OptionGroup var selection: CustomerSelection
  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let count = try global.openRegister().read { register in
      let terms = try selection.terms(in: register)
      var search = try terms.search(in: register, as: global.actor)
      page.apply(to: &search)
      let chosen = try terms.columns.map { try SearchTerms.columns($0, in: register) }
      let ids = try register.customers(search)
      let definitions = try register.customFields()
      let paths =
        try chosen
        ?? CardTable.allColumns(
          contactPersons: register.highestContactPersonCount(), definitions: definitions)
      let file = try ExportFile(path: output, columns: paths, definitions: definitions)
      do {
        var values = try register.cardValues(of: paths)
        for id in ids where try values.move(to: id) {
          try file.append { values.forEach($0) }
        }
        try file.finish()
      } catch {
        file.discard()
        throw error
      }
      return file.count
    }
    switch global.reportFormat {
    case .table: Output.line("\(ImportAccount.count(count, "customer")) in \(output)", paths: [output])
    case .csv: Output.write(TextTable.csv([["file", "customers"], [output, "\(count)"]]))
    case .json:
      Output.json(
        .object([.init(key: "file", value: .text(output)), .init(key: "customers", value: .number("\(count)"))]),
        kinds: ["file": .path])
    }
  }
}
