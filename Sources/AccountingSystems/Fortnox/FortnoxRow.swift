import Documents

/// A customer as Fortnox' list shows it: ten keys of the 64 that the record has.
///
/// Source: recorded traffic of others' integrations. That the list's `Phone` is the record's `Phone1` is inferred there: the list has
/// no other telephone number, and the record no `Phone`.
struct FortnoxRow {
  let number: String
  private let object: JSONNode

  /// Nil for what has no number.
  init?(_ object: JSONNode) {
    guard let number = object["CustomerNumber"]?.scalarText else { return nil }
    self.number = number
    self.object = object
  }

  /// True when the record, as it was last seen, has what the row shows, and is active as the list says in which the row stands.
  ///
  /// A text without characters and null are the same: the list has the one where the record has the other. What the row does not
  /// have is not compared.
  func shows(_ record: JSONNode, isActive: Bool) -> Bool {
    // Records of old recordings do not tell whether they are active.
    guard (record["Active"] ?? .boolean(true)) == .boolean(isActive) else { return false }
    return Self.keys.allSatisfy { listed, own in
      guard let shown = object[listed] else { return true }
      return Self.text(shown) == Self.text(record[own] ?? .null)
    }
  }

  private static func text(_ value: JSONNode) -> String { value.scalarText ?? "" }

  /// The keys of a row and those of the record that have the same, `@url` excepted.
  private static let keys: [(listed: String, own: String)] = [
    ("Address1", "Address1"), ("Address2", "Address2"), ("City", "City"), ("CustomerNumber", "CustomerNumber"),
    ("Email", "Email"), ("Name", "Name"), ("OrganisationNumber", "OrganisationNumber"), ("Phone", "Phone1"),
    ("ZipCode", "ZipCode"),
  ]
}
