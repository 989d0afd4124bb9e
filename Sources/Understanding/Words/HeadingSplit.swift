import Mapping

/// Tells apart the words of a heading.
///
/// Words that are known may be written as several (`post nr`), and several as one (`kundpostnr`): of all ways to read a heading
/// the one with the fewest words counts, and of those the one that follows the blanks.
struct HeadingSplit {
  private struct Step {
    var cost = Int.max
    var from = 0
    var piece: HeadingWords.Piece?
  }

  private let book: WordBook
  private let text: [UInt8]
  /// Where the words begin that stand by themselves, and the end.
  private let edges: [Int]
  private var steps: [Step]

  private static let unknown = 100
  /// What joins the words of a compound, and the endings of words that are inflected.
  private static let glue = [
    "s", "e", "ens", "ets", "es", "n", "ns", "en", "et", "er", "ene", "erna", "arna", "ar", "ne",
  ]
  .map { Array($0.utf8) }
  /// Short words that are told from chance inside others.
  private static let short: Set<String> = [
    "nr", "id", "no", "tel", "tlf", "tfn", "mob", "adr", "ort", "org", "ftg", "lev", "avi", "fax", "typ", "puh", "nro",
    "kod", "ma", "ref", "zip", "bes", "cvr", "brf", "gsm", "lgh", "vat", "cus", "mva", "num", "eml", "alv", "pnr",
    "hem",
  ]

  init(_ tokens: [HeadingTokens.Token], _ book: WordBook) {
    self.book = book
    var text: [UInt8] = []
    var edges: [Int] = []
    for token in tokens {
      edges.append(text.count)
      text += Array(token.key.utf8)
    }
    self.text = text
    self.edges = edges + [text.count]
    steps = Array(repeating: Step(), count: text.count + 1)
    steps[0].cost = 0
    for start in 0..<text.count where steps[start].cost < .max { go(from: start) }
    mend(before: text.count)
  }

  /// The cheapest way to read the words.
  var pieces: [HeadingWords.Piece] {
    var result: [HeadingWords.Piece] = []
    var place = text.count
    while place > 0 {
      let step = steps[place]
      if let piece = step.piece, !piece.key.isEmpty { result.append(piece) }
      place = step.from
    }
    return result.reversed()
  }

  private mutating func offer(_ cost: Int, from: Int, to: Int, _ piece: HeadingWords.Piece?) {
    // Of two ways the longer words come first: `billing contact, name` rather than `billing, contact name`.
    if cost < steps[to].cost
      || cost == steps[to].cost && cost < .max && from > steps[to].from && piece?.meanings.isEmpty == false
    {
      steps[to] = Step(cost: cost, from: from, piece: piece)
    }
  }

  private func key(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  private mutating func go(from start: Int) {
    let beginsWord = edges.contains(start)
    if beginsWord { mend(before: start) }
    let cost = steps[start].cost
    let last = min(text.count, start + book.longest)
    for end in start + 1...max(last, start + 1) where end <= text.count {
      // A single letter is a word only by itself: `p` of `kp` is none.
      let isWhole = beginsWord && edges.contains(end)
      guard isWhole || end - start > 1 else { continue }
      let key = key(start..<end)
      guard let meanings = book.meanings[key] ?? whole(key, start, end).flatMap({ book.meanings[$0] }) else {
        continue
      }
      let inner = (beginsWord ? 0 : 3) + (edges.contains(end) ? 0 : 3) + (isWhole ? 0 : crossing(start, end))
      offer(
        cost + 10 + inner + (isWhole || meanings != [.filler] || key.utf8.count > 4 ? 0 : 60)
          + risk(key, isWhole: isWhole), from: start,
        to: end, .init(key: key, meanings: meanings))
    }
    if !beginsWord {
      goWithin(from: start)
    } else if let place = edges.firstIndex(of: start) {
      let end = edges[place + 1]
      offer(cost + Self.unknown, from: start, to: end, .init(key: key(start..<end), meanings: []))
    }
  }

  /// A word that is only read by chance pieces is rather a mistyped one.
  private mutating func mend(before end: Int) {
    guard let start = edges.last(where: { $0 < end }), end - start >= 5, steps[start].cost < .max,
      steps[end].cost - steps[start].cost > 45, steps[end].from > start
    else { return }
    let key = key(start..<end)
    guard let meant = book.nearest(to: key) else { return }
    steps[end] = Step(
      cost: steps[start].cost + 40, from: start,
      piece: .init(key: key, meanings: book.meanings[meant] ?? [], meant: meant))
  }

  /// A word that begins or ends within another does not reach over a blank.
  private func crossing(_ start: Int, _ end: Int) -> Int { edges.contains { start < $0 && $0 < end } ? 25 : 0 }

  /// Few letters within a longer word are easily there by chance.
  private func risk(_ key: String, isWhole: Bool) -> Int {
    guard !isWhole, key.utf8.count < 4 else { return 0 }
    return Self.short.contains(key) ? 2 : key.utf8.count < 3 ? 75 : 30
  }

  /// The key of words written as one, where the letters that meet at a blank are one letter of keys: `bra att veta`, `c/o el gård`.
  private func whole(_ key: String, _ start: Int, _ end: Int) -> String? {
    let meets = edges.contains { edge in
      start < edge && edge < end && Self.foldedPairs.contains(String(decoding: text[edge - 1...edge], as: UTF8.self))
    }
    return meets ? HeaderKey.of(key) : nil
  }

  private static let foldedPairs: Set<String> = ["aa", "ae", "oe"]

  private mutating func goWithin(from start: Int) {
    let cost = steps[start].cost
    guard start > 2, let piece = steps[start].piece, piece.key.utf8.count > 2 else { return }
    // Of two vowels that keys have as one, `fakturaadress`, each word has its own.
    if [UInt8(ascii: "a"), UInt8(ascii: "o")].contains(text[start - 1]) {
      for end in stride(from: start + 2, through: min(text.count, start + book.longest), by: 1) {
        let key = key(start - 1..<end)
        guard let meanings = book.meanings[key] else { continue }
        offer(
          cost + 16 + (edges.contains(end) ? 0 : 3) + risk(key, isWhole: false), from: start, to: end,
          .init(key: key, meanings: meanings))
      }
    }
    let wordEnd = edges.first { $0 > start } ?? text.count
    for glue in Self.glue where start + glue.count <= wordEnd && text[start..<start + glue.count].elementsEqual(glue) {
      let isLong = piece.key.utf8.count > 3
      if !isLong, glue.count > 1 { continue }
      offer(cost + 4, from: start, to: start + glue.count, .init(key: "", meanings: [.filler]))
    }
  }
}
