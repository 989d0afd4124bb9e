import ArgumentParser
import CustomerModel
import Differ
import Foundation
import RegisterStore
import Runs

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

  /// What stands in the column of fields for a pair that is not sure.
  static let match = "match"

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
      let register = try global.openRegister(configuration)
      var table = TextTable(
        ["erp", "number", "name", "field", "register", "erp value", "since"], kinds: ["number": .customerNumber],
        showsIdentity: identity.showIdentity)
      try register.read { reader in
        let actor = try global.actor(in: reader)
        _ = try actor.sight(in: reader)
        let shown = try identity.shown(in: reader, as: actor)
        let conflicts = try reader.conflicts(system: erp, customer: nil)
        let questions = try reader.matchQuestions(erp).filter { $0.answer == nil }
        // What is left of a system that the configuration no longer has may be looked at all the same.
        if let erp, conflicts.isEmpty, questions.isEmpty { _ = try configuration.system(named: erp) }
        for record in conflicts where try actor.canSee(record.customer, in: reader) {
          let path = record.conflict.path
          let kind = TextTable.Kind(path.field)
          table.append(
            [
              record.system, record.number, record.name, path.description,
              record.conflict.register.map { shown($0, path) }, record.conflict.erp.map { shown($0, path) },
              record.since,
            ], own: kind.map { ["register": $0, "erp value": $0] } ?? [:])
        }
        for question in questions where try actor.canSee(question.customer, in: reader) {
          let card = try reader.card(ofCustomer: question.customer)
          table.append(
            [
              question.system, question.customerNumber, card?[.customerName], ConflictsCommand.match,
              customer(question.customerNumber, card?[.customerName]),
              customer(question.remoteNumber, question.remoteName),
              nil,
            ], own: ["register": .masked, "erp value": .masked])
        }
      }
      table.write(as: global.reportFormat)
    }

    /// A customer in one cell: the number and the name are masked each by itself.
    private func customer(_ number: String, _ name: String?) -> String {
      identity.showIdentity
        ? "\(number) \(name ?? "")" : "\(IdentityMask.maskedNumber(number)) \(IdentityMask.masked(name ?? ""))"
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

    enum Side: String, ExpressibleByArgument, CaseIterable {
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
      if remote != nil, field != ConflictsCommand.match {
        throw ValidationError("--remote goes with match only.")
      }
      if (take == nil) == (value == nil) { throw ValidationError("Give either --take register|erp or --value VALUE.") }
      if field == ConflictsCommand.match, value != "same", value != "different" {
        throw ValidationError("Say whether the two are one customer: --value same or --value different.")
      }
    }

    func run() throws {
      let configuration = try global.configuration()
      let (register, actor) = try global.enter(configuration)
      let resolution = ConflictResolution(configuration: configuration, library: try global.mappings(configuration))
      let sentence: String
      if field == ConflictsCommand.match {
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
          number: number, field: CustomerSelection.field(field), erp: erp, decision: decision, in: register,
          as: actor)
      }
      Output.done(sentence, ["number": number, "field": field], as: global.reportFormat)
    }
  }
}
