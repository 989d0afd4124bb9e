package import CustomerModel
import Documents
package import RegisterStore
package import Texts
import Writers

/// A customer's card as a user may see it: found and masked by what the user may, and shown as the register's settings say.
package struct CustomerView: Sendable {
  /// The card, with identity numbers as they may be shown.
  package let card: CustomerCard
  /// What the card is headed by.
  package let displayName: String
  /// Whether orders and prints show VAT.
  package let vat: VATDisplay
  package let settings: RegisterSettings
  /// The numbers of the customers that it was merged into, as far as the user may see them.
  package let mergedInto: [String]
  /// How links name the customer.
  package let handle: CustomerHandle
  private let values: ShownValue
  private let definitions: [CustomFieldDefinition]

  /// - Parameter showsIdentity: true when the user asks for personal identity numbers in full.
  /// - Throws: ``KundregError``: `customer.unknown` with status 1, 77 when the user may not see the customer, or asks for what only
  ///   an administrator sees.
  package init(
    ofNumber number: String, showsIdentity: Bool = false, in register: RegisterReader, as actor: ActingUser
  ) throws {
    try self.init(.number(number), showsIdentity: showsIdentity, in: register, as: actor)
  }

  /// The same for a customer that an address names.
  package init(
    _ asked: CustomerHandle, showsIdentity: Bool = false, in register: RegisterReader, as actor: ActingUser
  ) throws {
    // Before anything is looked up: a stranger does not even learn which customers there are.
    _ = try actor.sight(in: register)
    let found =
      switch asked {
      case .number(let number): try register.key(ofNumber: number)
      case .id(let id): try register.key(ofCustomer: id)
      }
    guard let key = found, let card = try register.card(ofCustomer: key.id) else {
      throw KundregError.unknownCustomer(asked.typed)
    }
    handle = CustomerHandle(id: key.id, number: key.number)
    try actor.requireSight(of: key.id, in: register)
    let identity = try IdentityDisplay(inFull: showsIdentity, in: register, as: actor)
    values = try ShownValue(identity, in: register)
    definitions = try register.customFields()
    settings = try register.settings()
    vat = VATDisplay(card, settings)
    self.card = identity.card(card)
    displayName = self.card.displayName(settings)
    mergedInto = try register.mergeTargets(of: key.id).filter { try actor.canSee($0, in: register) }
      .compactMap { try register.key(ofCustomer: $0)?.number }.map(identity.number)
  }

  /// True when identity numbers stand in it in full.
  package var showsIdentity: Bool { values.identity.isFull }

  /// The values that a person reads, in the order of the catalogue: without those that a setting hides, and without lists of
  /// records, which are tables of their own.
  package var shownFields: [(path: FieldPath, text: Text)] {
    allFields.filter { $0.path.field.recordKind == nil && settings.shows($0.path.field) }
  }

  /// Every value that the card has.
  package var allFields: [(path: FieldPath, text: Text)] {
    card.paths.map { ($0, values.words(card[$0], at: $0)) }
  }

  /// What the customer has and a setting hides: nobody is to take it for missing.
  package var hiddenFields: [Field] {
    Field.all.filter { field in !settings.shows(field) && card.paths.contains { $0.field == field } }
  }

  /// The lists of records that a person reads.
  ///
  /// - Parameter sort: what the references are sorted by, see ``RecordTable/Order``.
  package func recordTables(sort: RecordTable.Order) -> [RecordTable] {
    Field.all.compactMap { settings.shows($0) ? RecordTable($0, of: card, settings, sort: sort) : nil }
  }

  /// The card as an import takes it, and after it what the card is shown as.
  package var json: [UInt8] {
    let display = JSONNode.object([
      .init(key: "displayName", value: .text(displayName)),
      .init(
        key: "vatOnOrders",
        value: .object([
          .init(key: "shown", value: .boolean(vat.isShown)),
          .init(key: "percent", value: vat.percent.map { .number($0) } ?? .null),
          .init(key: "perArticleRow", value: .boolean(vat.isPerArticleRow)),
          .init(key: "reason", value: .text(vat.reason.english)),
        ])),
    ])
    var end: [UInt8] = []
    display.write(to: &end, indent: 0)
    // One object with the members of both: without the line end and the brace of the first.
    let head = CardJSON(definitions: definitions).bytes(of: card, pretty: true).dropLast(2)
    return head + Array(",".utf8) + end.dropFirst()
  }
}
