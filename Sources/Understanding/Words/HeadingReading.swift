import CustomerModel

/// What a heading says by its words: whom it is about, which of several, and what of it.
struct HeadingReading: Sendable {
  var blocks: Set<Meaning.Block> = []
  var parts: [Meaning.Part] = []
  /// Fields that it names, and nothing else has.
  var fields: [FieldPath] = []
  /// The first number in it.
  var ordinal: Int?
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

  /// True when nothing in it is known.
  var isEmpty: Bool { blocks.isEmpty && parts.isEmpty && fields.isEmpty }

  init(_ words: HeadingWords, hints: [HeadingWords] = []) {
    ordinal = words.numbers.first
    for piece in words.pieces { add(piece) }
    if parts.contains(.email) { blocks.remove(.mail) }
    if fields.isEmpty { for hint in hints { addHint(hint) } }
    if !fields.isEmpty, hints.contains(where: { $0.pieces.contains { $0.meanings.contains(.block(.association)) } }) {
      // A number of the association's own: `Lgh (förening)`.
      isOther = true
    }
  }

  private mutating func add(_ piece: HeadingWords.Piece) {
    guard !piece.meanings.isEmpty else {
      unknown.append(piece.key)
      return
    }
    if let meant = piece.meant { self.meant.append(meant) }
    if piece.meanings != [.filler] { known.append(piece.meant ?? piece.key) }
    // What one language has no place for may be a customer's in another.
    if piece.meanings == [.none] { isOther = true }
    for meaning in piece.meanings {
      switch meaning {
      case .block(let block): blocks.insert(block)
      case .part(let part): if !parts.contains(part) { parts.append(part) }
      case .field(let path): if !fields.contains(path) { fields.append(path) }
      case .none, .filler: break
      }
    }
  }

  /// What is not the customer's own.
  static let others: Set<Meaning.Block> = [
    .invoice, .visiting, .delivery, .mail, .contact, .guardian, .association, .partner,
  ]

  /// Takes over what a word over a group of columns says: whose they are. Under a word that nobody knows is nothing of what
  /// persons and places have.
  mutating func stands(under group: HeadingReading) {
    let named = group.blocks.intersection(Self.others)
    if group.blocks.isEmpty, group.parts.isEmpty { isUnderOther = true }
    guard blocks.isDisjoint(with: [.invoice, .visiting, .delivery, .mail, .contact, .guardian]) else { return }
    blocks.formUnion(named)
    if ordinal == nil { ordinal = group.ordinal }
  }

  /// Of a hint counts whose address it is, and that it is of something else.
  private mutating func addHint(_ hint: HeadingWords) {
    for case .block(let block) in hint.pieces.flatMap(\.meanings)
    where [.invoice, .delivery, .visiting].contains(block) { blocks.insert(block) }
  }
}
