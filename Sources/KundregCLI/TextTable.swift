import Writers

/// Rows under headings, as a table for people, as CSV, or as JSON objects.
struct TextTable {
  let columns: [String]
  var rows: [[String]] = []

  init(_ columns: [String]) { self.columns = columns }

  mutating func append(_ row: [String?]) { rows.append(row.map { $0 ?? "" }) }

  /// Writes the table to standard output.
  func write(as format: GlobalOptions.Format) {
    switch format {
    case .table: Output.write(text)
    case .csv: Output.write(Self.csv([columns] + rows))
    case .json:
      Output.json(
        .array(
          rows.map { row in .object(zip(columns, row).map { .init(key: $0, value: $1.isEmpty ? .null : .text($1)) }) }))
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
