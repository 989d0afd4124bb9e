import ArgumentParser
import CustomerModel
import Mapping
import Runs
import Texts

/// `kundreg field …`
struct FieldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "field",
    abstract: "The register's custom fields.",
    discussion: """
      EXAMPLE
        kundreg field add Region choice --choices Norr,Syd
        kundreg field list
      """,
    subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "The custom fields and what their values are.",
      discussion: """
        EXAMPLE
          kundreg field list
        """)
    @OptionGroup var global: GlobalOptions

    private static func kind(_ word: String) -> Text {
      Text(en: word, sv: CustomFieldDefinition.Kind(rawValue: word)?.label.swedish ?? word)
    }

    func run() throws {
      let (register, actor) = try global.enter()
      let fields = try CustomFieldAdministration(register, as: actor).fields()
      var table = TextTable(
        ["name", "kind", "choices", "removed"], kinds: ["kind": .choice(Self.kind), "removed": .boolean])
      for field in fields {
        table.append([
          field.name, field.kind.rawValue, field.choices.joined(separator: ", "), field.isRemoved ? "yes" : "no",
        ])
      }
      table.write(as: global.reportFormat)
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a custom field. Takes an administrator.",
      discussion: """
        EXAMPLE
          kundreg field add Region choice --choices Norr,Syd
        """)
    @Argument(help: "The field's name.")
    var name: String
    @Argument(help: "text, number, date, boolean or choice.")
    var kind: CustomFieldDefinition.Kind
    @Option(help: ArgumentHelp("The words of a choice, with commas between.", valueName: "words"))
    var choices: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let words = choices?.split(separator: ",").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
      let (register, actor) = try global.enter()
      try CustomFieldAdministration(register, as: actor).add(name, kind, choices: words ?? [])
      Output.done(
        RegisterCommandTexts.addedField(name),
        ["name": name, "kind": kind.rawValue], as: global.reportFormat)
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a custom field. Takes an administrator.",
      discussion: """
        Values that customers have stay and are shown; new ones are refused. `kundreg field add` takes the field into use
        again.

        EXAMPLE
          kundreg field remove Region
        """)
    @Argument(help: "The field's name.")
    var name: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let (register, actor) = try global.enter()
      let uses = try CustomFieldAdministration(register, as: actor).remove(name)
      Output.done(
        RegisterCommandTexts.removedField(name, customers: uses),
        ["name": name, "customers": "\(uses)"], as: global.reportFormat)
    }
  }
}

extension CustomFieldDefinition.Kind: WordOption {}
