package import CustomerModel
package import Documents
package import SwedishIdentity

/// One record of a list on a card: an article, a facility, a reference.
package struct Record: Sendable, Equatable {
  package let kind: RecordKind
  /// The members in their order, those that the kind does not know last; a member without a value is left out.
  package private(set) var members: [JSONNode.Member]

  package init(_ kind: RecordKind) {
    self.kind = kind
    members = []
  }

  /// Values as people and files write them, brought to their canonical forms.
  ///
  /// - Parameters:
  ///   - today: Decides the century of dates that have two digits for the year.
  ///   - isAbroad: true for a customer who is not certainly in Sweden: the postal code of a record without a country of its
  ///     own stays as it is.
  package init(_ kind: RecordKind, _ values: [String: String], today: CalendarDay, isAbroad: Bool = false) {
    self.init(kind)
    let members = values.map { (name: Self.name($0, of: kind), text: $1) }
    // The country decides the form of the postal code.
    for member in members where Self.isCountry(member.name, in: kind) {
      set(member.name, to: .text(member.text), today: today)
    }
    for member in members where !Self.isCountry(member.name, in: kind) {
      set(member.name, to: .text(member.text), today: today, isAbroad: isAbroad)
    }
  }

  /// An object of a list, brought to its canonical form.
  init(_ kind: RecordKind, node: JSONNode, today: CalendarDay, isAbroad: Bool = false) {
    self.init(kind)
    let members = node.members.map { (name: Self.name($0.key, of: kind), value: $0.value) }
    for member in members where Self.isCountry(member.name, in: kind) {
      set(member.name, to: member.value, today: today)
    }
    for member in members where !Self.isCountry(member.name, in: kind) {
      set(member.name, to: member.value, today: today, isAbroad: isAbroad)
    }
  }

  /// What a member holds as text: a number's digits, `1` for yes, words with `; ` between. Nil when the record lacks it.
  package subscript(_ name: String) -> String? {
    switch members.first(where: { $0.key == name })?.value {
    case .text(let text)?, .number(let text)?: text
    case .boolean(let value)?: value ? "1" : "0"
    case .array(let items)?: items.compactMap(\.scalarText).joined(separator: "; ")
    default: nil
    }
  }

  /// Sets a member as people write it; a blank text takes it away.
  package mutating func set(_ name: String, to text: String, today: CalendarDay, isAbroad: Bool = false) {
    set(name, to: .text(text), today: today, isAbroad: isAbroad)
  }

  /// What tells the record apart from the others of its list; a part that it lacks is empty.
  package var key: [String] { kind.keyNames.map { self[$0] ?? "" } }

  /// The key as a person reads it.
  package var label: String { key.filter { !$0.isEmpty }.joined(separator: " ") }

  /// Takes out the members whose texts are found to be no values.
  mutating func removeTexts(where isNothing: (_ name: String, _ text: String) -> Bool) {
    members.removeAll { member in
      if case .text(let text) = member.value { isNothing(member.key, text) } else { false }
    }
  }

  var node: JSONNode { .object(members) }

  private mutating func set(_ name: String, to node: JSONNode, today: CalendarDay, isAbroad: Bool = false) {
    members.removeAll { $0.key == name }
    let memberKind = Self.member(name, of: kind)?.kind
    // Text alone, tidied, where the form is not Swedish.
    let isLeft = memberKind == .postalCode && !isSwedish(isAbroad: isAbroad)
    guard
      let value = RecordMemberForm.canonical(node, as: isLeft ? .text(maximumLength: .max) : memberKind, today: today)
    else { return }
    members.append(.init(key: name, value: value))
    members.sort { Self.place($0.key, in: kind) < Self.place($1.key, in: kind) }
  }

  /// True when the record stands in Sweden: by its own country, or else by its customer's.
  private func isSwedish(isAbroad: Bool) -> Bool {
    let country = kind.members.first { $0.kind == .country }.flatMap { self[$0.name] }
    return country.map { $0 == "SE" } ?? !isAbroad
  }

  private static func isCountry(_ name: String, in kind: RecordKind) -> Bool {
    member(name, of: kind)?.kind == .country
  }

  /// The name that a member has in its kind, when it is written in another way or by its heading.
  private static func name(_ name: String, of kind: RecordKind) -> String {
    if member(name, of: kind) != nil { return name }
    let key = HeaderKey.of(name)
    return kind.members.first { HeaderKey.of($0.name) == key || HeaderKey.of($0.heading) == key }?.name ?? name
  }

  private static func member(_ name: String, of kind: RecordKind) -> RecordKind.Member? {
    kind.members.first { $0.name == name }
  }

  private static func place(_ name: String, in kind: RecordKind) -> Int {
    kind.members.firstIndex { $0.name == name } ?? kind.members.count
  }
}
