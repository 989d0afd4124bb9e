import CustomerModel
import Documents
import Runs

/// The lists of records of a card, a table each, for people.
struct RecordTables {
  private let card: CustomerCard
  private let member: String
  private let isDescending: Bool

  /// - Parameter sort: what the references are sorted by: a member's name, with `:desc` to turn the order.
  /// - Throws: ``KundregError`` with status 64 when references have no such member.
  init(_ card: CustomerCard, sort: String) throws {
    let parts = sort.split(separator: ":", maxSplits: 1).map(String.init)
    let names = RecordKind.reference.members.map(\.name)
    guard let member = parts.first, names.contains(member), parts.count == 1 || ["asc", "desc"].contains(parts[1])
    else {
      throw KundregError(
        .usage, code: "sort.unknown",
        "--sort takes what references have, and :desc after it, not \(sort). They have \(names.joined(separator: ", "))."
      )
    }
    self.card = card
    self.member = member
    isDescending = parts.last == "desc" && parts.count == 2
  }

  /// Writes the tables that are not empty and that the settings show.
  func write(_ settings: RegisterSettings) throws {
    for field in Field.all where settings.shows(field) {
      guard let kind = field.recordKind, let text = card[field], let document = try? JSONParser.parse(Array(text.utf8)),
        case .array(let records) = document.content
      else { continue }
      var rows = records.map { record in kind.members.map { Self.text(record, $0.name) } }
      if kind == .reference, let column = kind.members.firstIndex(where: { $0.name == member }) {
        rows = Self.sorted(rows, by: column, isDescending: isDescending)
      }
      // Members that no record has, or that the settings hide, take no room.
      let used = kind.members.indices.filter { column in
        settings.shows(kind.members[column]) && rows.contains { !$0[column].isEmpty }
      }
      var table = TextTable(used.map { kind.members[$0].name })
      for row in rows { table.append(used.map { IdentityMask.masked(row[$0]) }) }
      Output.line("\n\(field.heading)")
      table.write(as: .table)
    }
  }

  /// Records without the member come last, whatever the order; equal ones stay as they are.
  private static func sorted(_ rows: [[String]], by column: Int, isDescending: Bool) -> [[String]] {
    rows.enumerated().sorted { a, b in
      let (x, y) = (a.element[column], b.element[column])
      if x == y { return a.offset < b.offset }
      if x.isEmpty || y.isEmpty { return y.isEmpty }
      return isDescending ? x > y : x < y
    }.map(\.element)
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
