import Mapping
import Rows

/// Which sheets of a workbook are one input, and by which mapping.
struct SheetChoice {
  /// The sheet that its mapping knows most headings of.
  let best: OpenedSheet
  /// The mapping that fits best over all; nil when none knows a header.
  let mapping: MappingFile?
  /// The sheets that are read, in the order of ``inReadingOrder(_:)``, with the headers that the mapping found; never empty.
  let sheets: [OpenedSheet]
  /// Filled sheets that are not read.
  let unread: [UnreadSheet]

  /// - Parameter all: the sheets to choose among, in their order.
  /// - Returns: nil when there is none.
  init?(among all: [OpenedSheet]) {
    // Where customers stand in some sheet, one that is named for others holds none, whatever its columns.
    let hasOwn = all.contains { $0.isWhole && !$0.isOfOthers }
    let looked = hasOwn ? all.filter { !$0.isWhole || !$0.isOfOthers } : all
    guard let best = Self.best(of: looked) else { return nil }
    self.best = best
    let mapping = Self.mapping(for: looked, best: best)
    self.mapping = mapping
    let byMapping = looked.map { sheet in
      mapping.flatMap { $0.name == sheet.mapping?.name ? sheet : sheet.read(by: $0) } ?? sheet
    }
    let whole = mapping == nil ? [] : byMapping.filter(\.isWhole)
    sheets = whole.isEmpty ? [best] : Self.inReadingOrder(whole)
    let tables = Set(sheets.map(\.table))
    let ofOthers = hasOwn ? all.filter { $0.isWhole && $0.isOfOthers } : []
    unread =
      ofOthers.map { UnreadSheet(name: $0.info.name, reason: .ofOthers) }
      + zip(looked, byMapping).compactMap { own, sheet in
        guard !tables.contains(sheet.table) else { return nil }
        if own.isWhole, let other = own.mapping?.name, other != mapping?.name {
          return UnreadSheet(name: own.info.name, reason: .fitsOther(mapping: other))
        }
        // Headings with nothing below hold nothing to be read.
        if sheet.fits { return nil }
        return UnreadSheet(
          name: own.info.name, reason: .doesNotFit(missing: sheet.missing.map { "\($0.field)" }))
      }
  }

  /// The sheets in their order, but one with more columns of the card before those that have some of its customers, as lists of
  /// orders or visits do: of the rows of a number the first makes the customer.
  private static func inReadingOrder(_ sheets: [OpenedSheet]) -> [OpenedSheet] {
    guard Set(sheets.map(\.score)).count > 1 else { return sheets }
    var ordered: [(sheet: OpenedSheet, numbers: Set<String>)] = []
    for sheet in sheets {
      let numbers = sheet.sampleNumbers
      let place = ordered.firstIndex { $0.sheet.score < sheet.score && !$0.numbers.isDisjoint(with: numbers) }
      ordered.insert((sheet, numbers), at: place ?? ordered.count)
    }
    return ordered.map(\.sheet)
  }

  /// One that fits and has rows comes before all others.
  private static func best(of sheets: [OpenedSheet]) -> OpenedSheet? {
    guard var best = sheets.first else { return nil }
    for sheet in sheets.dropFirst() {
      if sheet.isWhole != best.isWhole ? sheet.isWhole : sheet.score > best.score { best = sheet }
    }
    return best
  }

  /// Of the mappings that single sheets fit best the one that takes most columns of all; of equals the best sheet's.
  private static func mapping(for sheets: [OpenedSheet], best: OpenedSheet) -> MappingFile? {
    var candidates = [best.mapping].compactMap(\.self)
    for case let file? in sheets.filter(\.isWhole).map(\.mapping)
    where !candidates.contains(where: { $0.name == file.name }) { candidates.append(file) }
    guard candidates.count > 1 else { return candidates.first }
    let scores = candidates.map { file in
      sheets.reduce(0) { sum, sheet in
        let own = sheet.mapping?.name == file.name ? sheet : sheet.read(by: file)
        return sum + (own.map { $0.isWhole ? $0.score : 0 } ?? 0)
      }
    }
    return candidates[scores.firstIndex(of: scores.max()!)!]
  }
}
