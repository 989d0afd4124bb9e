import CustomerModel
package import Mapping
import Readers
package import Rows
package import Texts
import Understanding
import Writers

/// An opened input with the table, the header and the mapping that an import will use.
package struct ImportSource: Sendable {
  package let source: any TableSource
  /// The tables that are read, in their order; never empty.
  let sheets: [SheetPart]
  /// Filled sheets that are not read.
  package let unreadSheets: [UnreadSheet]
  /// The headings of the input: of its table, or of all sheets together.
  package let header: [String]
  /// True when one table under the header is read as each of the sheets is.
  let isOneTable: Bool
  /// True when every sheet has the same headings in the same order; also of an input with one table.
  let isUniform: Bool
  package let mapping: MappingFile
  /// True when somebody named the mapping; false when the headings chose it.
  let isNamed: Bool
  /// What the columns were taken for; nil where a mapping fits, but for names.
  let understanding: Understanding?
  /// What the headings say of columns that a fitting mapping leaves; nil where nothing is added.
  let further: FurtherColumns?
  /// The fitting mapping of a list that was understood for its names: it alone says what becomes of customers that are there. Nil
  /// where ``mapping`` says it.
  let mappingOfKnown: MappingFile?
  /// What tells the country of rows that say none; nil where nothing does.
  let countryProof: CountryProof?
  /// What reading it may take.
  let memory: MemoryLimit
  /// The first data rows as text.
  package let sample: [[String?]]

  /// Opens an input and chooses sheet, header and mapping.
  ///
  /// - Throws: ``KundregError`` with status 65 when the input cannot be read or has no such sheet, with status 78 when no
  ///   mapping fits.
  package init(_ options: ImportOptions, library: MappingLibrary) throws {
    let named = try options.mapping.map { try library.named($0) }
    var opened = try OpenedTable(options, mappings: named.map { [$0] } ?? library.all, readAs: named)
    // A mapping that the header chose may say how the text is to be read.
    if named == nil, let mapping = opened.mapping, mapping.saysHowTextIsWritten {
      opened = try OpenedTable(options, mappings: [mapping], readAs: mapping)
    }
    let fitting = named == nil ? opened.fitting : nil
    let match = fitting.map { [best = opened.best] in HeaderMatch($0, header: best.header) }
    var understanding = named == nil ? try opened.understanding(library, match) : nil
    if let understood = understanding.flatMap({ opened.understood(by: $0, options) }),
      fitting.map({ understood.mayReadKnown(by: $0, options) }) ?? true
    {
      opened = understood
    } else if fitting != nil {
      understanding = nil
    }
    self.understanding = understanding
    isNamed = named != nil
    let first = opened.sheets[0].header
    guard let mapping = named ?? opened.mapping else {
      throw opened.best.beginsWithCustomers
        ? KundregError(
          .mappingNoHeadings, UnderstoodListTexts.noHeadings(options.input),
          remedies: [.suggestMapping(input: options.input, sheet: options.sheet)])
        : Self.noMapping(first, options, library: library)
    }
    if named == nil, !opened.sheets[0].missing.isEmpty,
      case .nearest(let file, let match) = MappingLibrary([mapping]).best(for: first)
    {
      throw KundregError(
        .mappingIncomplete,
        ImportSourceTexts.incomplete(
          file.name, missing: match.missing.map { "\($0.field)" }, header: first.listedForSentence),
        remedies: [.suggestMapping(input: options.input, sheet: options.sheet)])
    }
    let headers = opened.sheets.map(\.header)
    let isUniform = headers.allSatisfy { $0 == first }
    // Further rows of a customer are rows of one that is there.
    let readsNewApart = named == nil && options.severalRows == nil && mapping.severalRows == nil
    further =
      readsNewApart && understanding == nil ? try match.flatMap { try opened.furtherColumns(library, $0) } : nil
    mappingOfKnown =
      understanding == nil || HeaderMatch(mapping, header: first).source(of: .number) == nil ? nil : fitting
    let union = isUniform ? nil : HeaderUnion(headers, mapping: mapping)
    let header = union?.names ?? first
    sheets = opened.sheets.enumerated().map { index, sheet in
      SheetPart(
        table: sheet.table, name: sheet.info.name, header: sheet.header, plainHeader: sheet.plainHeader,
        band: sheet.band, above: sheet.above, skippedRows: sheet.headerRow + 1, score: sheet.score,
        numbers: opened.sheets.count > 1 ? sheet.sampleNumbers : [], sample: sheet.rows,
        places: union?.places[index] ?? Array(first.indices))
    }
    source = opened.source
    unreadSheets = opened.unread
    isOneTable = union?.isOneTable ?? true
    sample = isUniform ? sheets.flatMap(\.sample) : sheets.flatMap { $0.placedSample(width: header.count) }
    self.isUniform = isUniform
    memory = MemoryLimit(options.reading, of: opened.source.format, input: options.input)
    self.header = header
    self.mapping = mapping
    let reasons = RejectsColumn.errors.index(in: header)
    countryProof =
      understanding?.countryProof
      ?? CountryProof.beside(
        mapping, header: header, filled: further?.entries.flatMap(\.column.fields) ?? [],
        sample: sample.filter { row in
          reasons.map { $0 < row.count ? row[$0]?.contains("identity.") != true : true } ?? true
        }, wereTaken: reasons != nil)
  }

  /// How many rows a customer may have, as the person or the mapping says; nil when it is one.
  func severalRows(_ options: ImportOptions) -> SeveralRows? { options.severalRows ?? mapping.severalRows }

  /// What the input is called in reports.
  package var format: SourceFormat { source.format }
  /// The name of the first table that is read; empty for a text or JSON file.
  package var tableName: String { sheets[0].name }
  /// The names of the sheets that are read, where those are several; else none.
  package var sheetNames: [String] { sheets.count > 1 ? sheets.map(\.name) : [] }

  /// What a person should know of how the tables were read; known after a full pass.
  package var notes: [Text] {
    guard sheets.count > 1 else { return notes(of: sheets[0]) }
    return orderNotes
      + sheets.flatMap { sheet in notes(of: sheet).map { SheetTexts.note($0, ofSheet: sheet.name) } }
  }

  /// What is to be told of sheets that are read before others which stand before them.
  private var orderNotes: [Text] {
    sheets.indices.compactMap { index in
      let sheet = sheets[index]
      let passed = sheets[index...].filter {
        $0.table < sheet.table && $0.score < sheet.score && !$0.numbers.isDisjoint(with: sheet.numbers)
      }.map(\.name)
      return passed.isEmpty ? nil : SheetTexts.readBefore(sheet.name, passed)
    }
  }

  private func notes(of sheet: SheetPart) -> [Text] {
    source.notes(ofTable: sheet.table)
      + [
        sheet.band?.sentence(besides: headingsReadByWords), page(of: sheet).map(PageTexts.note),
        sheet.above.map(SheetTexts.above),
      ]
      .compactMap(\.self)
  }

  /// The headings that were read by their words, beside what a mapping knows.
  private var headingsReadByWords: Set<String> {
    let understood = understanding?.columns.filter { !$0.fields.isEmpty }.map(\.header) ?? []
    return Set(understood + (further?.entries.flatMap(\.headings) ?? []))
  }

  /// Which page of a longer list a sheet is; nil for a whole one.
  func page(of sheet: SheetPart) -> ListPage? { source.tables[sheet.table].page }

  /// The headings of a sheet as they stand in it, each at its column of the input.
  func plainHeader(ofSheet index: Int) -> [String] { placed(sheets[index].plainHeader, ofSheet: index) }

  /// The words over groups of columns above the headings of a sheet, each at its column of the input; blank where none stand.
  func upperHeader(ofSheet index: Int) -> [String] { placed(sheets[index].band?.cells ?? [], ofSheet: index) }

  private func placed(_ cells: [String], ofSheet index: Int) -> [String] {
    var header = [String](repeating: "", count: self.header.count)
    for (cell, place) in zip(cells, sheets[index].places) { header[place] = cell }
    return header
  }

  /// A new pass over the data rows.
  package func rows() throws -> any RowReader {
    let reader: any RowReader =
      sheets.count > 1
      ? SheetsReader(sheets, of: source, width: header.count, isUniform: isUniform) : try sheets[0].rows(of: source)
    guard let reasons = RejectsColumn.errors.index(in: header) else { return reader }
    return RejectedRowReader(reader, header: header, reasons: reasons)
  }

  /// The table that the row of a position stands in.
  func sheet(of position: UInt32) -> SheetPart {
    sheets[sheets.count > 1 ? SheetPositions.sheet(position) : 0]
  }

  /// The heading of a column of the input as the sheet of a row calls it; nil where that is the input's own.
  func heading(ofColumn column: Int?, at position: UInt32) -> String? {
    guard !isUniform, let column, column < header.count else { return nil }
    let sheet = sheet(of: position)
    return sheet.places.firstIndex(of: column).map { sheet.header[$0] }
  }

  /// Where the row of a position stood, for people.
  package func place(of position: UInt32) -> RowPlace {
    guard sheets.count > 1 else { return RowPlace(row: Int(position)) }
    return RowPlace(row: SheetPositions.row(position), sheet: sheet(of: position).name)
  }

  private static func noMapping(
    _ header: [String], _ options: ImportOptions, library: MappingLibrary
  ) -> KundregError {
    let names = library.all.map(\.name)
    guard !names.isEmpty else {
      return KundregError(
        .mappingNone, ImportSourceTexts.noMappings(options.input), remedies: [.chooseMapping])
    }
    return KundregError(
      .mappingNone,
      ImportSourceTexts.noneFits(options.input, mappings: names, header: header.listedForSentence),
      remedies: [.suggestMapping(input: options.input, sheet: options.sheet)])
  }
}

extension OpenedTable {
  /// True when the rows of customers that are there can be read by the mapping that fits the list but for names: where the tables, as
  /// they were understood, have one header, a customer has one row, and its number stands in the same column. Otherwise nothing is
  /// read but what that mapping says.
  fileprivate func mayReadKnown(by fitting: MappingFile, _ options: ImportOptions) -> Bool {
    guard let mapping else { return false }
    let header = sheets[0].header
    // What the mapping takes for the number holds names: nobody is found by it.
    guard let number = HeaderMatch(mapping, header: header).source(of: .number) else { return true }
    guard options.severalRows == nil, fitting.severalRows == nil, mapping.severalRows == nil else {
      return false
    }
    let own = HeaderMatch(fitting, header: header)
    return sheets.allSatisfy { $0.header == header } && own.missing.isEmpty
      && own.source(of: .number) == number
  }
}
