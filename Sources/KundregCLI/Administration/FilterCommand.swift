import ArgumentParser
import CustomerModel
import RegisterStore
import Runs
import Texts

/// `kundreg filter …`
struct FilterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter",
    abstract: "Saved searches: what a list asks for, under a name.",
    discussion: """
      EXAMPLE
        kundreg filter save utan-epost --where email= --sort name
        kundreg customer list --filter utan-epost
      """,
    subcommands: [List.self, Save.self, Delete.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "The saved filters, and what each asks for.",
      discussion: """
        EXAMPLE
          kundreg filter list
        """)
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let filters = try global.openRegister().read { register in
        try ShownFilter.all(in: register, for: global.actor(in: register))
      }
      var table = TextTable(
        ["name", "search", "where", "sort", "columns", "customers", "user", "saved"],
        kinds: [
          "customers": .choice { CustomerSearch.Activity(rawValue: $0)?.label ?? Text(verbatim: $0) }, "saved": .time,
        ])
      for filter in filters {
        table.append([
          filter.name, filter.search, filter.condition, filter.sort, filter.columns, filter.activity.rawValue,
          filter.user, filter.savedAt,
        ])
      }
      table.write(as: global.reportFormat)
    }
  }

  struct Save: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "save",
      abstract: "Keep a search under a name; one of yours with that name is replaced.",
      discussion: """
        EXAMPLE
          kundreg filter save utan-epost --where email= --sort name --columns number,name,phone
        """)
    @Argument(help: "The filter's name.")
    var name: String
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let count = try global.openRegister().write { register in
        try selection.selection().save(as: name, in: register, by: global.actor(in: register))
      }
      Output.done(
        RegisterCommandTexts.savedFilter(name, customers: count),
        ["name": name, "customers": "\(count)"], as: global.reportFormat)
    }
  }

  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "Forget a saved filter. Another user's takes an administrator.",
      discussion: """
        EXAMPLE
          kundreg filter delete utan-epost
        """)
    @Argument(help: "The filter's name.")
    var name: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try global.openRegister().write { register in
        try SearchTerms.delete(name, in: register, by: global.actor(in: register))
      }
      Output.done(RegisterCommandTexts.deletedFilter(name), ["name": name], as: global.reportFormat)
    }
  }
}
