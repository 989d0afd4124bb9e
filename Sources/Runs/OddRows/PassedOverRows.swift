import CustomerModel
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

  package private(set) var count = 0
  package private(set) var rows: [Row] = []

  mutating func add(_ row: Row) {
    count += 1
    if rows.count < ShownLimits.passedOverRows { rows.append(row) }
  }

  /// The count, and the first rows with what each was taken for.
  func node(in language: Language) -> JSONNode {
    let rows = rows.map { row in
      JSONNode.object(
        [.init(key: "row", value: .number(String(row.place.row)))]
          + (row.place.sheet.map { [.init(key: "sheet", value: .text($0))] } ?? [])
          + [.init(key: "code", value: .text(row.code)), .init(key: "message", value: .text(row.text[language]))])
    }
    return .object([.init(key: "count", value: .number(String(count))), .init(key: "rows", value: .array(rows))])
  }
}
