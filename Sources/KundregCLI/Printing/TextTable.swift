import CustomerModel
import Documents
import Runs
import Texts
import Writers

/// Rows under headings: a table for people, in their language and their time, or CSV or JSON objects for programs. Personal identity
/// numbers are masked.
struct TextTable {
  /// The names of the columns in JSON and CSV.
  let columns: [String]
  private let headings: [Text]
  private let kinds: [String: Kind]
  private let showsIdentity: Bool
  private let time: TimeFormat
  private var rows: [[Cell]] = []

  /// What programs get, and what people read.
  private struct Cell {
    let text: String
    let told: Text
  }

  /// - Parameters:
  ///   - kinds: the columns that are no words.
  ///   - headings: what stands over columns in a table for people, where it is not what ``ColumnTexts`` says of their names.
  ///   - showsIdentity: true when personal identity numbers were asked for in full.
  ///   - time: the time of whoever reads the table.
  init(
    _ columns: [String], kinds: [String: Kind] = [:], headings: [String: Text] = [:], showsIdentity: Bool = false,
    time: TimeFormat = .current
  ) {
    self.columns = columns
    self.kinds = kinds
    self.showsIdentity = showsIdentity
    self.time = time
    self.headings = columns.map { column in
      let heading = headings[column] ?? ColumnTexts.heading(of: column)
      return kinds[column]?.tellsTime == true ? ColumnTexts.time(heading, zone: time.zoneName) : heading
    }
  }

  /// - Parameter own: the cells that are, in this row, something else than their column says.
  mutating func append(_ row: [String?], own: [String: Kind] = [:]) {
    append(row.map { $0.map(Text.init(verbatim:)) }, own: own)
  }

  /// - Parameter row: the cells; programs get the English.
  mutating func append(_ row: [Text?], own: [String: Kind] = [:]) {
    rows.append(
      zip(columns, row).map { column, cell in
        guard let cell else { return Cell(text: "", told: .empty) }
        let kind = own[column] ?? kinds[column] ?? .words
        let shown = showsIdentity ? cell : cell.masked(as: kind.textKind)
        return Cell(text: shown.english, told: kind.told(shown, at: time))
      })
  }

  /// Writes the table to standard output.
  func write(as format: GlobalOptions.Format) {
    switch format {
    case .table: Output.write(text(in: Output.language, on: Output.terminal))
    case .csv: Output.write(Self.csv([columns] + rows.map { $0.map(\.text) }))
    case .json: Output.json(.array(rows.indices.map { .object(members(ofRow: $0)) }), masked: false)
    }
  }

  /// A row as the members of a JSON object.
  func members(ofRow index: Int) -> [JSONNode.Member] {
    zip(columns, rows[index]).map { .init(key: $0, value: (kinds[$0] ?? .words).node($1.text)) }
  }

  /// Columns padded to their widest cell, and shortened where a line of the terminal is too short for them.
  func text(in language: Language, on terminal: Terminal = .none) -> String {
    Self.aligned(
      [headings.map { $0[language] }] + rows.map { $0.map { $0.told[language] } }, on: terminal,
      whole: columns.indices.filter { !(kinds[columns[$0]] ?? .words).mayBeShortened })
  }

  /// A row for people, a line for each column that has something in it.
  ///
  /// - Parameter heading: what stands over the names of the columns.
  func text(ofRow index: Int, heading: Text, in language: Language) -> String {
    let lines = zip(headings, rows[index]).filter { !$1.text.isEmpty }.map { [$0[language], $1.told[language]] }
    return Self.aligned([[heading[language], ColumnTexts.heading(of: "value")[language]]] + lines)
  }

  /// The first row over a rule and the others; line breaks in cells are shown as blanks.
  ///
  /// - Parameter whole: the columns that are never shortened.
  private static func aligned(_ rows: [[String]], on terminal: Terminal = .none, whole: [Int] = []) -> String {
    let all = rows.map { row in row.map { $0.replacing(/[\r\n\t]+/, with: " ") } }
    let natural = all[0].indices.map { column in all.map { DisplayWidth.width(of: $0[column]) }.max() ?? 0 }
    let widths = terminal.width.map { ColumnWidths.fitting(natural, gap: gap.count, into: $0, whole: whole) } ?? natural
    func line(_ row: [String], _ emphasis: Emphasis? = nil) -> String {
      var line = ""
      for (cell, width) in zip(row, widths) {
        let shown = DisplayWidth.shortened(cell, to: width)
        line += (emphasis?.applied(to: shown, on: terminal) ?? shown)
        line += String(repeating: " ", count: width - DisplayWidth.width(of: shown)) + gap
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return line(all[0], .heading) + line(rule) + all.dropFirst().map { line($0) }.joined()
  }

  /// What stands between two columns.
  private static let gap = "  "

  /// Rows as CSV: commas, and line ends of CR and LF. Source: RFC 4180, 2.
  static func csv(_ rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}

extension Text {
  /// With personal identity numbers masked.
  fileprivate func masked(as kind: TextKind) -> Text {
    english == swedish
      ? Text(verbatim: kind.shown(english)) : Text(en: kind.shown(english), sv: kind.shown(swedish))
  }
}

extension RecordKind.Member {
  /// What stands over a column of the member, as of a field.
  var columnHeading: Text { Text(en: name, sv: label.swedish) }
}
