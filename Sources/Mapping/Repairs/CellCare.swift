import CustomerModel

/// What is looked for in one source cell of a program; see ``CellRepairs``.
struct CellCare: Sendable, Hashable {
  /// What becomes of a cell that looks damaged.
  enum Deed: Int, Sendable {
    case none, remark, mend
  }

  /// A start in ``MappingPlan/careLimits``: for each byte that a cell may begin with, how long a cell that is looked at may
  /// be. 0 for no cell, so that a sound one costs one comparison.
  var limits = 0
  /// A table of words, whose meanings are the spellings that are mended; -1 for none.
  var words = -1
  var wordsDeed = Deed.none
  /// An apostrophe before a sign that would begin a formula, and `="…"`.
  var signsDeed = Deed.none
  /// An apostrophe before a digit, when only digits follow.
  var figuresDeed = Deed.none
  /// An apostrophe before a digit, whatever follows.
  var digitsDeed = Deed.none
  /// True when `.0` behind a whole number is taken off.
  var dropsFraction = false
  /// True when `.0` behind a whole number is kept and remarked on.
  var remarksFraction = false
  /// True when some word of ``words`` begins with a digit.
  var hasWordsOfDigits = false
  /// True when a text that is an error of a spreadsheet counts as one.
  var findsErrors = false
  /// True where the cell says whose row it is.
  var isOfKey = false
  /// True for a text of several lines, in which number signs may be drawn lines.
  var isLongText = false
  /// False for a source column that another program looks at, too, and counts.
  var isCounted = true

  var numbers: [Int] {
    [limits, words] + [wordsDeed, signsDeed, figuresDeed, digitsDeed].map(\.rawValue)
      + [dropsFraction, remarksFraction, hasWordsOfDigits, findsErrors, isOfKey, isLongText].map { $0 ? 1 : 0 }
  }
}

extension MappingCompiler {
  /// What is looked for in the cells of a source column.
  ///
  /// - Parameter fields: the fields that it fills.
  mutating func care(for source: Int, of column: ColumnMapping, fields: [FieldPath]) -> CellCare {
    guard let repairs, !fields.isEmpty else { return CellCare(isCounted: false) }
    let tables =
      [column.values] + column.transforms.compactMap { if case .values(let words) = $0 { words } else { nil } }
    let known = tables.filter { !$0.isEmpty }.map { WordList($0) } + fields.compactMap(wordsOfField)
    var care = CellCare()
    setWords(of: &care, fields: fields) { word in known.contains { $0.meaning(of: word) != nil } }
    // Where the name may stand in another column, a word for nothing is none.
    if fields.contains(where: { $0.field == .customerName }), !repairs.isExport, hasOtherName(than: column) {
      care.wordsDeed = .mend
    }
    if repairsGuards { setGuards(of: &care, fields: fields) }
    let keepsFraction = tables.contains { $0.contains { WholeNumbers.isFraction($0.word) } }
    care.dropsFraction =
      repairs.fractions.contains(source) && !keepsFraction && !fields.contains { isDecimal($0) }
    // What an export holds is in the register, as it was typed.
    care.remarksFraction =
      !repairs.isExport && !care.dropsFraction && !keepsFraction && fields.allSatisfy { isText($0) }
    care.findsErrors = !(repairs.isExport && fields.contains { canHoldAnyText($0) })
    care.isOfKey = fields.contains { [.number, .customerName, .contactName].contains($0.field) }
    care.isLongText = fields.contains { if case .text(_, multiline: true) = $0.field.kind { true } else { false } }
    care.isCounted = counted.insert(source).inserted
    care.limits = limits(of: care)
    return care
  }

  /// What is looked for in a cell that holds a member of a record.
  mutating func care(for source: Int, of heading: RecordHeading) -> CellCare {
    guard let repairs else { return CellCare(isCounted: false) }
    let member = heading.field.recordKind?.members.first { $0.name == heading.member }
    var care = CellCare()
    setWords(of: &care, fields: []) { word in
      if case .choice(let words)? = member?.kind { KnownWords.choices(words).meaning(of: word) != nil } else { false }
    }
    // A number, a name or a login may be called so; what is no text cannot.
    let mayBeMeant = repairs.isExport || member?.isRequired == true || heading.member == "name"
    if case .text? = member?.kind, mayBeMeant, care.words >= 0, blankWords == nil { care.wordsDeed = .remark }
    let deed: CellCare.Deed = repairs.isExport ? .remark : .mend
    if repairsGuards { (care.signsDeed, care.figuresDeed, care.digitsDeed) = (deed, deed, .remark) }
    switch member?.kind {
    case .decimal?, .percent?: break
    default: care.dropsFraction = repairs.fractions.contains(source)
    }
    care.limits = limits(of: care)
    return care
  }

  /// True when rows that have no name in a column may have it in another.
  private func hasOtherName(than column: ColumnMapping) -> Bool {
    switch column.source {
    case .firstOf(let parts) where parts.count > 1: true
    case .firstOfOrJoin: true
    default: hasOtherNames
    }
  }

  private mutating func setWords(of care: inout CellCare, fields: [FieldPath], knows: (String) -> Bool) {
    let isSpared =
      repairs?.isExport == true && fields.contains { canHoldAnyText($0) || $0.field == .number }
    let words = BlankWords.list(own: blankWords, fields: isSpared ? [] : fields, knows: knows)
    guard !words.entries.isEmpty else { return }
    care.words = table(words)
    care.hasWordsOfDigits = words.entries.contains {
      words.key(of: $0).first.map { (0x30...0x39).contains($0) } ?? false
    }
    let isName = fields.contains { [.customerName, .contactName].contains($0.field) }
    // Words of the mapping's own are blank wherever they stand.
    care.wordsDeed = (isName || isSpared) && blankWords == nil ? .remark : .mend
  }

  private func setGuards(of care: inout CellCare, fields: [FieldPath]) {
    let isSpared = repairs?.isExport == true && fields.contains { canHoldAnyText($0) }
    let isName = fields.contains { [.customerName, .contactName].contains($0.field) }
    care.signsDeed = isSpared ? .remark : .mend
    care.figuresDeed = isSpared || isName ? .remark : .mend
    care.digitsDeed = !isSpared && fields.allSatisfy { isNumber($0) } ? .mend : .remark
  }

  /// True for a text that may be a number, and has no rule for one that ends in a fraction.
  private func isText(_ path: FieldPath) -> Bool {
    switch path.field.kind {
    case .text: path.field != .apartmentNumber
    case .reference, .set: true
    case .custom: definition(of: path).map { $0.kind == .text } ?? true
    default: false
    }
  }

  /// True when a card may hold any text there.
  private func canHoldAnyText(_ path: FieldPath) -> Bool {
    switch path.field.kind {
    case .customerNumber, .identityNumber, .identityNumberSet, .vatNumber, .percent, .boolean, .language, .country,
      .choice:
      false
    default: true
    }
  }

  /// True when the field holds a number of any kind, so that an apostrophe before a digit is none of it.
  private func isNumber(_ path: FieldPath) -> Bool {
    switch path.field.kind {
    case .customerNumber, .identityNumber, .identityNumberSet, .vatNumber, .percent, .postalCode, .phone: true
    case .custom: [.number, .date].contains(definition(of: path)?.kind)
    default: path.field == .apartmentNumber
    }
  }

  /// True when a fraction of zero says nothing: the form of the field takes it off.
  private func isDecimal(_ path: FieldPath) -> Bool {
    path.field.kind == .percent || definition(of: path)?.kind == .number
  }

  private func wordsOfField(_ path: FieldPath) -> WordList? {
    switch definition(of: path)?.kind {
    case .boolean: KnownWords.booleans
    case .choice: WordList(definition(of: path)?.choices.map { WordPair($0, $0) } ?? [])
    default: KnownWords.list(for: path.field.kind)
    }
  }

  private func definition(of path: FieldPath) -> CustomFieldDefinition? {
    path.field == .customFields ? customFields.first { $0.name == path.customName } : nil
  }

  /// The start of a care's limits among those of the plan; the same limits stand there once.
  private mutating func limits(of care: CellCare) -> Int {
    var limits = [UInt32](repeating: 0, count: 256)
    if care.words >= 0 {
      let words = list(care.words)
      for entry in words.entries {
        guard let first = words.key(of: entry).first else { continue }
        // The words are kept without their blanks, of which a cell may have one behind each letter.
        let longest = entry.keyLength * 2
        let capital = first >= 0x61 && first <= 0x7A ? first & 0xDF : first
        for byte in [first, capital] { limits[Int(byte)] = max(limits[Int(byte)], longest) }
      }
    }
    if care.signsDeed != .none {
      limits[Int(UInt8(ascii: "'"))] = .max
      limits[Int(UInt8(ascii: "="))] = .max
    }
    if care.findsErrors { limits[Int(UInt8(ascii: "#"))] = .max }
    if care.remarksFraction { for byte in "0123456789".utf8 { limits[Int(byte)] = .max } }
    if care.dropsFraction { for byte in [UInt8(ascii: "-")] + Array("0123456789".utf8) { limits[Int(byte)] = .max } }
    guard limits.contains(where: { $0 > 0 }) else { return 0 }
    return plan.careLimits(limits)
  }
}
