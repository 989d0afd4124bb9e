import Documents
package import Rows
package import Texts

/// The rows of an input that were passed over, since they are no customers: counted all, the first of them with their places.
package struct PassedOverRows: Sendable {
  /// One row, and the code of what it was taken for.
  package struct Row: Sendable, Equatable {
    package let place: RowPlace
    package let code: String
    package let text: Text
  }

  /// How many rows are kept with their places. A list that is paged for print may have its headings thousands of times.
  package static let mostRows = 100

  package private(set) var count = 0
  package private(set) var rows: [Row] = []

  mutating func add(_ row: Row) {
    count += 1
    if rows.count < Self.mostRows { rows.append(row) }
  }

  /// The count, and the first rows with what each was taken for.
  var node: JSONNode {
    let rows = rows.map { row in
      JSONNode.object(
        [.init(key: "row", value: .number(String(row.place.row)))]
          + (row.place.sheet.map { [.init(key: "sheet", value: .text($0))] } ?? [])
          + [.init(key: "code", value: .text(row.code)), .init(key: "message", value: .text(row.text.english))])
    }
    return .object([.init(key: "count", value: .number(String(count))), .init(key: "rows", value: .array(rows))])
  }
}
