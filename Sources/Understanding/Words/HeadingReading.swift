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
  /// True where a number is the last of its words.
  let endsWithNumber: Bool
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
  private(set) var others: [String] = []
  /// True where those stand before what is said of them.
  private var beginsWithOther = false
  /// True for a part of an address of what the card has no place for.
  private(set) var isOfOtherPlace = false
  /// True for `Second`, `Andra`.
  private var isOfSecond = false

  private static func isRegion(_ word: String) -> Bool {
    word.hasPrefix("region") || ["state", "omrade", "alue"].contains(word)
  }

  /// True when nothing in it is known.
  var isEmpty: Bool { blocks.isEmpty && parts.isEmpty && fields.isEmpty }

  init(_ words: HeadingWords, hints: [HeadingWords] = []) {
    ordinal = words.numbers.first
    endsWithNumber = words.endsWithNumber
    // In a question, `Beskriv jobbet så noga du kan`, a word that may change nothing changes nothing.
    let isQuestion = words.pieces.count >= 4
    for piece in words.pieces where !isQuestion || !piece.mayBeFiller { add(piece) }
    // `Where do you need us? (street address)`
    if parts.isEmpty, fields.isEmpty, !isOther, blocks.isEmpty || !unknown.isEmpty { readHints(hints) }
    readQuestion(words, hints)
    readAddressOrdinal(words)
    if isOfSecond, ordinal == nil, addressOrdinal == nil {
      if Set(parts).isDisjoint(with: [.address, .street, .city, .postalCode]) {
        ordinal = 2
      } else {
        addressOrdinal = 2
      }
    }
    if parts.contains(.email) {
      // `Mail zip` is of letters, `Mail` and `Mailadress` are not.
      let isOfLetters = blocks.contains(.mail) && !Set(parts).isDisjoint(with: [.postalCode, .city, .street, .line])
      if isOfLetters { parts.removeAll { $0 == .email } } else { blocks.remove(.mail) }
    }
    // A region says nothing where the country is meant: `Land/region`.
    if parts.contains(.country), others.allSatisfy(Self.isRegion) { isOther = false }
    // The address of what the card has no place for may be that of where it stands: `Projektadress`.
    if isOther, beginsWithOther, isOfPlace, others.allSatisfy({ $0.utf8.count > 3 }) {
      isOther = false
      isOfOtherPlace = true
      unknown += others
    }
    // `Bill address contact` is a person, `Kontaktadress` an address.
    if parts == [.address], words.pieces.last(where: { $0.meanings != [.filler] })?.meanings == [.block(.contact)] {
      parts = []
    }
    readPlaces()
    // A street for visits and for letters, `Besök/post gata`, is the only one there is.
    if blocks.isSuperset(of: [.visiting, .mail]), parts.contains(.street) { blocks.subtract([.visiting, .mail]) }
    if fields.isEmpty { for hint in hints { addHint(hint) } }
    // `Telefon (mobil)`, `Kontakt (e-post)`
    let hinted = hints.flatMap(\.pieces).flatMap(\.meanings)
    let ways: [Meaning.Part] = [.email, .phone, .mobile, .firstName, .lastName]
    if parts.isEmpty, fields.isEmpty, !blocks.isEmpty, let way = ways.first(where: { hinted.contains(.part($0)) }) {
      parts.append(way)
    }
    if parts == [.phone], hinted.contains(.part(.mobile)), !hinted.contains(.block(.work)) { parts.append(.mobile) }
    if !fields.isEmpty, hints.contains(where: { $0.pieces.contains { $0.meanings.contains(.block(.association)) } }) {
      // A number of the association's own: `Lgh (förening)`.
      isOther = true
    }
  }

  /// What is said of something is what the last words say: in `Arbetsort: Gata` no town.
  ///
  /// - Parameters:
  ///   - subject: what it is said of.
  ///   - said: what is said.
  mutating func isSaid(_ said: HeadingReading, of subject: HeadingReading) {
    let places: Set<Meaning.Part> = [.address, .street, .city, .postalCode, .country, .line, .name]
    guard !said.parts.isEmpty, said.unknown.isEmpty, !subject.parts.isEmpty, places.isSuperset(of: subject.parts) else {
      return
    }
    parts = said.parts
    if subject.parts == [.name], subject.blocks.isEmpty { parts = said.parts + [.name] }
  }

  /// A question for a place is answered by the customer's address, whatever stands there: `Var står värmepumpen? (gatuadress)`.
  private mutating func readQuestion(_ words: HeadingWords, _ hints: [HeadingWords]) {
    guard words.pieces.count >= 3, let first = words.pieces.first, Self.asksWhere.contains(first.key) else { return }
    let said = hints.flatMap(\.pieces)
    let places: Set<Meaning> = [.part(.address), .part(.street), .filler]
    guard !said.isEmpty, said.allSatisfy({ !$0.meanings.isEmpty && places.isSuperset(of: $0.meanings) }) else { return }
    (blocks, parts, fields, unknown, others, isOther) = ([], [], [], [], [], false)
    for piece in said { add(piece) }
  }

  private static let asksWhere: Set<String> = ["var", "hvor", "where", "missa"]

  /// Takes what stands in parentheses for the heading, where that says more.
  private mutating func readHints(_ hints: [HeadingWords]) {
    guard !hints.isEmpty else { return }
    var hinted = self
    (hinted.blocks, hinted.unknown, hinted.known) = ([], [], [])
    for piece in hints.flatMap(\.pieces) { hinted.add(piece) }
    // What place it is the heading says itself: `Tank location (911 addr)`.
    if hinted.isOfPlace { hinted.blocks = blocks.intersection([.visiting, .delivery, .invoice]) }
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
      if parts.isEmpty { beginsWithOther = true }
      others.append(piece.key)
    }
    for meaning in piece.meanings {
      switch meaning {
      case .block(let block):
        blocks.insert(block)
        if block == .title { titles.append(piece.meant ?? piece.key) }
      case .part(let part): if !parts.contains(part) { parts.append(part) }
      case .field(let path): if !fields.contains(path) { fields.append(path) }
      case .second: isOfSecond = true
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
    var named = group.blocks.intersection(Self.others)
    if group.isOfProperty {
      // Under `Fastighet` stands where the work is, and what the property is called.
      if known == ["beteckning"], blocks.isEmpty { (parts, fields) = ([], group.fields) }
      if isOfPlace || parts == [.id] && blocks.isEmpty { blocks.insert(.visiting) }
      if parts == [.id], blocks == [.visiting] { parts = [.houseNumber] }
      return
    }
    if (group.ordinal ?? 1) > 1 { named.formUnion(group.blocks.intersection([.customer, .owner, .person])) }
    if group.blocks.isEmpty, group.parts.isEmpty {
      // What a place is called by a word that nobody knows has streets and towns all the same.
      if group.isUnread, isOfPlace, unknown.isEmpty { unknown = group.unknown } else { isUnderOther = true }
    }
    guard blocks.isDisjoint(with: [.invoice, .visiting, .delivery, .mail, .contact, .title, .guardian]) else { return }
    blocks.formUnion(named)
    if named.contains(.title) { titles = group.titles }
    if ordinal == nil { ordinal = group.ordinal }
  }

  /// True where there are words, and nobody knows any.
  private var isUnread: Bool { !unknown.isEmpty && known.isEmpty && !isOther && fields.isEmpty }

  /// True for a word of places that is no word of addresses: `Uppst.plats`, whose cells are places however they are written.
  var isOfSpot: Bool {
    blocks.contains(.visiting) && known.count > 1 && known.contains { $0.hasSuffix("plats") }
  }

  /// True for a word that means properties.
  var isOfProperty: Bool {
    blocks.isEmpty && parts.isEmpty && unknown.isEmpty && !isOther
      && fields.map(\.description) == ["taxReduction.propertyDesignation"]
  }

  /// True for a part of an address that says nothing of whose it is.
  private var isOfPlace: Bool {
    blocks.isEmpty && fields.isEmpty && !parts.isEmpty
      && parts.allSatisfy {
        [.address, .street, .postalCode, .city, .country, .houseNumber, .addressExtra].contains($0)
      }
  }

  /// True for a postal code or a town that says nothing else.
  var isOfTown: Bool {
    blocks.isEmpty && fields.isEmpty && !parts.isEmpty && Set(parts).isSubset(of: [.postalCode, .city])
  }

  /// Reads a word that nobody knows, or that the card has no place for, as that for the customer.
  ///
  /// - Parameter alone: false where the heading is about something of the customer that has a word of its own.
  mutating func isOfCustomer(_ word: String, alone: Bool) {
    unknown.removeAll { $0 == word }
    others.removeAll { $0 == word }
    isOther = !others.isEmpty
    guard alone else { return }
    known.append(word)
    // Who owns what a customer has sells to it: `Account owner`.
    if !blocks.contains(.owner) { blocks.insert(.customer) }
  }

  /// Reads a word that nobody knows as the beginning of one that another heading has.
  mutating func understands(_ word: String, as blocks: Set<Meaning.Block>) {
    unknown.removeAll { $0 == word }
    self.blocks.formUnion(blocks)
  }

  /// Of a hint counts whose address it is, and whose e-mail: `E-post (Primär kontakt)`.
  private mutating func addHint(_ hint: HeadingWords) {
    let says = hint.pieces.flatMap(\.meanings).filter { $0 != .filler }
    if parts == [.email], blocks.isEmpty, !says.isEmpty, says.allSatisfy({ $0 == .block(.contact) }) {
      blocks.insert(.contact)
    }
    for case .block(let block) in hint.pieces.flatMap(\.meanings)
    where [.invoice, .delivery, .visiting].contains(block) { blocks.insert(block) }
  }
}

extension HeadingWords.Piece {
  /// True for a word that changes nothing in some of its meanings.
  fileprivate var mayBeFiller: Bool { meanings.count > 1 && meanings.contains(.filler) && key.utf8.count < 4 }
}
