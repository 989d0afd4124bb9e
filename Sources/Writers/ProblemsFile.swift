package import CustomerModel

/// Every reject and warning of every row of a run, in a file for people and for other programs.
///
/// Problems are written as they come, in memory that does not grow with them. The file stands at its path only after
/// ``finish()``; until then, and when that is never called, what stood there stays.
package final class ProblemsFile {
  private enum Output {
    case delimited(DelimitedWriter)
    case workbook(WorkbookWriter)
  }

  /// The headings, which are the keys of `kundreg runs show RUN --problems --format json` too.
  package static let headings = ["row", "sheet", "column", "value", "code", "severity", "message", "source"]

  /// Where the file goes.
  package let path: String
  private let output: Output
  /// How many rows a sheet takes, its headings among them.
  private let maximumRows: Int
  private var sheetCount = 0
  private var rowsInSheet = 0

  /// - Parameters:
  ///   - path: The file to write: a workbook when its name ends in `.xlsx`.
  ///   - delimiter: The byte between the cells of a text.
  ///   - maximumRows: How many rows a sheet takes. What is left goes to further sheets.
  /// - Throws: ``KundregError`` with status 1 when the file cannot be created.
  package init(
    path: String, delimiter: UInt8 = UInt8(ascii: ";"), maximumRows: Int = WorkbookWriter.maximumRows
  ) throws {
    self.path = path
    self.maximumRows = maximumRows
    if path.lowercased().hasSuffix(".xlsx") {
      output = .workbook(try WorkbookWriter(path: path))
      try addSheet()
    } else {
      let writer = try DelimitedWriter(path: path, delimiter: delimiter)
      try writer.append(Self.headings)
      output = .delimited(writer)
    }
  }

  /// Adds a problem of a row of a file.
  ///
  /// - Throws: ``KundregError`` with status 1 when the file cannot be written.
  package func append(_ problem: ShownProblem, source: String) throws {
    let cells = [
      problem.row.map(String.init), problem.sheet, problem.column, problem.value, problem.code,
      problem.severity.rawValue, problem.message, source,
    ]
    switch output {
    case .delimited(let writer): try writer.append(cells)
    case .workbook(let writer):
      if rowsInSheet >= maximumRows { try addSheet() }
      try writer.append(cells.map { $0.map(WorkbookText.shortened) })
      rowsInSheet += 1
    }
  }

  /// Puts the file in its place, with its headings alone when nothing was told: what an earlier run left there is not this
  /// run's.
  package func finish() throws {
    switch output {
    case .delimited(let writer): try writer.finish()
    case .workbook(let writer): try writer.finish()
    }
  }

  private func addSheet() throws {
    guard case .workbook(let writer) = output else { return }
    sheetCount += 1
    rowsInSheet = 1
    try writer.addSheet(
      sheetCount == 1 ? "Problems" : "Problems \(sheetCount)",
      columns: Self.headings.map { WorkbookWriter.Column($0, width: Self.widths[$0]) })
  }

  private static let widths: [String: Double] = ["value": 30, "code": 24, "message": 80, "source": 30]
}
