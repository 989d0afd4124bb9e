import ArgumentParser
import ConfigurationFile
import Documents
import RegisterStore
import Runs

/// `kundreg export OUT`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write customers to a file that can be imported again without loss.",
    discussion: """
      Personal identity numbers stand in full in the file. Without --columns every field is written. Headings and words are \
      in one language: that of --language, else of the configuration, else of the locale; an import reads them in either.

      EXAMPLE
        kundreg export kunder.xlsx --all
        kundreg export kunder.csv --all --documents dokument
        kundreg export vip.csv --where tags=VIP --columns number,name,email
      """)

  @Argument(help: "A path that ends in .csv, .xlsx or .json.")
  var output: String
  @Option(
    help: ArgumentHelp(
      "Copy the contents of the customers' documents into this folder, for `kundreg import --documents`.",
      valueName: "folder"))
  var documents: String?
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let configuration = try global.configuration()
    let (register, actor) = try global.enter(configuration)
    let outcome = try ExportRun(
      selection.selection(page), to: output, documents: documents,
      language: Output.language
    )
    .perform(on: register, configuration: configuration, as: actor)
    let copied = outcome.documents
    switch global.reportFormat {
    case .table:
      Output.line(
        copied.map {
          CustomerTexts.exported(outcome.customers, to: output, documents: $0, in: documents ?? "")
        } ?? CustomerTexts.exported(outcome.customers, to: output),
        paths: [output, documents].compactMap(\.self))
    case .csv:
      Output.write(
        TextTable.csv([
          ["file", "customers"] + (copied == nil ? [] : ["documents"]),
          [output, "\(outcome.customers)"] + (copied.map { ["\($0)"] } ?? []),
        ]))
    case .json: Output.json(outcome.node, masked: false)
    }
  }
}
