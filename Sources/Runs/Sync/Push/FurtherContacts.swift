import AccountingSystems
import ConfigurationFile
import CustomerModel
import Differ
import Documents
import Mapping
import RegisterStore
import Texts

/// The contact persons beyond the first, whose names an accounting system keeps beside its records.
///
/// Only names are kept there, so nobody here is renamed or removed for what happens there: a name that is added there is a new
/// person here, unless one of that name is known; one that is taken away there stays here, and is not sent again. A person
/// who is added here is added there, and one who is taken away here is taken away there, if both sides had agreed on the name.
/// The names of the list never become the one in the record by themselves, nor does that one come into the list.
struct FurtherContacts {
  /// What is to be done for one customer.
  struct Decision {
    /// Names that come into the register.
    var arriving: [String] = []
    /// What both sides agree on then.
    var agreed: AgreedState
    /// Names that go to the system, as they are compared and as they are written there.
    var added: [(key: String, text: String)] = []
    /// A name may stand in several rows.
    var removed: [(key: String, rows: [CustomerReference])] = []
    /// Names that cannot be sent.
    var problems: [OutgoingProblem] = []
  }

  let scope: SyncScope
  private let rows: [String: [CustomerReference]]
  private let names: FurtherNames
  private let owner: MergeSide?

  /// Nil where the mapping does not both read and write the name of the one person of a record.
  init?(_ scope: SyncScope, rows: [CustomerReference]) {
    guard let names = FurtherNames(scope.outgoing, reading: scope.reading) else { return nil }
    self.scope = scope
    self.names = names
    self.rows = Dictionary(grouping: rows, by: \.customer)
    owner = MergeRules(scope.context.system).owners[FurtherNames.first]
  }

  /// The customers for whom something may have to be done, by id.
  func customers(in reader: RegisterReader) throws -> [Int64] {
    var found = try reader.customersWithFurtherContacts(scope.system, agreedAs: FurtherNames.slot.description)
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
    var there: [String: [CustomerReference]] = [:]
    var order: [(key: String, name: String)] = []
    for row in rows[link.remoteID] ?? [] {
      guard let name = read(row.name) else { continue }
      let key = names.key(name)
      if there[key] == nil { order.append((key, name)) }
      there[key, default: []].append(row)
    }
    var all: Set<String> = []
    var further: [(key: String, name: String)] = []
    for position in 0..<card.contactPersonCount {
      guard let name = card[FieldPath(.contactName, position: position)] else { continue }
      let key = names.key(name)
      if all.insert(key).inserted, position > 0 { further.append((key, name)) }
    }
    let agreed = FurtherNames.agreed(in: decision.agreed)
    var waiting: Set<String> = []
    if owner != .register, scope.options.direction != .push {
      let arriving = order.filter { !agreed.erp.contains($0.key) && !all.contains($0.key) }
      if mayArrive(card, decision.agreed) {
        decision.arriving = arriving.map(\.name)
        all.formUnion(arriving.map(\.key))
      } else {
        waiting = Set(arriving.map(\.key))
      }
    }
    if card.contactPersonCount == 0, let first = decision.arriving.first {
      // Who becomes the first here stands in the list there: that is agreed, and no value for the record.
      let said = decision.agreed.erp[FurtherNames.first]
      decision.agreed.agree(FurtherNames.first, register: first, erp: said)
    }
    let known = agreed.register.filter { all.contains($0) || there[$0] != nil }.union(
      all.filter { there[$0] != nil })
    if owner != .erp {
      for (key, name) in further where !known.contains(key) {
        let (text, problems) = written(name)
        decision.problems += problems
        if let text { decision.added.append((key, text)) }
      }
      decision.removed = order.filter { known.contains($0.key) && !all.contains($0.key) }.map {
        ($0.key, there[$0.key]!)
      }
    }
    FurtherNames.agree(known, Set(there.keys).subtracting(waiting), in: &decision.agreed)
    return decision
  }

  /// False where the person of the record was taken away here, and the record is still to be told: until then the place of
  /// the first one is not free.
  private func mayArrive(_ card: CustomerCard, _ agreed: AgreedState) -> Bool {
    card.contactPersonCount > 0 || agreed.register[FurtherNames.first] == nil
  }

  /// The card with the persons who arrive behind its own.
  static func card(_ card: CustomerCard, adding names: [String]) -> CustomerCard {
    var card = card
    for name in names {
      let position = card.contactPersonCount
      for (field, value) in NewContactDefaults.values { card[FieldPath(field, position: position)] = value }
      card[FieldPath(.contactName, position: position)] = name
    }
    return card
  }

  // MARK: Names

  /// A name as the mapping writes it; nil, with the reasons, when it cannot.
  private func written(_ name: String) -> (text: String?, problems: [OutgoingProblem]) {
    names.written(name, objection: scope.service.objection)
  }

  /// A name of the system's as the mapping reads it.
  private func read(_ text: String) -> String? {
    guard let key = scope.outgoing.key(of: FurtherNames.first) else { return nil }
    return scope.reading.read(.object([.init(key: key, value: .text(text))]))[FurtherNames.first]
  }
}
