import CustomerModel
import Mapping

/// The words of a heading with their meanings, as far as they are known.
struct HeadingWords: Sendable {
  struct Piece: Sendable {
    let key: String
    /// Empty for a word that nobody knows.
    let meanings: [Meaning]
    /// The known word that was probably meant.
    var meant: String?
  }

  private(set) var pieces: [Piece] = []
  /// The numbers in it, in their order.
  private(set) var numbers: [Int] = []
  /// True when the last of its words is a number.
  let endsWithNumber: Bool

  /// - Parameters:
  ///   - mendsSpelling: true when a word that nobody knows may be a mistyped one.
  ///   - completes: true when such a word may be one that was cut short, where it is not mended.
  init(_ tokens: [HeadingTokens.Token], _ book: WordBook, mendsSpelling: Bool = true, completes: Bool = false) {
    endsWithNumber = tokens.last?.isNumber ?? false
    var rest = tokens[...]
    while !rest.isEmpty {
      if let first = rest.first, first.isNumber {
        if let number = Int(first.key), number < 1000 { numbers.append(number) }
        rest.removeFirst()
        continue
      }
      let run = rest.prefix { !$0.isNumber }
      pieces += HeadingSplit(Array(run), book).pieces.flatMap { piece in
        mendsSpelling ? Self.mended(piece, book) : [completes ? Self.completed(piece, book) : piece]
      }
      rest = rest.dropFirst(run.count)
    }
  }

  private static func completed(_ piece: Piece, _ book: WordBook) -> Piece {
    guard piece.meanings.isEmpty, let meant = book.completed(piece.key) else { return piece }
    return Piece(key: piece.key, meanings: book.meanings[meant] ?? [], meant: meant)
  }

  /// What a word means that is not known as it stands: mistyped, cut short, or a compound of whose words only the last is known.
  private static func mended(_ piece: Piece, _ book: WordBook) -> [Piece] {
    guard piece.meanings.isEmpty else { return [piece] }
    if let parts = withNumber(piece, book) ?? withKnownStart(piece, book) { return parts }
    if let meant = book.nearest(to: piece.key) ?? book.completed(piece.key),
      book.meanings[meant] != [.none] || piece.key.utf8.count > 6
    {
      return [Piece(key: piece.key, meanings: book.meanings[meant] ?? [], meant: meant)]
    }
    return withInitial(piece, book) ?? withMistypedEnd(piece, book) ?? withKnownEnd(piece, book) ?? [piece]
  }

  /// `Beställarnr`: a number of what the beginning of a word says, rather than that word written wrong.
  private static func withNumber(_ piece: Piece, _ book: WordBook) -> [Piece]? {
    guard piece.key.hasSuffix("nr"), piece.key.utf8.count > 7, let number = book.meanings["nr"] else { return nil }
    let start = String(piece.key.dropLast(2))
    guard let meant = book.completed(start), let meanings = book.meanings[meant], meanings != [.none] else {
      return nil
    }
    return [Piece(key: start, meanings: meanings, meant: meant), Piece(key: "nr", meanings: number)]
  }

  /// `Fakturamott`: whose address it is, behind which is something that nobody knows, is likelier than a word of something else that is
  /// written wrong.
  private static func withKnownStart(_ piece: Piece, _ book: WordBook) -> [Piece]? {
    guard let meant = book.nearest(to: piece.key), book.meanings[meant] == [.none] else { return nil }
    let text = Array(piece.key.utf8)
    for length in stride(from: text.count - 2, through: 6, by: -1) {
      let first = String(decoding: text[..<length], as: UTF8.self)
      guard let meanings = book.meanings[first], meanings.contains(where: \.isOfAddress) else { continue }
      return [
        Piece(key: first, meanings: meanings),
        Piece(key: String(decoding: text[length...], as: UTF8.self), meanings: []),
      ]
    }
    return nil
  }

  /// `knamn`, `ktyp`: databases write the customer as one letter.
  private static func withInitial(_ piece: Piece, _ book: WordBook) -> [Piece]? {
    guard piece.key.hasPrefix("k") || piece.key.hasPrefix("c"), piece.key.utf8.count > 3 else { return nil }
    let rest = String(piece.key.dropFirst())
    guard let meanings = book.meanings[rest], meanings.contains(where: \.mayEndCompounds) || meanings == [.part(.type)]
    else { return nil }
    return [Piece(key: rest, meanings: meanings)]
  }

  /// A compound whose last word is mistyped.
  private static func withMistypedEnd(_ piece: Piece, _ book: WordBook) -> [Piece]? {
    let text = Array(piece.key.utf8)
    for length in stride(from: text.count - 5, through: 4, by: -1) {
      let first = String(decoding: text[..<length], as: UTF8.self)
      guard let meanings = book.meanings[first], meanings != [.filler], meanings != [.none] else { continue }
      for rest in [text[length...], text[length...].drop { $0 == UInt8(ascii: "s") }] {
        let last = String(decoding: rest, as: UTF8.self)
        guard let meant = book.nearest(to: last) else { continue }
        return [
          Piece(key: first, meanings: meanings), Piece(key: last, meanings: book.meanings[meant] ?? [], meant: meant),
        ]
      }
    }
    return nil
  }

  /// Words that are also the endings of others: `registrering`.
  private static func isEnding(_ key: String) -> Bool { ["ring", "call", "sted", "land", "place"].contains(key) }

  /// The last word of a compound says what it is, the first what of: `sotningsadress` is an address.
  private static func withKnownEnd(_ piece: Piece, _ book: WordBook) -> [Piece]? {
    let text = Array(piece.key.utf8)
    guard text.count >= 7 else { return nil }
    for start in 3..<(text.count - 1) {
      // `nr` is the shortest end that is no chance.
      if text.count - start < 4, !["nr", "nro", "adr", "tlf"].contains(String(decoding: text[start...], as: UTF8.self))
      {
        continue
      }
      let last = String(decoding: text[start...], as: UTF8.self)
      guard let meanings = book.meanings[last], meanings.contains(where: \.mayEndCompounds),
        !isEnding(last)
      else { continue }
      var first = text[..<start]
      if first.count > 4, first.last == UInt8(ascii: "s") { first = first.dropLast() }
      return [
        Piece(key: String(decoding: first, as: UTF8.self), meanings: []), Piece(key: last, meanings: meanings),
      ]
    }
    return nil
  }
}

extension Meaning {
  /// True for a word that says whose address a column is of.
  fileprivate var isOfAddress: Bool {
    if case .block(let block) = self { [.invoice, .delivery, .visiting, .mail].contains(block) } else { false }
  }

  /// True for what a word means that says at the end of a compound what the whole is.
  fileprivate var mayEndCompounds: Bool {
    switch self {
    case .part(let part):
      [
        .address, .street, .name, .firstName, .lastName, .email, .phone, .mobile, .postalCode, .city, .id, .website,
        .companyIdentity, .personalIdentity, .birth, .addressExtra,
      ].contains(part)
    case .field(let path): path.description == "comments"
    case .block(let block): block == .contact || block == .owner
    case .none: true
    default: false
    }
  }
}
