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
        try SearchTerms.savedFilters(in: register, for: global.actor(in: register))
          .map { ($0, try SearchTerms.terms(of: $0)) }
      }
      var table = TextTable(
        ["name", "search", "where", "sort", "columns", "customers", "user", "saved"],
        kinds: [
          "customers": .choice { CustomerSearch.Activity(rawValue: $0)?.label ?? Text(verbatim: $0) }, "saved": .time,
        ])
      for (filter, terms) in filters {
        table.append([
          filter.name, terms.text.map { IdentityMask.masked($0) },
          terms.conditionTexts.map { IdentityMask.masked(terms.conditionTexts.count > 1 ? "(\($0))" : $0) }
            .joined(separator: " and "),
          terms.sort, terms.columns, (terms.activity ?? .active).rawValue, filter.createdBy, filter.createdAt,
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
        let actor = try global.actor(in: register)
        let terms = try selection.selection().allTerms(in: register)
        try terms.save(as: name, in: register, by: actor)
        return try register.customers(terms.search(in: register, as: actor)).count
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
