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
    self.source = source
    // Rejected rows of a workbook may have gone to a text file, which has no sheets.
    let asked = options.sheet ?? (source.format == .workbook ? mapping?.sheet : nil)
    let candidates = try Self.candidates(source, options: options, sheet: asked)
    let looked = try candidates.compactMap { try OpenedSheet($0, of: source, mappings: mappings) }
    guard let choice = SheetChoice(among: looked) else {
      throw Self.noRows(source, options: options, sheet: asked, mappings)
    }
    best = choice.best
    sheets = choice.sheets
    self.mapping = choice.mapping
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

  /// - Parameter sheet: the one that was asked for; nil when all that are to be seen were looked at.
  private static func noRows(
    _ source: any TableSource, options: ImportOptions, sheet: String?, _ mappings: [MappingFile]
  ) -> KundregError {
    let hidden = source.tables.indices.filter { source.tables[$0].isHidden }.filter {
      (try? OpenedSheet($0, of: source, mappings: mappings)) != nil
    }.map { "“\(source.tables[$0].name)”" }
    let sentence: String
    if let sheet {
      let way = options.sheet == nil ? "Name another with --sheet" : "Name another, or leave --sheet out"
      sentence = "Sheet “\(sheet)” of \(options.input) has no rows. \(way)."
    } else if !hidden.isEmpty {
      sentence =
        "In \(options.input) only what is hidden has rows: \(hidden.joined(separator: ", ")). Name the sheet to read with --sheet."
    } else {
      sentence = "\(options.input) has no rows to read. Is it the right file, and was it saved?"
    }
    return KundregError(.unreadableInput, code: "input.noRows", sentence)
  }

  private static func candidates(
    _ source: any TableSource, options: ImportOptions, sheet: String?
  ) throws -> [Int] {
    let names = source.tables.map { "\"\($0.name)\"" }.joined(separator: ", ")
    if let sheet {
      guard source.format == .workbook || source.tables.count > 1 else {
        throw KundregError(
          .usage, code: "sheet.none", "\(options.input) is no workbook and has no sheets: leave out --sheet.")
      }
      guard let index = source.tables.firstIndex(where: { $0.name.lowercased() == sheet.lowercased() }) else {
        throw KundregError(
          .unreadableInput, code: "sheet.unknown",
          "\(options.input) has no sheet \"\(sheet)\". It has \(names): name one with --sheet.")
      }
      return [index]
    }
    let visible = source.tables.indices.filter { !source.tables[$0].isHidden }
    guard !visible.isEmpty else {
      throw KundregError(
        .unreadableInput, code: "sheet.allHidden",
        "Every sheet of \(options.input) is hidden. Name the one to read with --sheet: \(names).")
    }
    guard visible.count <= SheetPositions.maximumSheets else {
      throw KundregError(
        .unreadableInput, code: "sheet.tooMany",
        "\(options.input) has \(visible.count) sheets, more than the \(SheetPositions.maximumSheets) that one import reads. "
          + "Name the one to read with --sheet, or divide the workbook.")
    }
    return visible
  }
}
