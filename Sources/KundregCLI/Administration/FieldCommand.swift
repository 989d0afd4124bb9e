import Texts
import ArgumentParser
import CustomerModel
import Mapping
import RegisterStore
import Runs

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

    func run() throws {
      let fields = try global.openRegister().read { register in
        // Whoever may see a card may know what it is made of.
        _ = try global.actor(in: register).sight(in: register)
        return try register.customFields()
      }
      var table = TextTable(["name", "kind", "choices", "removed"], kinds: ["removed": .boolean])
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

    func validate() throws {
      if kind == .choice, words?.isEmpty ?? true { throw ValidationError("A choice needs --choices.") }
      if kind != .choice, choices != nil { throw ValidationError("--choices goes with the kind choice.") }
      if let words, Set(words).count < words.count { throw ValidationError("--choices names a word twice.") }
      if name.isEmpty || name == "*" { throw ValidationError("The name must not be empty or *.") }
    }

    private var words: [String]? {
      choices?.split(separator: ",").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }

    func run() throws {
      try global.openRegister().write { register in
        try global.actor(in: register).require(.administrator, in: register, to: "add custom fields")
        if let known = try register.customFields().first(where: { $0.name == name }) {
          guard known.isRemoved, known.kind == kind, known.choices == words ?? [] else {
            throw KundregError(
              .failed, code: "field.exists",
              known.isRemoved
                ? "There was a custom field \(name) that customers still have values of. Add it as it was: "
                  + "\(known.kind.rawValue)\(known.choices.isEmpty ? "" : " --choices \(ShellWord.quoted(known.choices.joined(separator: ",")))")."
                : "There is a custom field \(name) already.")
          }
          return try register.restoreCustomField(name)
        }
        if let near = try register.customFields().first(where: { $0.name.lowercased() == name.lowercased() }) {
          throw KundregError(
            .failed, code: "field.exists",
            near.isRemoved
              ? "There was a custom field \(near.name), and nobody could tell a column \(name) from it. `kundreg field add` with "
                + "that name takes it into use again."
              : "There is a custom field \(near.name) already, and nobody could tell a column \(name) from it.")
        }
        try register.addCustomField(CustomFieldDefinition(name: name, kind: kind, choices: words ?? []))
      }
      Output.done(
        "Added the custom field \(name). In files and lists it is customFields.\(name).",
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
      let uses = try global.openRegister().write { register in
        try global.actor(in: register).require(.administrator, in: register, to: "remove custom fields")
        guard let known = try register.customFields().first(where: { $0.name == name }), !known.isRemoved else {
          throw KundregError(
            .failed, code: "field.unknownCustom",
            "There is no custom field \(name). `kundreg field list` shows those that there are.")
        }
        return try register.removeCustomField(name)
      }
      Output.done(
        uses == 0
          ? "Removed the custom field \(name)."
          : "Removed the custom field \(name). The value stays with \(uses.counted("customer")).",
        ["name": name, "customers": "\(uses)"], as: global.reportFormat)
    }
  }
}

extension CustomFieldDefinition.Kind: ExpressibleByArgument {}
