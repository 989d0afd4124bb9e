import CustomerModel
import Mapping
import Readers
import Rows

/// An input of which the tables were looked at, their headers found, and a mapping chosen for those that are read.
struct OpenedTable {
  let source: any TableSource
  /// The tables that are read, in their order; never empty. The headers of all were found by ``mapping`` when there is one.
  let sheets: [OpenedSheet]
  /// Filled sheets that are not read.
  let unread: [UnreadSheet]
  /// The mapping that fits best over all; nil when none knows a header.
  let mapping: MappingFile?

  /// The sheet whose header the mappings know best.
  let best: OpenedSheet

  /// Every table that was looked at, and their places.
  private let looked: [OpenedSheet]
  private let candidates: [Int]
  /// The sheet that was asked for.
  private let asked: String?

  /// Opens an input and chooses the named sheet, or all visible ones that fit the mapping which knows most of them.
  ///
  /// - Parameters:
  ///   - mappings: those to choose among.
  ///   - mapping: the mapping that says how the text is to be read, when one does.
  /// - Throws: ``KundregError`` with status 65 when the input cannot be read, or has no such sheet or no rows.
  ///   A document's lists of objects are its sheets.
  init(_ options: ImportOptions, mappings: [MappingFile], readAs mapping: MappingFile? = nil) throws {
    var reading = options.reading
    reading.encoding = reading.encoding ?? mapping?.encoding
    reading.delimiter = reading.delimiter ?? mapping?.delimiter
    reading.escape = reading.escape ?? mapping?.escape
    let source = try InputOpener.open(path: options.input, options: reading)
    // Rejected rows of a workbook may have gone to a text file, which has no sheets.
    let asked = options.sheet ?? (source.format == .workbook ? mapping?.sheet : nil)
    let candidates = try Self.candidates(source, options: options, sheet: asked)
    let looked = try candidates.compactMap { try OpenedSheet($0, of: source, mappings: mappings) }
      .filter { asked != nil || !$0.isGuide }
    guard let choice = SheetChoice(among: looked) else {
      throw Self.noRows(source, options: options, sheet: asked, mappings)
    }
    self.init(source, looked, choice, candidates: candidates, asked: asked, options)
  }

  private init(
    _ source: any TableSource, _ looked: [OpenedSheet], _ choice: SheetChoice, candidates: [Int], asked: String?,
    _ options: ImportOptions
  ) {
    self.source = source
    self.looked = looked
    self.candidates = candidates
    self.asked = asked
    best = choice.best
    sheets = choice.sheets
    mapping = choice.mapping
    // Who asked for one sheet knows that there are others, unless who stands in them would be taken for missing.
    guard let chosen = choice.mapping, asked == nil || options.inactivatesMissing else {
      unread = asked == nil ? choice.unread : []
      return
    }
    let rest = source.tables.indices.filter { !candidates.contains($0) }
    // Nobody asked for these: what is wrong with them fails nothing.
    let left = rest.compactMap { try? OpenedSheet($0, of: source, mappings: [chosen]) }.filter {
      $0.isWhole && !$0.isOfOthers
    }
    unread =
      choice.unread
      + left.map { UnreadSheet(name: $0.info.name, reason: $0.info.isHidden ? .hidden : .notAsked) }
  }

  /// The same tables, read by another mapping.
  ///
  /// - Parameter read: a sheet as the mapping reads it; nil for one that it does not know.
  func read(_ options: ImportOptions, by read: (OpenedSheet) -> OpenedSheet?) -> OpenedTable? {
    SheetChoice(among: looked.map { read($0) ?? $0 }).map {
      OpenedTable(source, looked, $0, candidates: candidates, asked: asked, options)
    }
  }

  /// - Parameter sheet: the one that was asked for; nil when all that are to be seen were looked at.
  private static func noRows(
    _ source: any TableSource, options: ImportOptions, sheet: String?, _ mappings: [MappingFile]
  ) -> KundregError {
    let hidden = source.tables.indices.filter { source.tables[$0].isHidden }.filter {
      (try? OpenedSheet($0, of: source, mappings: mappings)) != nil
    }.map { source.tables[$0].name }
    if source.format == .json, source.tables.count == 1, sheet == nil {
      return KundregError(.inputNoRows, InputRowsTexts.emptyList(options.input))
    }
    if let sheet {
      return KundregError(
        .inputNoRows, ImportSourceTexts.noRows(options.input, sheet: sheet), remedies: [.chooseSheet])
    }
    guard hidden.isEmpty else {
      return KundregError(
        .inputNoRows, ImportSourceTexts.onlyHiddenRows(options.input, sheets: hidden), remedies: [.chooseSheet])
    }
    return KundregError(.inputNoRows, ImportSourceTexts.noRows(options.input))
  }

  private static func candidates(
    _ source: any TableSource, options: ImportOptions, sheet: String?
  ) throws -> [Int] {
    let names = source.tables.map(\.name)
    if let sheet {
      guard source.format == .workbook || source.tables.count > 1 else {
        throw KundregError(.sheetNone, ImportSourceTexts.noSheets(options.input), remedies: [.chooseNoSheet])
      }
      guard let index = source.tables.firstIndex(where: { $0.name.lowercased() == sheet.lowercased() }) else {
        throw KundregError(
          .sheetUnknown, ImportSourceTexts.unknownSheet(sheet, options.input, known: names), remedies: [.chooseSheet])
      }
      return [index]
    }
    let visible = source.tables.indices.filter { !source.tables[$0].isHidden }
    guard !visible.isEmpty else {
      throw KundregError(
        .sheetAllHidden, ImportSourceTexts.allHidden(options.input, sheets: names), remedies: [.chooseSheet])
    }
    guard visible.count <= SheetPositions.maximumSheets else {
      throw KundregError(
        .sheetTooMany,
        ImportSourceTexts.tooManySheets(
          options.input, count: visible.count, most: SheetPositions.maximumSheets), remedies: [.chooseSheet])
    }
    return visible
  }
}
