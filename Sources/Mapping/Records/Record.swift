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
  /// - Parameter today: Decides the century of dates that have two digits for the year.
  package init(_ kind: RecordKind, _ values: [String: String], today: CalendarDay) {
    self.init(kind)
    for (name, text) in values { set(Self.name(name, of: kind), to: .text(text), today: today) }
  }

  /// An object of a list, brought to its canonical form.
  init(_ kind: RecordKind, node: JSONNode, today: CalendarDay) {
    self.init(kind)
    for member in node.members { set(Self.name(member.key, of: kind), to: member.value, today: today) }
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
  package mutating func set(_ name: String, to text: String, today: CalendarDay) {
    set(name, to: .text(text), today: today)
  }

  /// What tells the record apart from the others of its list; a part that it lacks is empty.
  package var key: [String] { kind.keyNames.map { self[$0] ?? "" } }

  /// The key as a person reads it.
  package var label: String { key.filter { !$0.isEmpty }.joined(separator: " ") }

  var node: JSONNode { .object(members) }

  private mutating func set(_ name: String, to node: JSONNode, today: CalendarDay) {
    members.removeAll { $0.key == name }
    guard let value = RecordMemberForm.canonical(node, as: Self.member(name, of: kind)?.kind, today: today) else {
      return
    }
    members.append(.init(key: name, value: value))
    members.sort { Self.place($0.key, in: kind) < Self.place($1.key, in: kind) }
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
