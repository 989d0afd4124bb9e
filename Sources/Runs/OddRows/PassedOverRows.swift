import Documents
package import Rows

/// The rows of an input that were passed over, since they are no customers: counted all, the first of them with their places.
package struct PassedOverRows: Sendable {
  /// One row, and the code of what it was taken for.
  package struct Row: Sendable, Equatable {
    package let place: RowPlace
    package let code: String
    package let message: String
  }

  /// How many rows are kept with their places. A list that is paged for print may have its headings thousands of times.
  package static let mostRows = 100
  /// How many rows a sentence names.
  private static let shown = 5

  package private(set) var count = 0
  package private(set) var rows: [Row] = []

  mutating func add(_ row: Row) {
    count += 1
    if rows.count < Self.mostRows { rows.append(row) }
  }

  /// All of them in a sentence; nil when there were none.
  var sentence: String? {
    guard count > 0 else { return nil }
    let named = rows.prefix(Self.shown).map { "row \($0.place) (\(Self.kinds[$0.code] ?? $0.code))" }
    let more = count > named.count ? " and \(count - named.count) more" : ""
    return "Passed over, as no customers: \(named.joined(separator: ", "))\(more)."
  }

  /// The count, and the first rows with what each was taken for.
  var node: JSONNode {
    let rows = rows.map { row in
      JSONNode.object(
        [.init(key: "row", value: .number(String(row.place.row)))]
          + (row.place.sheet.map { [.init(key: "sheet", value: .text($0))] } ?? [])
          + [.init(key: "code", value: .text(row.code)), .init(key: "message", value: .text(row.message))])
    }
    return .object([.init(key: "count", value: .number(String(count))), .init(key: "rows", value: .array(rows))])
  }

  private static let kinds = [
    "row.headings": "the headings again", "row.total": "a total", "row.hints": "hints for filling in",
    "row.lines": "drawn lines", "row.footer": "a page's or the list's end",
  ]
}
