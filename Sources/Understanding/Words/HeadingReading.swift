import CustomerModel

/// What a heading says by its words: whom it is about, which of several, and what of it.
struct HeadingReading: Sendable {
  var blocks: Set<Meaning.Block> = []
  /// The posts of the person it is about: `vaktmastare`.
  var titles: [String] = []
  var parts: [Meaning.Part] = []
  /// Fields that it names, and nothing else has.
  var fields: [FieldPath] = []
  /// The first number in it.
  var ordinal: Int?
  /// Which of several addresses it is about, where it says so: `Address 2 Town`.
  private(set) var addressOrdinal: Int?
  /// True when it says something that the card has no place for.
  var isOther = false
  /// True under a word of a group that nobody knows.
  var isUnderOther = false
  /// The words that nobody knows.
  var unknown: [String] = []
  /// Words that were mistyped, as they were meant.
  var meant: [String] = []
  /// The words that are known.
  var known: [String] = []

  /// The words for what the card has no place for.
  private var others: [String] = []

  /// True when nothing in it is known.
  var isEmpty: Bool { blocks.isEmpty && parts.isEmpty && fields.isEmpty }

  init(_ words: HeadingWords, hints: [HeadingWords] = []) {
    ordinal = words.numbers.first
    for piece in words.pieces { add(piece) }
    // `Where do you need us? (street address)`
    if parts.isEmpty, fields.isEmpty, !isOther, blocks.isEmpty || !unknown.isEmpty { readHints(hints) }
    readAddressOrdinal(words)
    if parts.contains(.email) { blocks.remove(.mail) }
    // A region says nothing where the country is meant: `Land/region`.
    if parts.contains(.country), others.allSatisfy({ $0.hasPrefix("region") || $0 == "state" }) { isOther = false }
    // `Bill address contact` is a person, `Kontaktadress` an address.
    if parts == [.address], words.pieces.last(where: { $0.meanings != [.filler] })?.meanings == [.block(.contact)] {
      parts = []
    }
    readPlaces()
    if fields.isEmpty { for hint in hints { addHint(hint) } }
    // `Telefon (mobil)`, `Kontakt (e-post)`
    let hinted = hints.flatMap(\.pieces).flatMap(\.meanings)
    let ways: [Meaning.Part] = [.email, .phone, .mobile]
    if parts.isEmpty, fields.isEmpty, !blocks.isEmpty, let way = ways.first(where: { hinted.contains(.part($0)) }) {
      parts.append(way)
    }
    if parts == [.phone], hinted.contains(.part(.mobile)), !hinted.contains(.block(.work)) { parts.append(.mobile) }
    if !fields.isEmpty, hints.contains(where: { $0.pieces.contains { $0.meanings.contains(.block(.association)) } }) {
      // A number of the association's own: `Lgh (förening)`.
      isOther = true
    }
  }

  /// Takes what stands in parentheses for the heading, where that says more.
  private mutating func readHints(_ hints: [HeadingWords]) {
    guard !hints.isEmpty else { return }
    var hinted = self
    (hinted.blocks, hinted.unknown, hinted.known) = ([], [], [])
    for piece in hints.flatMap(\.pieces) { hinted.add(piece) }
    if hinted.unknown.isEmpty, !hinted.isOther, !hinted.parts.isEmpty || !hinted.fields.isEmpty { self = hinted }
  }

  private mutating func add(_ piece: HeadingWords.Piece) {
    guard !piece.meanings.isEmpty else {
      unknown.append(piece.key)
      return
    }
    if let meant = piece.meant { self.meant.append(meant) }
    if piece.meanings != [.filler] { known.append(piece.meant ?? piece.key) }
    // What one language has no place for may be a customer's in another.
    if piece.meanings == [.none] {
      isOther = true
      others.append(piece.key)
    }
    for meaning in piece.meanings {
      switch meaning {
      case .block(let block):
        blocks.insert(block)
        if block == .title { titles.append(piece.meant ?? piece.key) }
      case .part(let part): if !parts.contains(part) { parts.append(part) }
      case .field(let path): if !fields.contains(path) { fields.append(path) }
      case .none, .filler: break
      }
    }
  }

  /// Of two numbers the first counts addresses, the second lines; of one only beside a part that has no lines.
  private mutating func readAddressOrdinal(_ words: HeadingWords) {
    let numbers = words.numbers
    guard parts.contains(.address) else { return }
    if numbers.count > 1 {
      addressOrdinal = numbers[0]
      ordinal = numbers[1]
    } else if !words.endsWithNumber, !Set(parts).isDisjoint(with: [.city, .postalCode, .country, .street]) {
      addressOrdinal = numbers.first
      if addressOrdinal != nil { ordinal = nil }
    }
  }

  /// True for the third line of an address and those below.
  var isOfLateLine: Bool {
    (ordinal ?? 0) > 2 && !Set(parts).isDisjoint(with: [.address, .line])
      && Set(parts).isDisjoint(with: [.street, .city, .postalCode, .country, .addressExtra])
  }

  /// The address of a property or a flat is where the work is.
  private mutating func readPlaces() {
    let places = ["taxReduction.propertyDesignation", "taxReduction.apartmentNumber"]
    let parts: Set<Meaning.Part> = [.address, .street, .postalCode, .city, .houseNumber]
    guard !parts.isDisjoint(with: self.parts), fields.contains(where: { places.contains($0.description) }) else {
      return
    }
    fields.removeAll { places.contains($0.description) }
    blocks.insert(.visiting)
  }

  /// What is not the customer's own.
  static let others: Set<Meaning.Block> = [
    .invoice, .visiting, .delivery, .mail, .contact, .title, .guardian, .association, .partner,
  ]

  /// Takes over what a word over a group of columns says: whose they are. Under a word that nobody knows is nothing of what
  /// persons and places have.
  mutating func stands(under group: HeadingReading) {
    let named = group.blocks.intersection(Self.others)
    if group.blocks.isEmpty, group.parts.isEmpty { isUnderOther = true }
    guard blocks.isDisjoint(with: [.invoice, .visiting, .delivery, .mail, .contact, .title, .guardian]) else { return }
    blocks.formUnion(named)
    if named.contains(.title) { titles = group.titles }
    if ordinal == nil { ordinal = group.ordinal }
  }

  /// Of a hint counts whose address it is, and that it is of something else.
  private mutating func addHint(_ hint: HeadingWords) {
    for case .block(let block) in hint.pieces.flatMap(\.meanings)
    where [.invoice, .delivery, .visiting].contains(block) { blocks.insert(block) }
  }
}
