import CustomerModel
import Glibc
package import Texts

/// The rows that a run rejected, with the reasons, in a file that is mended and imported again as it is.
///
/// Rows are written as they come; the file is made when the first one does, and stands at its path only after ``finish()``. Only
/// its owner may read it: it holds identity numbers in full.
package final class RejectsFile {
  /// What kind of file the rows came from, and so go to.
  package enum Kind: Sendable, Hashable {
    /// UTF-8 with byte order mark and this byte between cells.
    case csv(delimiter: UInt8)
    /// A workbook with one sheet of this name, or with those of ``RejectsFile/Sheet``. Failing cells are coloured and carry the
    /// reason as a comment.
    case workbook(sheet: String)
  }

  /// One of several sheets that rows come from: its name and its headings.
  package struct Sheet: Sendable {
    package let name: String
    package let header: [String]
    package init(name: String, header: [String]) {
      self.name = name
      self.header = header
    }
  }

  /// Why a row was rejected. `column` is the index of the source column, nil when it is the row as a whole.
  package typealias Reason = (column: Int?, code: String, text: Text)

  private enum Output {
    case delimited(DelimitedWriter)
    case workbook(WorkbookWriter)
  }

  /// Where the file goes.
  package let path: String
  /// How many rows were appended.
  package private(set) var count = 0
  private let kind: Kind
  private let language: Language
  private let sheets: [Sheet]
  /// One, or one for each sheet of a workbook with several.
  private let layouts: [RejectsLayout]
  private let previousPath: String?
  private var output: Output?
  /// The sheet of the workbook that rows go to, and the names that its sheets have so far.
  private var openSheet: Int?
  private var sheetNames: [String] = []

  /// True when each row goes to a sheet like its own, in the columns of that one: a workbook of rows from several sheets. A text
  /// file has them all in the columns of the whole input.
  package var keepsSheetsApart: Bool {
    if case .workbook = kind { !sheets.isEmpty } else { false }
  }

  /// - Parameters:
  ///   - path: The file to write.
  ///   - header: The headings of the source, in its order; of several sheets those of all.
  ///   - sheets: The sheets that rows come from, where those are several.
  ///   - language: The language of the reasons and of their headings.
  ///   - keepsPrevious: True for a default path: a file that stands there is somebody's mended work and is kept beside it
  ///     as `….previous.csv`. False when the path was asked for by name: then the file is replaced.
  package init(
    path: String, kind: Kind, header: [String], sheets: [Sheet] = [], language: Language, keepsPrevious: Bool = false
  ) {
    self.path = path
    self.kind = kind
    self.language = language
    self.sheets = sheets
    layouts =
      switch kind {
      case .workbook where !sheets.isEmpty: sheets.map { RejectsLayout(header: $0.header, language: language) }
      default: [RejectsLayout(header: header, namesSheets: !sheets.isEmpty, language: language)]
      }
    previousPath = keepsPrevious ? Self.previousPath(of: path) : nil
  }

  /// Adds a rejected row.
  ///
  /// - Parameters:
  ///   - cells: All cells of the source row; nil for one that the row is too short to have.
  ///   - position: The line in a text file, the row in a sheet, or the ordinal of a JSON object.
  ///   - sheet: The place of the row's sheet, where those are several. Rows come sheet by sheet.
  /// - Throws: ``KundregError`` with status 1 when the file cannot be written or a workbook cannot hold the row.
  package func append(cells: [String?], position: Int, sheet: Int = 0, problems: [Reason]) throws {
    let errors = problems.map { "\($0.code): \(Self.oneLine($0.text[language]))" }.joined(separator: " | ")
    switch try opened() {
    case .delimited(let writer):
      let name = sheets.isEmpty ? "" : sheets[sheet].name
      try writer.append(layouts[0].cells(cells, position: position, sheet: name, errors: errors))
    case .workbook(let writer):
      let layout = layouts[sheets.isEmpty ? 0 : sheet]
      if openSheet != sheet {
        try addSheet(sheets.isEmpty ? nil : sheets[sheet].name, layout, to: writer)
        openSheet = sheet
      }
      let row = layout.cells(cells, position: position, errors: WorkbookText.shortened(errors))
      try writer.append(row, marks: marks(problems, layout))
    }
    count += 1
  }

  /// Puts the file in its place.
  ///
  /// - Returns: Its path; nil when no row was rejected and so there is none.
  package func finish() throws -> String? {
    defer { output = nil }
    switch output {
    case nil: return nil
    case .delimited(let writer): try writer.finish(keepingPreviousAt: previousPath)
    case .workbook(let writer): try writer.finish(keepingPreviousAt: previousPath)
    }
    return path
  }

  /// Drops the rows; a file that stands at the path stays as it is.
  package func discard() {
    switch output {
    case nil: break
    case .delimited(let writer): writer.discard()
    case .workbook(let writer): writer.discard()
    }
    output = nil
  }

  private func opened() throws -> Output {
    if let output { return output }
    let output: Output
    switch kind {
    case .csv(let delimiter):
      let writer = try DelimitedWriter(path: path, delimiter: delimiter, isPrivate: true)
      try writer.append(layouts[0].headings)
      output = .delimited(writer)
    case .workbook: output = .workbook(try WorkbookWriter(path: path, isPrivate: true))
    }
    self.output = output
    return output
  }

  /// - Parameter name: nil for the only sheet.
  private func addSheet(_ name: String?, _ layout: RejectsLayout, to writer: WorkbookWriter) throws {
    guard case .workbook(let only) = kind else { return }
    let columns = layout.headings.enumerated().map { index, heading in
      WorkbookWriter.Column(heading, width: index == layout.errorsColumn ? 80 : nil)
    }
    // The sheet may come from a program with other rules, and rows are never lost for a name.
    let fitted = SheetName.fitted(name ?? only, others: sheetNames)
    try writer.addSheet(fitted, columns: columns)
    sheetNames.append(fitted)
  }

  /// One mark a failing cell: a cell that breaks several rules has all reasons in its comment.
  private func marks(_ problems: [Reason], _ layout: RejectsLayout) -> [WorkbookWriter.Mark] {
    var marks: [WorkbookWriter.Mark] = []
    for problem in problems {
      let place = problem.column.map { layout.place(ofColumn: $0) } ?? layout.errorsColumn
      guard let place else { continue }
      if let index = marks.firstIndex(where: { $0.column == place }) {
        marks[index].comment = (marks[index].comment ?? "") + "\n" + problem.text[language]
      } else {
        marks.append(WorkbookWriter.Mark(column: place, comment: problem.text[language]))
      }
    }
    return marks
  }

  private static func oneLine(_ message: String) -> String {
    message.contains(where: \.isNewline) ? String(message.map { $0.isNewline ? " " : $0 }) : message
  }
}
