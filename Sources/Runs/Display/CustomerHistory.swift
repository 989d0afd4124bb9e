package import CustomerModel
package import Differ
package import RegisterStore
package import Texts

/// What became of a customer, change by change, as a user may see it.
package struct CustomerHistory: Sendable {
  /// One run's changes of one customer.
  package struct Entry: Sendable {
    package let startedAt: String
    package let user: String
    package let run: Int
    package let source: String
    /// The source as people read it.
    package var toldSource: Text { RunSourceTexts.told(source, isOfFile: isOfFile) }
    /// True when the source is a file's name.
    package let isOfFile: Bool
    package let action: CustomerChange.Action
    /// The customer's number at the time.
    package let number: String
    package let fields: [Field]
  }

  /// One field's change, as people read it.
  package struct Field: Sendable {
    package let path: FieldPath
    /// Nil for no value.
    package let old: Text?
    package let new: Text?
    /// True for a flag that was off when the customer came or went: nothing that a person wants to read.
    package let isNoise: Bool
  }

  /// Oldest first.
  package let entries: [Entry]
  /// True when customers that were merged into it are among them, or another number of its own.
  package let isOfSeveralNumbers: Bool

  /// - Parameters:
  ///   - number: the customer's, or one that it had earlier; a deleted customer's, too.
  ///   - showsIdentity: true when the user asks for personal identity numbers in full.
  /// - Throws: ``KundregError``: `customer.unknown` with status 1, 77 when the user may not see the customer, or asks for what only
  ///   an administrator sees.
  package init(
    ofNumber number: String, showsIdentity: Bool = false, in register: RegisterReader, as actor: ActingUser
  ) throws {
    _ = try actor.sight(in: register)
    let own = try register.customer(everNumbered: number)
    if let own, try register.key(ofCustomer: own) != nil {
      try actor.requireSight(of: own, in: register)
    } else {
      // Nobody is assigned to a customer that is gone.
      try actor.require(.view, in: register, to: DeedTexts.seeDeletedHistory)
    }
    let values = try ShownValue(IdentityDisplay(inFull: showsIdentity, in: register, as: actor), in: register)
    guard let all = try register.history(ofNumber: number) else {
      throw KundregError.unknownCustomer(number, mayBeDeleted: true)
    }
    // Who sees assigned customers only sees no merged one that was somebody else's.
    let seen = try all.filter { try $0.customer == own || actor.canSee($0.customer, in: register) }
    isOfSeveralNumbers = seen.contains { $0.number != number }
    entries = seen.map { entry in
      Entry(
        startedAt: entry.startedAt, user: values.identity.words(entry.user), run: entry.run,
        source: entry.isOfFile ? entry.source : values.identity.words(entry.source), isOfFile: entry.isOfFile,
        action: entry.action, number: values.identity.number(entry.number),
        fields: entry.fields.map { Self.field($0, entry.action, values) })
    }
  }

  private static func field(
    _ change: FieldChange, _ action: CustomerChange.Action, _ values: ShownValue
  ) -> Field {
    let isNoise =
      switch action {
      case .create: change.new == "0"
      case .delete: change.old == "0"
      default: false
      }
    return Field(
      path: change.path, old: change.old.map { values.text($0, at: change.path) },
      new: change.new.map { values.text($0, at: change.path) }, isNoise: isNoise)
  }
}
