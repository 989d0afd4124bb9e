import ArgumentParser
import CustomerModel
import Differ
import Foundation
import RegisterStore
import Runs
import Texts

/// `kundreg conflicts`
struct ConflictsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "Fields that both sides changed, and pairs that are not sure.",
    discussion: """
      EXAMPLE
        kundreg conflicts
        kundreg conflicts resolve 1001 email --take register
      """,
    subcommands: [ListCommand.self, ResolveCommand.self], defaultSubcommand: ListCommand.self)

  struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List what waits for a decision.",
      discussion: """
        A row whose field is "match" asks whether two customers are the same.

        EXAMPLE
          kundreg conflicts list
        """)

    @Option(help: ArgumentHelp("Only those with this accounting system.", valueName: "name"))
    var erp: String?
    @OptionGroup var identity: IdentityOption
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let configuration = try global.configuration()
      let list = try global.openRegister(configuration).read { register in
        try ConflictList(
          with: erp, showsIdentity: identity.showIdentity, configuration: configuration, in: register,
          as: global.actor(in: register))
      }
      var table = TextTable(
        ["erp", "number", "name", "field", "register", "erp value", "since"],
        kinds: ["number": .customerNumber, "since": .time],
        showsIdentity: identity.showIdentity)
      for item in list.items {
        // The two customers of a pair are masked already, part by part.
        let kind = item.path.map { TextTable.Kind($0.field) } ?? .masked
        let field = item.path?.columnHeading ?? Text(verbatim: item.field)
        table.append(
          [item.system, item.number, item.name].map { $0.map(Text.init(verbatim:)) } + [field, item.register, item.erp]
            + [item.since.map(Text.init(verbatim:))],
          own: kind.map { ["register": $0, "erp value": $0] } ?? [:])
      }
      table.write(as: global.reportFormat)
    }
  }

  struct ResolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "resolve",
      abstract: "Decide a conflict; the next sync carries it out.",
      discussion: """
        EXAMPLE
          kundreg conflicts resolve 1001 email --take register
          kundreg conflicts resolve 1001 phone --value "08-123 45 67"
          kundreg conflicts resolve 1002 match --value same
          kundreg conflicts resolve 1002 match --value different --erp fortnox --remote 17
        """)

    enum Side: String, WordOption {
      case register, erp
    }

    @Argument(help: "The customer number here.")
    var number: String
    @Argument(help: "The field, or match for a pair that is not sure.")
    var field: String
    @Option(help: "Whose value holds.")
    var take: Side?
    @Option(help: "A value that holds instead; for match: same or different.")
    var value: String?
    @Option(help: ArgumentHelp("The accounting system, when several have the conflict.", valueName: "name"))
    var erp: String?
    @Option(
      help: ArgumentHelp(
        "For match: the customer number there, when several may be the same.", valueName: "number"))
    var remote: String?
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if remote != nil, field != ConflictList.match { throw ValidationError(SyncOptionTexts.remoteWithoutMatch) }
      if (take == nil) == (value == nil) { throw ValidationError(SyncOptionTexts.takeOrValue) }
      if field == ConflictList.match, value != "same", value != "different" {
        throw ValidationError(SyncOptionTexts.sameOrDifferent)
      }
    }

    func run() throws {
      let configuration = try global.configuration()
      let (register, actor) = try global.enter(configuration)
      let resolution = ConflictResolution(configuration: configuration, library: try global.mappings(configuration))
      let sentence: Text
      if field == ConflictList.match {
        sentence = try resolution.answerMatch(
          number: number, erp: erp, remote: remote, isSame: value == "same", in: register, as: actor)
      } else {
        let decision: ConflictResolution.Decision =
          switch take {
          case .register: .register
          case .erp: .erp
          case nil: .value(value ?? "")
          }
        sentence = try resolution.resolve(
          number: number, field: SearchTerms.field(field), erp: erp, decision: decision, in: register,
          as: actor)
      }
      Output.done(sentence, ["number": number, "field": field], as: global.reportFormat)
    }
  }
}
