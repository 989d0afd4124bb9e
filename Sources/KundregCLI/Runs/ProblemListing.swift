import CustomerModel
import Documents
import Runs
import Texts
import Writers

/// Every reject and warning that is kept of a run, on standard output, one at a time: there may be a million.
struct ProblemListing {
  private let kept: RunProblems

  private typealias Column = ProblemsFile.Column

  init(_ kept: RunProblems) { self.kept = kept }

  func write(as format: GlobalOptions.Format) throws {
    if let remark = kept.remark { Output.note(ProblemListingTexts.remark(remark, run: kept.run)) }
    switch format {
    case .table: try writeTable()
    case .csv: try writeCSV()
    case .json: try writeJSON()
    }
  }

  /// Shows the cells of each problem, in the order of the columns.
  private func forEach(in language: Language, _ body: ([String?]) throws -> Void) throws {
    try kept.forEach { problem, file in
      let words = [problem.sheet, problem.column, problem.value].map { $0.map { ForgottenTexts.told($0)[language] } }
      try body([
        problem.row.map(String.init), words[0], words[1], words[2], problem.code,
        problem.severity.rawValue, problem.text[language], file,
      ])
    }
  }

  private func writeJSON() throws {
    var bytes: [UInt8] = Array("[".utf8)
    var isFirst = true
    try forEach(in: .english) { cells in
      bytes += (isFirst ? "\n" : ",\n").utf8
      isFirst = false
      let members = zip(Column.allCases, cells).map { column, cell in
        JSONNode.Member(key: column.rawValue, value: cell.map { column == .row ? .number($0) : .text($0) } ?? .null)
      }
      JSONNode.object(members).write(to: &bytes, indent: nil)
      Self.flush(&bytes)
    }
    bytes += (isFirst ? "]\n" : "\n]\n").utf8
    Output.write(bytes)
  }

  private func writeCSV() throws {
    var bytes = Array(TextTable.csv([Column.allCases.map(\.rawValue)]).utf8)
    try forEach(in: .english) { cells in
      bytes += TextTable.csv([cells.map { $0 ?? "" }]).utf8
      Self.flush(&bytes)
    }
    Output.write(bytes)
  }

  /// Read twice, since the widths of the columns are known only at the end. The messages come last and have none.
  private func writeTable() throws {
    let headings = Column.allCases.map { $0.heading[Output.language] }
    let columns = headings.indices.dropLast(2)
    var widths = columns.map { headings[$0].count }
    var files: Set<String> = []
    try forEachShown { cells in
      for column in columns { widths[column] = max(widths[column], Self.shown(cells[column]).count) }
      if files.count < 2 { files.insert(cells[7] ?? "") }
    }
    let showsFiles = files.count > 1
    func line(_ cells: [String?]) -> String {
      var line = ""
      for column in columns {
        let cell = Self.shown(cells[column])
        line += cell + String(repeating: " ", count: widths[column] - cell.count + 2)
      }
      return line + Self.shown(cells[6]) + (showsFiles ? "  [\(cells[7] ?? "")]" : "") + "\n"
    }
    var bytes = Array(line(Array(headings.dropLast()) + [showsFiles ? headings[7] : nil]).utf8)
    bytes += line(headings.indices.map { $0 < 6 ? String(repeating: "-", count: widths[$0]) : nil }).utf8
    try forEachShown { cells in
      bytes += line(cells).utf8
      Self.flush(&bytes)
    }
    Output.write(bytes)
  }

  /// The cells as a table for people has them.
  private func forEachShown(_ body: ([String?]) throws -> Void) throws {
    let severity = Column.allCases.firstIndex(of: .severity)!
    try forEach(in: Output.language) { cells in
      var cells = cells
      cells[severity] = cells[severity].flatMap(Severity.init).map { $0.label[Output.language] }
      try body(cells)
    }
  }

  /// Line breaks and tabs in cells are shown as blanks.
  private static func shown(_ cell: String?) -> String {
    guard let cell else { return "" }
    return cell.utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 } ? cell.replacing(/[\r\n\t]+/, with: " ") : cell
  }

  private static func flush(_ bytes: inout [UInt8]) {
    guard bytes.count >= 1 << 16 else { return }
    Output.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
