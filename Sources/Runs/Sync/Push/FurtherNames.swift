import CustomerModel
import Differ
import Documents
import Mapping
import Texts

/// How names of contact persons are compared with those that an accounting system keeps beside its records, and what is kept of
/// those that were agreed on.
///
/// What was agreed on last stands in the link under the second person's name, which no merge of fields minds, as the set of
/// the names in the form in which they are compared.
struct FurtherNames: Sendable {
  /// Where the name of the one person of a record is.
  static let first = FieldPath(.contactName, position: 0)
  /// Under what is kept what was agreed on.
  static let slot = FieldPath(.contactName, position: 1)

  private let outgoing: OutgoingMapping

  /// Nil where the mapping does not both read and write the name of the one person of a record.
  init?(_ outgoing: OutgoingMapping, reading: RemoteReading) {
    guard outgoing.key(of: Self.first) != nil, reading.fields.contains(Self.first) else { return nil }
    self.outgoing = outgoing
  }

  /// The form in which names are compared: as they are written, without regard to case.
  func key(_ name: String) -> String {
    (written(name, objection: { _, _ in nil }).text ?? name).lowercased()
  }

  /// A name as the mapping writes it; nil, with the reasons, when it cannot.
  func written(
    _ name: String, objection: (_ text: String, _ key: String) -> Text?
  ) -> (text: String?, problems: [OutgoingProblem]) {
    let made = outgoing.members(
      for: [Self.first], of: CustomerCard([Self.first: name]), isCreation: false, objection: objection)
    guard case .text(let text)? = made.members.first?.value else { return (nil, made.problems) }
    return (text, [])
  }

  // MARK: What was agreed on

  static func agreed(in state: AgreedState) -> (register: Set<String>, erp: Set<String>) {
    (names(state.register[slot]), names(state.erp[slot]))
  }

  /// Notes what both sides agree on.
  static func agree(_ register: Set<String>, _ erp: Set<String>, in agreed: inout AgreedState) {
    agreed.agree(slot, register: set(register), erp: set(erp))
  }

  /// Notes that a name was added there, or removed.
  static func agree(on key: String, isThere: Bool, in state: inout AgreedState) {
    var (register, erp) = agreed(in: state)
    if isThere {
      register.insert(key)
      erp.insert(key)
    } else {
      register.remove(key)
      erp.remove(key)
    }
    agree(register, erp, in: &state)
  }

  /// Notes that the record's person gave way to another there: the earlier one stays here, but nobody added that name here, so
  /// it is nothing to be sent.
  func agreeOnDisplaced(from before: CustomerCard, to after: CustomerCard, in state: inout AgreedState) {
    guard before[Self.first] != after[Self.first], let name = before[Self.first].map(key),
      after[Self.first].map(key) != name, !further(before).contains(name), further(after).contains(name)
    else { return }
    let (register, erp) = Self.agreed(in: state)
    Self.agree(register.union([name]), erp, in: &state)
  }

  /// Notes that, where the record names nobody, another name of the list came first here: it still is no value for the record.
  func agreeOnFollower(in card: CustomerCard, _ state: inout AgreedState) {
    guard let earlier = state.register[Self.first], state.erp[Self.first] == nil, let now = card[Self.first],
      now != earlier, Self.agreed(in: state).erp.contains(key(now))
    else { return }
    state.agree(Self.first, register: now, erp: nil)
  }

  private func further(_ card: CustomerCard) -> Set<String> {
    guard card.contactPersonCount > 1 else { return [] }
    return Set((1..<card.contactPersonCount).compactMap { card[FieldPath(.contactName, position: $0)] }.map(key))
  }

  private static func names(_ set: String?) -> Set<String> { Set(CustomerCard.names(inSet: set ?? "")) }

  private static func set(_ names: Set<String>) -> String? { names.isEmpty ? nil : CustomerCard.set(of: names) }
}
