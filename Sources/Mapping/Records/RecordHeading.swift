import CustomerModel

/// A heading that names one member of one record, `serviceArticles[0].number`: as the columns of a JSON file are called.
struct RecordHeading: Sendable, Hashable {
  let field: Field
  /// The place in the list, from 0.
  let position: Int
  let member: String

  /// False, at a glance, for nearly every other heading.
  static func isPossible(_ heading: String) -> Bool { heading.utf8.contains(UInt8(ascii: "[")) }

  /// Nil for every other heading.
  init?(_ heading: String) {
    let name = heading.trimmingBlanks
    guard let open = name.firstIndex(of: "["), let close = name[open...].firstIndex(of: "]"),
      let position = Int(name[name.index(after: open)..<close]), position >= 0,
      let field = Field.named(String(name[..<open])), let kind = field.recordKind
    else { return nil }
    let rest = name[name.index(after: close)...]
    guard rest.first == ".", kind.members.contains(where: { $0.name == rest.dropFirst() }) else { return nil }
    self.field = field
    self.position = position
    member = String(rest.dropFirst())
  }
}
