package import CustomerModel
import Documents

/// A list of records of a card as a person reads it.
package struct RecordTable: Sendable, Equatable {
  /// What references are sorted by.
  package struct Order: Sendable, Equatable {
    package let member: String
    package let isDescending: Bool

    /// The latest first.
    package static let newestFirst = Order(member: "date", isDescending: true)

    private init(member: String, isDescending: Bool) {
      self.member = member
      self.isDescending = isDescending
    }

    /// - Parameter text: a member's name, with `:desc` to turn the order.
    /// - Throws: ``KundregError`` `sort.unknown` with status 64 when references have no such member.
    package init(_ text: String) throws {
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      let names = RecordKind.reference.members.map(\.name)
      guard let member = parts.first, names.contains(member), parts.count == 1 || ["asc", "desc"].contains(parts[1])
      else { throw KundregError(.sortUnknown, DisplayTexts.unknownOrder(text, known: names)) }
      self.init(member: member, isDescending: parts.last == "desc" && parts.count == 2)
    }

    /// Rows in this order. What lacks the member comes last, whichever way; equal ones stay as they are.
    func sorted<Row>(_ rows: [Row], by value: (Row) -> String?) -> [Row] {
      rows.map { (row: $0, value: value($0)) }.enumerated().sorted { a, b in
        switch (a.element.value, b.element.value) {
        case (let x?, let y?) where x != y: (x < y) != isDescending
        case (_?, nil): true
        case (nil, _?): false
        default: a.offset < b.offset
        }
      }.map(\.element.row)
    }
  }

  /// The list.
  package let field: Field
  /// The members that any record has and no setting hides.
  package let columns: [String]
  package let rows: [[String]]

  /// Nil when the card has no such list.
  init?(_ field: Field, of card: CustomerCard, _ settings: RegisterSettings, sort: Order) {
    guard let kind = field.recordKind, let text = card[field], let document = try? JSONParser.parse(Array(text.utf8)),
      case .array(let records) = document.content
    else { return nil }
    var rows = records.map { record in kind.members.map { Self.text(record, $0.name) } }
    if kind == .reference, let column = kind.members.firstIndex(where: { $0.name == sort.member }) {
      rows = sort.sorted(rows) { $0[column].isEmpty ? nil : $0[column] }
    }
    let used = kind.members.indices.filter { column in
      settings.shows(kind.members[column]) && rows.contains { !$0[column].isEmpty }
    }
    self.field = field
    columns = used.map { kind.members[$0].name }
    // The lists of a card are shown masked, also to who asked for the card's own numbers in full.
    self.rows = rows.map { row in used.map { IdentityMask.masked(row[$0]) } }
  }

  private static func text(_ record: JSONValue, _ name: String) -> String {
    guard case .object(let members) = record.content, let value = members.first(where: { $0.key == name })?.value else {
      return ""
    }
    switch value.content {
    case .text(let text), .number(let text): return text
    case .boolean(let isYes): return isYes ? "yes" : "no"
    case .array(let items):
      return items.map { if case .text(let text) = $0.content { text } else { "" } }.joined(separator: ", ")
    default: return ""
    }
  }
}
