import ArgumentParser
import CustomerModel
import Documents
import RegisterStore
import Runs
import Writers

/// `kundreg customer show NUMBER`
struct CustomerShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "The customer's card.",
    discussion: """
      EXAMPLE
        kundreg customer show 1001
        kundreg customer show 1001 --sort status --format table
      """)

  @Argument(help: "The customer number.")
  var number: String
  @Option(help: ArgumentHelp("What the references are sorted by; :desc turns the order.", valueName: "member[:desc]"))
  var sort = "date:desc"
  @OptionGroup var identity: IdentityOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.openRegister().read { register in
      let actor = try global.actor(in: register)
      _ = try actor.sight(in: register)
      guard let key = try register.key(ofNumber: number), let card = try register.card(ofCustomer: key.id) else {
        throw KundregError.unknownCustomer(number)
      }
      try actor.requireSight(of: key.id, in: register)
      let shown = try identity.shown(in: register, as: actor)
      let records = try RecordTables(card, sort: sort)
      let settings = try register.settings()
      let vat = VATDisplay(card, settings)
      let displayName = (identity.showIdentity ? card : card.masked).displayName(settings)
      switch global.reportFormat {
      case .json:
        // What the card is shown as stands after the card itself, which stays what an import takes.
        let display = JSONNode.object([
          .init(key: "displayName", value: .text(displayName)),
          .init(
            key: "vatOnOrders",
            value: .object([
              .init(key: "shown", value: .boolean(vat.isShown)),
              .init(key: "percent", value: vat.percent.map { .number($0) } ?? .null),
              .init(key: "perArticleRow", value: .boolean(vat.isPerArticleRow)),
              .init(key: "reason", value: .text(vat.reason)),
            ])),
        ])
        let bytes = CardJSON(definitions: try register.customFields()).bytes(
          of: identity.showIdentity ? card : card.masked, pretty: true)
        Output.write(Self.joined(bytes, display))
      case .csv, .table:
        if global.reportFormat == .table { Output.write("\(displayName)\n\n") }
        var table = TextTable(["field", "value"], showsIdentity: identity.showIdentity)
        let isTable = global.reportFormat == .table
        for path in card.paths where !isTable || path.field.recordKind == nil && settings.shows(path.field) {
          table.append(
            [path.description, shown(card[path], path)], own: TextTable.Kind(path.field).map { ["value": $0] } ?? [:])
        }
        if global.reportFormat == .table {
          table.append(["VAT on orders and prints", "\(vat.isShown ? "shown" : "not shown"): \(vat.reason)"])
        }
        table.write(as: global.reportFormat)
        if isTable {
          try records.write(settings)
          Self.tellHidden(card, settings)
          for target in try register.mergeTargets(of: key.id) where try actor.canSee(target, in: register) {
            guard let number = try register.key(ofCustomer: target)?.number else { continue }
            Output.write(
              "\nMerged into \(IdentityMask.maskedNumber(number)), whose history has this customer's until then.\n")
          }
        }
      }
    }
  }

  /// What the customer has and the table leaves out: nobody is to take it for missing.
  private static func tellHidden(_ card: CustomerCard, _ settings: RegisterSettings) {
    let hidden = Field.all.filter { field in !settings.shows(field) && card.paths.contains { $0.field == field } }
    guard !hidden.isEmpty else { return }
    Output.line("\nHidden by the register's settings; `kundreg settings set SETTING on` shows it:")
    for field in hidden { Output.line("    \(field.name) (\(field.shownBy?.rawValue ?? ""))") }
  }

  /// One object with the members of both.
  private static func joined(_ card: [UInt8], _ more: JSONNode) -> [UInt8] {
    var end: [UInt8] = []
    more.write(to: &end, indent: 0)
    let head = card.dropLast(2)  // the line end and the brace
    return head + Array(",".utf8) + end.dropFirst() + [0x0A]
  }
}
