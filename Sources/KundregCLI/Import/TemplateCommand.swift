import ArgumentParser
import CustomerModel
import Foundation
import RegisterStore
import Writers

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
    var definitions: [CustomFieldDefinition] = []
    var references: [ReferenceKind: [String]] = [:]
    if FileManager.default.fileExists(atPath: global.registerPath(configuration)) {
      try global.openRegister(configuration).read { register in
        definitions = try register.customFields()
        for kind in ReferenceKind.allCases { references[kind] = try register.references(kind) }
      }
    }
    try TemplateFile.write(
      path: output, definitions: definitions, references: references, language: Output.language)
    Output.done(RegisterCommandTexts.wrote(output), ["file": output], kinds: ["file": .path], as: global.reportFormat)
  }
}
