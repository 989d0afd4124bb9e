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
      let place = sheets.count > 1 ? " of its sheet “\(sheet.name)”" : ""
      throw KundregError(
        .failed, code: "missing.rowsAbove",
        "--missing inactivate takes \(input) for the whole register, but customers may stand above the headings\(place), in "
          + "\(above.named), which would not be read. Nothing was written. Put them below headings in a file of their own, or take "
          + "them away; or say in the mapping with \"headerRow\" where the headings stand. Or leave out --missing inactivate."
      )
    }
  }

  private func requireNoSheetLeftOut(of input: String) throws {
    let left = unreadSheets.filter(\.fits)
    guard !left.isEmpty else { return }
    let names = left.map { "“\($0.name)”" }.joined(separator: ", ")
    let remedy =
      left.contains { if case .fitsOther = $0.reason { true } else { false } }
      ? "Import without --missing inactivate, or give one mapping that fits every sheet."
      : "Import without --sheet, and show what is hidden; or leave out --missing inactivate."
    throw KundregError(
      .failed, code: "missing.sheetLeftOut",
      "--missing inactivate takes \(input) for the whole register, but customers may stand in "
        + "\(left.count == 1 ? "its sheet" : "its sheets") \(names) too, which would not be read. Nothing was written. \(remedy)"
    )
  }
}
