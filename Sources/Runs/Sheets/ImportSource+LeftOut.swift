import CustomerModel
import Rows

extension ImportSource {
  /// Stops an import that would take those for missing who stand in a sheet that it does not read, on another page of the list, or above
  /// the headings.
  ///
  /// - Throws: ``KundregError`` `missing.sheetLeftOut`, `missing.pages` or `missing.rowsAbove` with status 1.
  func requireNothingLeftOut(of input: String) throws {
    try requireNoSheetLeftOut(of: input)
    if let page = sheets.lazy.compactMap(page(of:)).first {
      throw KundregError(.missingPages, PageTexts.hindersMissing(input, page))
    }
    for sheet in sheets {
      guard let above = sheet.above else { continue }
      throw KundregError(
        .missingRowsAbove,
        MissingTexts.rowsAbove(
          input, SheetTexts.named(above), sheet: sheets.count > 1 ? sheet.name : nil))
    }
  }

  private func requireNoSheetLeftOut(of input: String) throws {
    let left = unreadSheets.filter(\.fits)
    guard !left.isEmpty else { return }
    throw KundregError(
      .missingSheetLeftOut,
      MissingTexts.sheetsLeft(
        input, left.map(\.name),
        fitsOther: left.contains { if case .fitsOther = $0.reason { true } else { false } }))
  }
}
