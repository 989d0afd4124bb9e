import ArgumentParser
import CustomerModel
import Differ
import RegisterStore
import Runs

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

  func run() throws {
    try global.openRegister().read { register in
      let actor = try global.actor(in: register)
      _ = try actor.sight(in: register)
      let own = try register.customer(everNumbered: number)
      if let own, try register.key(ofCustomer: own) != nil {
        try actor.requireSight(of: own, in: register)
      } else {
        // Nobody is assigned to a customer that is gone.
        try actor.require(.view, in: register, to: "see the history of a deleted customer")
      }
      let shown = try identity.shown(in: register, as: actor)
      guard let all = try register.history(ofNumber: number) else {
        throw KundregError.unknownCustomer(number, mayBeDeleted: true)
      }
      // Who sees assigned customers only sees no merged one that was somebody else's.
      let history = try all.filter { try $0.customer == own || actor.canSee($0.customer, in: register) }
      // A person sees whose each line is where there are several; a program always does.
      let isOfSeveral = global.reportFormat != .table || history.contains { $0.number != number }
      let columns = ["when", "user", "run", "source", "action", "field", "old", "new"]
      var table = TextTable(
        columns + (isOfSeveral ? ["customer"] : []), kinds: ["run": .number, "customer": .customerNumber],
        showsIdentity: identity.showIdentity)
      for entry in history {
        for field in entry.fields where global.reportFormat != .table || !Self.isNoise(field, entry.action) {
          var own: [String: TextTable.Kind] = entry.isOfFile ? ["source": .path] : [:]
          if let kind = TextTable.Kind(field.path.field) { (own["old"], own["new"]) = (kind, kind) }
          table.append(
            [
              entry.startedAt, entry.user, "\(entry.run)", entry.source, entry.action.rawValue, field.path.description,
              field.old.map { shown($0, field.path) },
              field.new.map { shown($0, field.path) },
            ] + (isOfSeveral ? [entry.number] : []), own: own)
        }
      }
      table.write(as: global.reportFormat)
    }
  }

  /// True for a flag that was off when the customer came or went: nothing that a person wants to read.
  private static func isNoise(_ field: FieldChange, _ action: CustomerChange.Action) -> Bool {
    switch action {
    case .create: field.new == "0"
    case .delete: field.old == "0"
    default: false
    }
  }
}
