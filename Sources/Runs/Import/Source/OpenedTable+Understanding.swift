import CustomerModel
import Mapping
import Understanding

extension OpenedTable {
  /// What the columns of the best sheet are, where no mapping fits the list, or where one fits that is open to more, finds no names,
  /// and the list has some.
  ///
  /// - Parameter match: what the fitting mapping makes of the best sheet; nil when none fits.
  /// - Returns: nil where a mapping fits, and where there are no words to read headings by.
  /// - Throws: ``KundregError`` with status 78 when a file of words is wrong.
  func understanding(_ library: MappingLibrary, _ match: HeaderMatch?) throws -> Understanding? {
    guard !library.wordFiles.isEmpty, !best.beginsWithCustomers else { return nil }
    guard let fitting, let match else { return try understanding(library, name: "understood") }
    // Words are read only where they may be needed: nearly every list that a mapping fits has names.
    guard fitting.otherColumns == .understood, match.source(of: .customerName) == nil else { return nil }
    let understanding = try understanding(library, name: "understood")
    return understanding.beganFromMapping ? nil : understanding
  }

  /// What the columns of the best sheet are for somebody who looks at it before it is used: also those that a fitting mapping leaves,
  /// and those of lists that seem to have no headings.
  ///
  /// - Throws: ``KundregError`` with status 78 when a file of words is wrong.
  func proposedUnderstanding(_ library: MappingLibrary, name: String) throws -> Understanding {
    guard best.beginsWithCustomers else { return try understanding(library, name: name) }
    return Understanding(
      header: best.withoutHeadings().header, sample: best.sample, words: WordBook(), hasHeadings: false, name: name)
  }

  private func understanding(_ library: MappingLibrary, name: String) throws -> Understanding {
    Understanding(
      header: best.header, plain: best.plainHeader, band: best.groups, sample: best.rows,
      words: try WordBook(files: library.wordFiles), given: fitting, nearest: fitting == nil ? best.mapping : nil,
      name: name)
  }

  /// The mapping that fits the best sheet; nil when none does.
  var fitting: MappingFile? { mapping.flatMap { best.mapping?.name == $0.name && best.missing.isEmpty ? $0 : nil } }

  /// What headings say of columns that the fitting mapping leaves, where it is open to them and all sheets have the same headings.
  ///
  /// - Parameter match: what the fitting mapping makes of the best sheet.
  /// - Returns: nil where there is nothing to add.
  /// - Throws: ``KundregError`` with status 78 when a file of words is wrong.
  func furtherColumns(_ library: MappingLibrary, _ match: HeaderMatch) throws -> FurtherColumns? {
    guard let fitting, fitting.otherColumns == .understood, !library.wordFiles.isEmpty,
      match.unmapped.contains(where: { !HeaderKey.of($0.name).isEmpty })
    else { return nil }
    let (plain, groups) = (best.plainHeader, best.groups)
    guard sheets.allSatisfy({ $0.header == best.header && $0.plainHeader == plain && $0.groups == groups }) else {
      return nil
    }
    return FurtherColumns(
      beside: fitting, header: best.header, plain: plain, band: groups, sample: sheets.flatMap(\.rows),
      words: try WordBook(files: library.wordFiles))
  }

  /// The same tables, read as they were understood; nil where nothing was that the mapping does not know.
  func understood(by understanding: Understanding, _ options: ImportOptions) -> OpenedTable? {
    guard let file = understanding.mapping, understanding.addsToMapping, understanding.isOfCustomers else { return nil }
    let (plain, header) = (best.plainHeader, best.header)
    return read(options) { sheet in
      if file.headerRow == 0 {
        return sheet.table == best.table
          ? sheet.withoutHeadings().understood(by: file, headings: understanding.headings) : sheet.read(by: file)
      }
      if sheet.table == best.table || sheet.plainHeader == plain && sheet.header == header {
        return sheet.understood(by: file, headings: understanding.headings)
      }
      // A sheet that fits another mapping stays that one's.
      return sheet.mapping == nil || sheet.mapping?.name == mapping?.name ? sheet.read(by: file) : sheet
    }
  }
}

extension OpenedSheet {
  /// The word over each column; blank where none stands.
  var groups: [String] {
    for row in sample.prefix(max(headerRow, 0)).reversed() {
      let cells = row.map { $0 ?? "" }
      guard cells.count(where: { !$0.trimmingBlanks.isEmpty }) > 1,
        let spans = HeadingBand.spans(cells, over: plainHeader)
      else { continue }
      var groups = [String](repeating: "", count: plainHeader.count)
      for span in spans { for column in span.columns { groups[column] = span.word } }
      return groups
    }
    return []
  }
}
