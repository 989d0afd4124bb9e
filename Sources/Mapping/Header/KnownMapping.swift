import CustomerModel

/// A mapping with what it knows of the headings of some table.
struct KnownMapping {
  let file: MappingFile
  let synonyms: HeaderSynonyms
  /// The keys of the headings that it is recognised by; empty where any header may choose it, and where it was chosen already.
  private let signs: [Set<String>]

  /// - Parameter keys: those of the table's cells.
  private init(_ file: MappingFile, signs: [Set<String>], among keys: HeadingKeys) {
    self.file = file
    self.signs = signs
    synonyms = HeaderSynonyms(file.columns, among: keys)
  }

  func match(_ headings: Headings) -> HeaderMatch { HeaderMatch(synonyms, file.columns, headings) }

  /// True for a row that has all that the mapping is recognised by.
  func isRecognised(by headings: Headings) -> Bool { signs.allSatisfy { !$0.isDisjoint(with: headings.keys) } }

  /// The mappings to ask about some rows, in their order.
  ///
  /// Where a row is one program's own, those are that program's, and of several folders' the first's, unless another mapping does
  /// better there. Elsewhere they are all that any header may choose. Accounting systems' mappings are passed over. An only mapping
  /// was chosen already: what it is recognised by does not matter.
  ///
  /// - Parameter mappings: in the order of their folders.
  static func asked(_ mappings: [MappingFile], about rows: [Headings]) -> [KnownMapping] {
    let keys = HeadingKeys(rows.lazy.flatMap(\.keys))
    let files = mappings.filter { !$0.isTwoWay }
    guard mappings.count > 1 else { return files.map { KnownMapping($0, signs: [], among: keys) } }
    let known = files.map { file in
      KnownMapping(file, signs: file.recognisedBy.map { Set($0.lazy.compactMap(keys.key)) }, among: keys)
    }
    let general = known.filter { $0.signs.isEmpty }
    var folders: [Substring] = []
    for file in files where !folders.contains(file.folder) { folders.append(file.folder) }
    let ofPrograms = known.filter { mapping in
      guard !mapping.signs.isEmpty else { return false }
      let later = Set(folders.drop { $0 != mapping.file.folder }.dropFirst())
      return rows.contains { row in
        mapping.isRecognised(by: row) && !somebodyMadeOne(of: general, for: row)
          && mapping.serves(row, asWellAs: general.filter { !later.contains($0.file.folder) })
      }
    }
    guard let first = ofPrograms.first else { return general }
    return ofPrograms.filter { $0.file.folder == first.file.folder }
  }

  /// True where it has names if the best of the mappings for lists of any kind has, and takes as many columns: headings that a
  /// program shares with others do not make a list its own.
  private func serves(_ row: Headings, asWellAs general: [KnownMapping]) -> Bool {
    let shipped = general.lazy.filter { $0.file.otherColumns == .understood }
    guard let best = RankedMapping.best(of: shipped.map { RankedMapping($0.file, $0.match(row)) }) else { return true }
    let own = match(row)
    let hasNames = own.source(of: .customerName) != nil || best.match.source(of: .customerName) == nil
    return hasNames && own.matchedCount >= best.match.matchedCount
  }

  /// True where the mapping that knows most of a row fits it and was not shipped for lists of any kind.
  private static func somebodyMadeOne(of mappings: [KnownMapping], for row: Headings) -> Bool {
    guard let best = RankedMapping.best(of: mappings.lazy.map { RankedMapping($0.file, $0.match(row)) }) else {
      return false
    }
    return best.rank.matched > 1 && best.match.missing.isEmpty && best.file.otherColumns != .understood
  }
}
