import ArgumentParser
import ConfigurationFile
import CustomerModel
import Mapping
import Runs
import Texts
import Understanding

/// `kundreg mapping …`
struct MappingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapping",
    abstract: "Mappings: which column goes to which field, and how.",
    discussion: """
      EXAMPLE
        kundreg mapping suggest kunder.xlsx > my-mapping.json
        kundreg mapping check my-mapping.json
      """,
    subcommands: [List.self, Show.self, Check.self, Suggest.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "The mappings found, in the order in which folders are looked in.",
      discussion: """
        EXAMPLE
          kundreg mapping list
        """)
    @OptionGroup var global: GlobalOptions

    func run() throws {
      var table = TextTable(["name", "description", "file"], kinds: ["file": .path])
      for mapping in try global.mappings(global.configuration()).all {
        table.append([Text(verbatim: mapping.name), mapping.description, Text(verbatim: mapping.origin)])
      }
      table.write(as: global.reportFormat)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "A mapping's fields and the headings they are found by.",
      discussion: """
        EXAMPLE
          kundreg mapping show register-sv
        """)
    @Argument(help: "The mapping's name or path.")
    var name: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let mapping = try global.mappings(global.configuration()).named(name)
      var table = TextTable(["field", "required", "headings"], kinds: ["required": .boolean])
      for column in mapping.columns {
        table.append([
          column.fields.map(\.description).joined(separator: ", "), column.isRequired ? "yes" : "no",
          column.source.parts.flatMap { $0 }.joined(separator: ", "),
        ])
      }
      table.write(as: global.reportFormat)
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check a mapping file. Exit status 78 names what is wrong, and where.",
      discussion: """
        EXAMPLE
          kundreg mapping check my-mapping.json
        """)
    @Argument(help: "The mapping file.")
    var path: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
      if path.hasSuffix(MappingLibrary.wordFileSuffix) {
        let words = try WordFile(path: path).count
        Output.done(
          MappingCommandTexts.isSoundFileOfWords(path, words), ["file": path], kinds: ["file": .path],
          as: global.reportFormat)
        return
      }
      let mapping = try MappingFile.load(path: path)
      Output.done(
        MappingCommandTexts.isSound(path, mapping.name, columns: mapping.columns.count),
        ["mapping": mapping.name, "file": path], kinds: ["file": .path], as: global.reportFormat)
    }
  }

  struct Suggest: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "suggest",
      abstract: "Print a mapping file for an input, with a confidence per column on standard error.",
      discussion: """
        EXAMPLE
          kundreg mapping suggest kunder.xlsx > my-mapping.json
          kundreg mapping suggest kunder.xlsx --save our-list
        """)
    @Argument(help: "A file as for `kundreg import`.")
    var file: String
    @Option(help: "The sheet to look at.")
    var sheet: String?
    @Option(
      help: ArgumentHelp(
        "Keep the mapping under this name in a mapping folder, where the same header finds it.", valueName: "name"))
    var save: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let configuration = try global.configuration()
      let (suggestion, notes) = try MappingProposal.make(
        input: file, sheet: sheet, reading: configuration.limits.reading, library: global.mappings(configuration),
        name: save)
      if let save {
        let path = try KeptMapping.write(suggestion.json, name: save, folders: global.mappingFolders(configuration))
        Output.done(
          KeptMappingTexts.isKept(save, path: path), ["mapping": save, "file": path],
          kinds: ["file": .path], as: global.reportFormat)
      } else {
        Output.write(suggestion.json + "\n")
      }
      guard !global.quiet else { return }
      for column in suggestion.columns { Output.note(column.text) }
      for note in notes { Output.note(note) }
    }
  }
}
