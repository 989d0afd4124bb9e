import Mapping
import Understanding

extension OpenedTable {
  /// What the columns of the best sheet are, where no mapping fits the list. One that fits is imported as it ever was.
  ///
  /// - Parameter isAsked: true when somebody looks at what comes of it before it is used: then also what a fitting mapping
  ///   leaves, and lists that seem to have no headings.
  /// - Returns: nil where there are no words to read headings by.
  /// - Throws: ``KundregError`` with status 78 when a file of words is wrong.
  func understanding(_ library: MappingLibrary, name: String = "understood", isAsked: Bool = false) throws
    -> Understanding?
  {
    guard !library.wordFiles.isEmpty else { return nil }
    if best.beginsWithCustomers {
      guard isAsked else { return nil }
      return Understanding(
        header: best.withoutHeadings().header, sample: best.sample, words: WordBook(), hasHeadings: false, name: name)
    }
    let fits = mapping.flatMap { best.mapping?.name == $0.name && best.missing.isEmpty ? $0 : nil }
    if fits != nil, !isAsked { return nil }
    return Understanding(
      header: best.header, plain: best.plainHeader, band: best.groups, sample: best.rows,
      words: try WordBook(files: library.wordFiles), given: fits, nearest: fits == nil ? best.mapping : nil, name: name)
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
  fileprivate var groups: [String] {
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
