import Mapping

/// The words of a heading with their meanings, as far as they are known.
///
/// Words that are known may be written as several (`post nr`), and several as one (`kundpostnr`): of all ways to read a heading
/// the one with the fewest words counts, and of those the one that follows the blanks.
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

  /// - Parameter mendsSpelling: true when a word that nobody knows may be a mistyped one.
  init(_ tokens: [HeadingTokens.Token], _ book: WordBook, mendsSpelling: Bool = true) {
    var rest = tokens[...]
    while !rest.isEmpty {
      if let first = rest.first, first.isNumber {
        if let number = Int(first.key), number < 1000 { numbers.append(number) }
        rest.removeFirst()
        continue
      }
      let run = rest.prefix { !$0.isNumber }
      pieces += Self.pieces(of: Array(run), book, mendsSpelling)
      rest = rest.dropFirst(run.count)
    }
  }

  /// The cheapest way to read some tokens.
  private static func pieces(_ tokens: [HeadingTokens.Token]) -> (text: [UInt8], starts: [Int]) {
    var text: [UInt8] = []
    var starts: [Int] = []
    for token in tokens {
      starts.append(text.count)
      text += Array(token.key.utf8)
    }
    return (text, starts)
  }

  private struct Step {
    var cost = Int.max
    var from = 0
    var piece: Piece?
  }

  private static func pieces(of tokens: [HeadingTokens.Token], _ book: WordBook, _ mends: Bool) -> [Piece] {
    let (text, starts) = pieces(tokens)
    let edges = Set(starts + [text.count])
    var steps = [Step](repeating: Step(), count: text.count + 1)
    steps[0].cost = 0
    func offer(_ cost: Int, from: Int, to: Int, _ piece: Piece?) {
      if cost < steps[to].cost { steps[to] = Step(cost: cost, from: from, piece: piece) }
    }
    for start in 0..<text.count where steps[start].cost < .max {
      let cost = steps[start].cost
      let last = min(text.count, start + book.longest)
      var end = start + 1
      while end <= last {
        // A single letter is a word only by itself: `p` of `kp` is none.
        let isWhole = edges.contains(start) && edges.contains(end)
        if isWhole || end - start > 1 {
          let key = String(decoding: text[start..<end], as: UTF8.self)
          if let meanings = book.meanings[key] {
            let inner = (edges.contains(start) ? 0 : 3) + (edges.contains(end) ? 0 : 3)
            let short = !isWhole && end - start < 3 ? 2 : 0
            offer(cost + 10 + inner + short, from: start, to: end, Piece(key: key, meanings: meanings))
          }
        }
        end += 1
      }
      // Of two vowels that keys have as one, `fakturaadress`, each word has its own.
      if start > 2, !edges.contains(start), [UInt8(ascii: "a"), UInt8(ascii: "o")].contains(text[start - 1]),
        steps[start].piece.map({ $0.key.utf8.count > 2 }) == true
      {
        for end in stride(from: start + 3, through: last, by: 1) {
          let key = String(decoding: text[start - 1..<end], as: UTF8.self)
          if let meanings = book.meanings[key] {
            offer(cost + 16 + (edges.contains(end) ? 0 : 3), from: start, to: end, Piece(key: key, meanings: meanings))
          }
        }
      }
      // The endings that join the words of a compound.
      if start > 2, !edges.contains(start), steps[start].piece.map({ $0.key.utf8.count > 2 }) == true {
        for glue in ["s", "e", "ens", "ets", "es", "n", "ns", "en", "et"] {
          let bytes = Array(glue.utf8)
          if start + bytes.count <= text.count, Array(text[start..<start + bytes.count]) == bytes {
            offer(cost + 4, from: start, to: start + bytes.count, Piece(key: "", meanings: [.filler]))
          }
        }
      }
      if let place = starts.firstIndex(of: start) {
        let end = place + 1 < starts.count ? starts[place + 1] : text.count
        offer(
          cost + 100, from: start, to: end,
          Piece(key: String(decoding: text[start..<end], as: UTF8.self), meanings: []))
      }
    }
    var result: [Piece] = []
    var place = text.count
    while place > 0 {
      if let piece = steps[place].piece, piece.meanings != [.filler] || !piece.key.isEmpty { result.append(piece) }
      place = steps[place].from
    }
    return result.reversed().flatMap { piece in
      mends && piece.meanings.isEmpty ? mended(piece, book) : [piece]
    }
  }

  /// A mistyped word, or a compound whose last word is mistyped.
  private static func mended(_ piece: Piece, _ book: WordBook) -> [Piece] {
    if let meant = book.nearest(to: piece.key) {
      return [Piece(key: piece.key, meanings: book.meanings[meant] ?? [], meant: meant)]
    }
    let text = Array(piece.key.utf8)
    for length in stride(from: text.count - 5, through: 5, by: -1) {
      let first = String(decoding: text[..<length], as: UTF8.self)
      guard let meanings = book.meanings[first], meanings != [.filler], meanings != [.none] else { continue }
      var rest = text[length...]
      if rest.count > 4, rest.first == UInt8(ascii: "s") { rest = rest.dropFirst() }
      let last = String(decoding: rest, as: UTF8.self)
      guard let meant = book.nearest(to: last) else { continue }
      return [
        Piece(key: first, meanings: meanings), Piece(key: last, meanings: book.meanings[meant] ?? [], meant: meant),
      ]
    }
    return [piece]
  }
}
