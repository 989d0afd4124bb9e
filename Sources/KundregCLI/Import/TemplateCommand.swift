import ArgumentParser
import ConfigurationFile
import Runs

/// `kundreg template OUT`
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Write the upload template: headings, a guide to each field, and drop-downs.",
    discussion: """
      The register's custom fields and lists are in it when there is a register.

      EXAMPLE
        kundreg template kunder.xlsx
      """)

  @Argument(help: "A path that ends in .xlsx or .csv.")
  var output: String
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let configuration = try global.configuration()
    try TemplateRun.perform(to: output, register: global.registerPath(configuration), language: Output.language)
    Output.done(RegisterCommandTexts.wrote(output), ["file": output], kinds: ["file": .path], as: global.reportFormat)
  }
}
