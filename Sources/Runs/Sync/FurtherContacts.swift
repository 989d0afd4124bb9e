import AccountingSystems
import ConfigurationFile
import CustomerModel
import Differ
import Documents
import Mapping
import RegisterStore

/// The contact persons beyond the first, whose names an accounting system keeps beside its records.
///
/// Only names are kept there, so nobody here is renamed or removed for what happens there: a name that is added there is a new
/// person here, unless one of that name is known; one that is taken away there stays here, and is not sent again. A person
/// who is added here is added there, and one who is taken away here is taken away there, if both sides had agreed on the name.
///
/// What was agreed on last stands in the link under the second person's name, which no merge of fields minds, as the set of
/// the names in the form in which they are compared.
struct FurtherContacts {
  /// Where a person's name is written.
  static let name = FieldPath(.contactName, position: 0)
  /// Under what is kept what was agreed on.
  static let slot = FieldPath(.contactName, position: 1)

  /// What is to be done for one customer.
  struct Decision {
    /// Names that come into the register.
    var arriving: [String] = []
    /// What both sides agree on then.
    var agreed: AgreedState
    /// Names that go to the system, as they are compared and as they are written there.
    var added: [(key: String, text: String)] = []
    var removed: [(key: String, row: CustomerReference)] = []
    /// Names that cannot be sent.
    var problems: [OutgoingProblem] = []
  }

  let scope: SyncScope
  private let rows: [String: [CustomerReference]]
  private let owner: MergeSide?

  /// Nil where the mapping does not both read and write the name of the one person of a record.
  init?(_ scope: SyncScope, rows: [CustomerReference]) {
    guard scope.outgoing.key(of: Self.name) != nil, scope.reading.fields.contains(Self.name) else { return nil }
    self.scope = scope
    self.rows = Dictionary(grouping: rows, by: \.customer)
    owner = MergeRules(scope.context.system).owners[Self.name]
  }

  /// The customers for whom something may have to be done, by id.
  func customers(in reader: RegisterReader) throws -> [Int64] {
    var found = try reader.customersWithFurtherContacts(scope.system, agreedAs: Self.slot.description)
    for customer in rows.keys {
      if let link = try reader.link(scope.system, remoteID: customer), !link.isGone { found.insert(link.customer) }
    }
    return found.sorted()
  }

  /// The link and the card of a customer of the sync; nil for one who waits for something else, or is left out.
  func subject(_ customer: Int64, in reader: RegisterReader) throws -> (link: CustomerLink, card: CustomerCard)? {
    guard let link = try reader.link(scope.system, customer: customer), !link.isGone, link.agreed != nil,
      let card = try reader.card(ofCustomer: customer), !scope.isLeftOut(card),
      try reader.inboxEntry(scope.system, remoteID: link.remoteID) == nil
    else { return nil }
    return (link, card)
  }

  func decide(_ link: CustomerLink, _ card: CustomerCard) -> Decision {
    var decision = Decision(agreed: link.agreed ?? AgreedState())
    var there: [String: (name: String, row: CustomerReference)] = [:]
    var order: [String] = []
    for row in rows[link.remoteID] ?? [] {
      guard let name = read(row.name) else { continue }
      let key = key(name)
      guard there[key] == nil else { continue }
      there[key] = (name, row)
      order.append(key)
    }
    var all: Set<String> = []
    var further: [(key: String, name: String)] = []
    for position in 0..<card.contactPersonCount {
      guard let name = card[FieldPath(.contactName, position: position)] else { continue }
      let key = key(name)
      if all.insert(key).inserted, position > 0 { further.append((key, name)) }
    }
    let registerBase = Self.names(decision.agreed.register[Self.slot])
    let erpBase = Self.names(decision.agreed.erp[Self.slot])
    if owner != .register, scope.options.direction != .push {
      for key in order where !erpBase.contains(key) && !all.contains(key) {
        decision.arriving.append(there[key]!.name)
        all.insert(key)
      }
    }
    let known = registerBase.filter { all.contains($0) || there[$0] != nil }.union(all.filter { there[$0] != nil })
    if owner != .erp {
      for (key, name) in further where !known.contains(key) {
        let (text, problems) = written(name)
        decision.problems += problems
        if let text { decision.added.append((key, text)) }
      }
      decision.removed = order.filter { known.contains($0) && !all.contains($0) }.map { ($0, there[$0]!.row) }
    }
    agree(known, Set(there.keys), in: &decision.agreed)
    return decision
  }

  /// Notes what both sides agree on.
  func agree(_ register: Set<String>, _ erp: Set<String>, in agreed: inout AgreedState) {
    agreed.agree(Self.slot, register: Self.set(register), erp: Self.set(erp))
  }

  /// Notes that a name was added there, or removed.
  func agree(on key: String, isThere: Bool, in agreed: inout AgreedState) {
    var (register, erp) = (Self.names(agreed.register[Self.slot]), Self.names(agreed.erp[Self.slot]))
    if isThere {
      register.insert(key)
      erp.insert(key)
    } else {
      register.remove(key)
      erp.remove(key)
    }
    agree(register, erp, in: &agreed)
  }

  /// The card with the persons who arrive behind its own.
  static func card(_ card: CustomerCard, adding names: [String]) -> CustomerCard {
    var card = card
    for name in names {
      let position = card.contactPersonCount
      for field in Field.all where field.isRepeated && field.kind == .boolean {
        card[FieldPath(field, position: position)] = "0"
      }
      card[FieldPath(.contactName, position: position)] = name
    }
    return card
  }

  // MARK: Names

  /// A name as the mapping writes it; nil, with the reasons, when it cannot.
  private func written(_ name: String) -> (text: String?, problems: [OutgoingProblem]) {
    let made = scope.outgoing.members(
      for: [Self.name], of: CustomerCard([Self.name: name]), isCreation: false, objection: scope.service.objection)
    guard case .text(let text)? = made.members.first?.value else { return (nil, made.problems) }
    return (text, [])
  }

  /// A name of the system's as the mapping reads it.
  private func read(_ text: String) -> String? {
    guard let key = scope.outgoing.key(of: Self.name) else { return nil }
    return scope.reading.read(.object([.init(key: key, value: .text(text))]))[Self.name]
  }

  /// The form in which names are compared: as they are written, without regard to case.
  private func key(_ name: String) -> String { (written(name).text ?? name).lowercased() }

  private static func names(_ set: String?) -> Set<String> { Set(CustomerCard.names(inSet: set ?? "")) }

  private static func set(_ names: Set<String>) -> String? { names.isEmpty ? nil : CustomerCard.set(of: names) }
}
