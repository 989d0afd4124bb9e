import ArgumentParser
import CustomerModel
import Differ
import RegisterStore
import Runs
import Texts

/// `kundreg customer history NUMBER`
struct CustomerHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Every change of a customer: when, who, in which run, old and new.",
    discussion: """
      Customers that were merged into it are among them, with what happened to them until then. A number that the customer \
      had earlier finds it, too.

      EXAMPLE
        kundreg customer history 1001
      """)

  @Argument(help: "The customer number; a deleted customer's too, and one that it had earlier.")
  var number: String
  @OptionGroup var identity: IdentityOption
  @OptionGroup var global: GlobalOptions

  private static let kinds: [String: TextTable.Kind] = [
    "when": .time, "run": .number, "customer": .customerNumber,
    "action": .choice { CustomerChange.Action(rawValue: $0)?.label ?? Text(verbatim: $0) },
  ]

  func run() throws {
    let history = try global.openRegister().read { register in
      try CustomerHistory(
        ofNumber: number, showsIdentity: identity.showIdentity, in: register, as: global.actor(in: register))
    }
    // A person sees whose each line is where there are several; a program always does.
    let namesCustomers = global.reportFormat != .table || history.isOfSeveralNumbers
    let columns = ["when", "user", "run", "source", "action", "field", "old", "new"]
    var table = TextTable(
      columns + (namesCustomers ? ["customer"] : []), kinds: Self.kinds,
      showsIdentity: identity.showIdentity)
    for entry in history.entries {
      for field in entry.fields where global.reportFormat != .table || !field.isNoise {
        var own: [String: TextTable.Kind] = entry.isOfFile ? ["source": .path] : [:]
        if let kind = TextTable.Kind(field.path.field) { (own["old"], own["new"]) = (kind, kind) }
        table.append(
          [
            entry.startedAt, entry.user, "\(entry.run)",
          ].map(Text.init(verbatim:)) + [
            entry.toldSource, Text(verbatim: entry.action.rawValue), field.path.columnHeading, field.old, field.new,
          ]
            + (namesCustomers ? [Text(verbatim: entry.number)] : []), own: own)
      }
    }
    table.write(as: global.reportFormat)
  }
}
