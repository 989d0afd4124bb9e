import CustomerModel
import Documents
import Runs
import Writers

/// Rows under headings, as a table for people, as CSV, or as JSON objects. Personal identity numbers are masked.
struct TextTable {
  /// What a column's cells are: words unless said.
  enum Kind {
    case words
    /// A customer's number, which is masked only when it is a person's identity number.
    case customerNumber
    /// The name of a file, which stays as it is.
    case path
    /// Masked already, part by part.
    case masked
    /// A number in JSON.
    case number
    /// Written `yes` and `no` in tables and CSV.
    case boolean
    /// Words with commas between them, none of which has one itself; an array in JSON, an empty one for none.
    case list

    /// What the cell's text is, by which it is masked.
    var textKind: TextKind {
      switch self {
      case .customerNumber: .customerNumber
      case .path: .path
      case .masked: .masked
      case .words, .number, .boolean, .list: .words
      }
    }

    /// What a cell with a field's value is, shown as the field asks for; nil for words.
    init?(_ field: Field) {
      if field == .number {
        self = .customerNumber
      } else if field.kind == .phone {
        self = .masked
      } else {
        return nil
      }
    }
  }

  let columns: [String]
  private let kinds: [String: Kind]
  private let showsIdentity: Bool
  private(set) var rows: [[String]] = []

  /// - Parameters:
  ///   - kinds: the columns that are no words.
  ///   - showsIdentity: true when personal identity numbers were asked for in full.
  init(_ columns: [String], kinds: [String: Kind] = [:], showsIdentity: Bool = false) {
    self.columns = columns
    self.kinds = kinds
    self.showsIdentity = showsIdentity
  }

  /// - Parameter own: the cells that are, in this row, something else than their column says.
  mutating func append(_ row: [String?], own: [String: Kind] = [:]) {
    rows.append(
      zip(columns, row).map { column, cell in
        guard let cell, !showsIdentity else { return cell ?? "" }
        return (own[column] ?? kinds[column] ?? .words).textKind.shown(cell)
      })
  }

  /// Writes the table to standard output.
  func write(as format: GlobalOptions.Format) {
    switch format {
    case .table: Output.write(text)
    case .csv: Output.write(Self.csv([columns] + rows))
    case .json:
      Output.json(.array(rows.map { .object(members($0)) }), masked: false)
    }
  }

  /// A row as the members of a JSON object. An empty cell is null, but where it is a list.
  func members(_ row: [String]) -> [JSONNode.Member] {
    zip(columns, row).map { column, cell in
      .init(
        key: column, value: cell.isEmpty && kinds[column] != .list ? .null : Self.node(cell, kinds[column]))
    }
  }

  private static func node(_ cell: String, _ kind: Kind?) -> JSONNode {
    switch kind {
    case .words, .customerNumber, .path, .masked, nil: .text(cell)
    case .number: .number(cell)
    case .boolean: .boolean(cell == "yes")
    case .list: .array(cell.split(separator: ",").map { .text(String($0.drop { $0 == " " })) })
    }
  }

  /// Columns padded to their widest cell; line breaks in cells are shown as blanks.
  var text: String {
    let all = ([columns] + rows).map { row in row.map { $0.replacing(/[\r\n\t]+/, with: " ") } }
    let widths = columns.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    func line(_ row: [String]) -> String {
      var line = ""
      for (cell, width) in zip(row, widths) {
        line += cell + String(repeating: " ", count: width - cell.count + 2)
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return line(all[0]) + line(rule) + all.dropFirst().map(line).joined()
  }

  /// Rows as CSV: commas, and line ends of CR and LF. Source: RFC 4180, 2.
  static func csv(_ rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
