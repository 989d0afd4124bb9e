import CustomerModel
import Documents
import RegisterStore
import Writers

/// Every reject and warning that is kept of a run, on standard output, one at a time: there may be a million.
struct ProblemListing {
  private let register: RegisterReader
  private let run: RunRecord
  private let codes: Set<String>

  private static let headings = ProblemsFile.headings

  /// - Parameter codes: the codes that are looked for; all when empty.
  init(_ register: RegisterReader, of run: RunRecord, codes: Set<String>) {
    self.register = register
    self.run = run
    self.codes = codes
  }

  func write(as format: GlobalOptions.Format) throws {
    if let remark = try remark() { Output.errorText("note: \(remark)\n") }
    switch format {
    case .table: try writeTable()
    case .csv: try writeCSV()
    case .json: try writeJSON()
    }
  }

  /// What is to be said of a run whose problems are not here.
  private func remark() throws -> String? {
    if run.kind == .pull {
      return "the findings of a sync stand in the report of its run: kundreg runs show \(run.id)"
    }
    guard run.counts.rejected + run.counts.warnings > 0, try register.problemCount(ofRun: run.id) == 0 else {
      return nil
    }
    guard run.kind == .import else {
      return
        "what is wrong with rows is kept of imports. Run \(run.id) was none: what it warned of or left out was told when it was "
        + "done, and is not kept"
    }
    return
      "run \(run.id) rejected rows or warned of some, and none of that is kept: it was made before problems were kept, or "
      + "its customers were forgotten. Its report may have examples: kundreg runs show \(run.id)"
  }

  private func forEach(_ body: ([String?]) throws -> Void) throws {
    try register.forEachProblem(ofRun: run.id, codes: codes) { problem, file in
      // Values and messages were masked when they were written down, as their fields ask for.
      try body([
        problem.row.map(String.init), problem.sheet.map(Self.masked), problem.column.map(Self.masked), problem.value,
        problem.code, problem.severity.rawValue, problem.message, file,
      ])
    }
  }

  private static func masked(_ text: String) -> String { IdentityMask.masked(text, outside: []) }

  private func writeJSON() throws {
    var bytes: [UInt8] = Array("[".utf8)
    var isFirst = true
    try forEach { cells in
      bytes += (isFirst ? "\n" : ",\n").utf8
      isFirst = false
      let members = zip(Self.headings, cells).map { heading, cell in
        JSONNode.Member(key: heading, value: cell.map { heading == "row" ? .number($0) : .text($0) } ?? .null)
      }
      JSONNode.object(members).write(to: &bytes, indent: nil)
      Self.flush(&bytes)
    }
    bytes += (isFirst ? "]\n" : "\n]\n").utf8
    Output.write(bytes)
  }

  private func writeCSV() throws {
    var bytes = Array(TextTable.csv([Self.headings]).utf8)
    try forEach { cells in
      bytes += TextTable.csv([cells.map { $0 ?? "" }]).utf8
      Self.flush(&bytes)
    }
    Output.write(bytes)
  }

  /// Read twice, since the widths of the columns are known only at the end. The messages come last and have none.
  private func writeTable() throws {
    let columns = Self.headings.dropLast(2)
    var widths = columns.map(\.count)
    var files: Set<String> = []
    try forEach { cells in
      for column in columns.indices { widths[column] = max(widths[column], Self.shown(cells[column]).count) }
      if files.count < 2 { files.insert(cells[7] ?? "") }
    }
    let showsFiles = files.count > 1
    func line(_ cells: [String?]) -> String {
      var line = ""
      for column in columns.indices {
        let cell = Self.shown(cells[column])
        line += cell + String(repeating: " ", count: widths[column] - cell.count + 2)
      }
      return line + Self.shown(cells[6]) + (showsFiles ? "  [\(cells[7] ?? "")]" : "") + "\n"
    }
    var bytes = Array(line(Array(Self.headings.dropLast()) + [showsFiles ? Self.headings[7] : nil]).utf8)
    bytes += line(Self.headings.indices.map { $0 < 6 ? String(repeating: "-", count: widths[$0]) : nil }).utf8
    try forEach { cells in
      bytes += line(cells).utf8
      Self.flush(&bytes)
    }
    Output.write(bytes)
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
