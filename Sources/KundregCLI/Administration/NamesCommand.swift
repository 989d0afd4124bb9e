import ArgumentParser
import CustomerModel
import RegisterStore
import Runs
import Texts

/// `kundreg names …`
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "The register's cost centers, discount letters, tags and subgroups.",
    discussion: """
      EXAMPLE
        kundreg names list costCenter
        kundreg names add discountLetters A B
      """,
    subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)

  /// A field whose values come from a list of the register.
  struct ListField: ExpressibleByArgument {
    let field: Field

    init?(argument: String) {
      guard let field = NameAdministration.fields.first(where: { $0.name == argument }) else { return nil }
      self.field = field
    }

    static let allValueStrings = NameAdministration.fields.map(\.name)
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "The names in the register's lists, and how many customers have each.",
      discussion: """
        EXAMPLE
          kundreg names list
          kundreg names list tags --format csv
        """)
    @Argument(help: "The field whose names are wanted; all of them without.")
    var field: ListField?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let fields = field.map { [$0.field] } ?? NameAdministration.fields
      var table = TextTable(["field", "name", "customers"], kinds: ["customers": .number])
      let (register, actor) = try global.enter()
      for list in try NameAdministration(register, as: actor).names(of: fields) {
        let name = FieldPath(list.field).columnHeading
        for entry in list.names {
          table.append([name, Text(verbatim: entry.name), Text(verbatim: "\(entry.customers)")])
        }
      }
      table.write(as: global.reportFormat)
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add names to one of the register's lists. Takes an administrator.",
      discussion: """
        Whoever edits customers chooses among the cost centers and discount letters that there are. An import adds those \
        that it meets, unless its mapping says "unknown": "reject". Tags and subgroups come with their first use.

        EXAMPLE
          kundreg names add costCenter 100 200
        """)
    @Argument(help: "The field.")
    var field: ListField
    @Argument(help: "The names.")
    var names: [String]
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let (register, actor) = try global.enter()
      let outcome = try NameAdministration(register, as: actor).add(names, to: field.field)
      NamesCommand.tell(outcome, RegisterCommandTexts.addedNames(outcome.names, to: outcome.field), global)
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove names that no customer has. Takes an administrator.",
      discussion: """
        EXAMPLE
          kundreg names remove costCenter 100
        """)
    @Argument(help: "The field.")
    var field: ListField
    @Argument(help: "The names.")
    var names: [String]
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let (register, actor) = try global.enter()
      let outcome = try NameAdministration(register, as: actor).remove(names, from: field.field)
      NamesCommand.tell(outcome, RegisterCommandTexts.removedNames(outcome.names, from: outcome.field), global)
    }
  }

  /// A sentence for people; for programs the field and each name by itself.
  private static func tell(_ outcome: NamesOutcome, _ sentence: Text, _ global: GlobalOptions) {
    switch global.reportFormat {
    case .table: Output.line(sentence)
    case .csv:
      var table = TextTable(["field", outcome.deed.rawValue], kinds: [outcome.deed.rawValue: .masked])
      for name in outcome.names { table.append([outcome.field.name, name]) }
      table.write(as: .csv)
    case .json: Output.json(outcome.node, masked: false)
    }
  }
}
