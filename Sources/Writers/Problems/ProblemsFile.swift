package import CustomerModel
package import Texts

/// Every reject and warning of every row of a run, in a file for people and for other programs.
///
/// Problems are written as they come, in memory that does not grow with them. The file stands at its path only after
/// ``finish()``; until then, and when that is never called, what stood there stays. Only its owner may read it: values at fault may be
/// personal data.
package final class ProblemsFile {
  private enum Output {
    case delimited(DelimitedWriter)
    case workbook(WorkbookWriter)
  }

  /// What is told of each problem, in the order of the columns. The names are the keys of a list of problems in JSON and CSV.
  package enum Column: String, CaseIterable, Sendable {
    case row, sheet, column, value, code, severity, message, source

    /// The heading of the column.
    package var heading: Text {
      switch self {
      case .row: Text(en: rawValue, sv: "Rad")
      case .sheet: Text(en: rawValue, sv: "Blad")
      case .column: Text(en: rawValue, sv: "Kolumn")
      case .value: Text(en: rawValue, sv: "Värde")
      case .code: Text(en: rawValue, sv: "Kod")
      case .severity: Text(en: rawValue, sv: "Följd")
      case .message: Text(en: rawValue, sv: "Meddelande")
      case .source: Text(en: rawValue, sv: "Fil")
      }
    }

    fileprivate var width: Double? {
      switch self {
      case .value, .source: 30
      case .code: 24
      case .message: 80
      case .row, .sheet, .column, .severity: nil
      }
    }
  }

  /// Where the file goes.
  package let path: String
  private let output: Output
  /// How many rows a sheet takes, its headings among them.
  private let maximumRows: Int
  private let language: Language
  private var sheetCount = 0
  private var rowsInSheet = 0

  /// - Parameters:
  ///   - path: The file to write: a workbook when its name ends in `.xlsx`.
  ///   - delimiter: The byte between the cells of a text.
  ///   - language: The language of the headings and of what is told.
  ///   - maximumRows: How many rows a sheet takes. What is left goes to further sheets.
  /// - Throws: ``KundregError`` with status 1 when the file cannot be created.
  package init(
    path: String, delimiter: UInt8 = UInt8(ascii: ";"), language: Language,
    maximumRows: Int = ExcelLimits.rows
  ) throws {
    self.path = path
    self.maximumRows = maximumRows
    self.language = language
    if path.lowercased().hasSuffix(".xlsx") {
      output = .workbook(try WorkbookWriter(path: path, isPrivate: true))
      try addSheet()
    } else {
      let writer = try DelimitedWriter(path: path, delimiter: delimiter, isPrivate: true)
      try writer.append(Column.allCases.map { $0.heading[language] })
      output = .delimited(writer)
    }
  }

  /// Adds a problem of a row of a file.
  ///
  /// - Throws: ``KundregError`` with status 1 when the file cannot be written.
  package func append(_ problem: ShownProblem, source: String) throws {
    let cells = [
      problem.row.map(String.init), problem.sheet, problem.column, problem.value, problem.code,
      problem.severity.label[language], problem.text[language], source,
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
    let name = WriterTexts.problemsSheet[language]
    try writer.addSheet(
      sheetCount == 1 ? name : "\(name) \(sheetCount)",
      columns: Column.allCases.map { WorkbookWriter.Column($0.heading[language], width: $0.width) })
  }
}
