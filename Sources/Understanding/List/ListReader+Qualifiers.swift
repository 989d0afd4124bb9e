import CustomerModel
import Mapping

/// Words that nobody knows, beside words that are known: `Barnets mobil`, `Epost enhetschef`, `Sotningsadress`. The list tells what they
/// are: a person's post, where a name stands under the same word; a place, where a street does; and where the customer has no
/// other column of the kind, a way to call it.
extension ListReader {
  /// Columns with the same unknown word.
  private struct Qualifier {
    var word: String
    var columns: [Int]
  }

  mutating func readQualifiers() {
    readFollowing()
    let qualifiers = self.qualifiers
    for qualifier in qualifiers where takeAsPerson(qualifier) {}
    for qualifier in qualifiers where takeAsPlace(qualifier) {}
    trustOnlyOnes()
  }

  /// `Målsman 1, Telefon, E-post, Målsman 2, Telefon, E-post`: what stands twice is of the person left of it.
  private mutating func readFollowing() {
    let keys = senses.map { HeaderKey.of($0.heading) }
    let counts = keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    var person: ColumnSense?
    for sense in senses {
      guard let role = sense.role, !taken.contains(sense.index) else { continue }
      if [.email, .phone, .mobile].contains(role), sense.reading.blocks.isEmpty, let own = person,
        counts[keys[sense.index], default: 0] > 1
      {
        senses[sense.index].reading.blocks = own.reading.blocks
        senses[sense.index].reading.titles = own.reading.titles
        senses[sense.index].reading.ordinal = own.reading.ordinal
      } else if [.name, .firstName, .lastName].contains(role) {
        person = contact(sense) == nil ? nil : sense
      } else if ![.email, .phone, .mobile].contains(role) {
        person = nil
      }
    }
  }

  private var qualifiers: [Qualifier] {
    var result: [Qualifier] = []
    // Words that may be the same begin alike.
    var places: [[UInt8]: [Int]] = [:]
    for sense in senses where !sense.reading.unknown.isEmpty && !sense.reading.isOther && !taken.contains(sense.index) {
      let word = sense.reading.unknown.joined()
      let beginning = Array(word.utf8.prefix(4))
      if let place = places[beginning]?.first(where: { Self.areSame(result[$0].word, word) }) {
        if word.utf8.count < result[place].word.utf8.count { result[place].word = word }
        result[place].columns.append(sense.index)
      } else {
        places[beginning, default: []].append(result.count)
        result.append(Qualifier(word: word, columns: [sense.index]))
      }
    }
    return result
  }

  /// One of the words is the other, or the beginning of it: `vaktm`, `vaktmastare`.
  static func areSame(_ a: String, _ b: String) -> Bool {
    a == b || min(a.utf8.count, b.utf8.count) >= 4 && (a.hasPrefix(b) || b.hasPrefix(a))
  }

  /// A word over a name and over ways to reach somebody is a person's post.
  private mutating func takeAsPerson(_ qualifier: Qualifier) -> Bool {
    let columns = qualifier.columns.map { senses[$0] }
    let names = columns.filter { sense in
      sense.reading.isEmpty
        ? sense.cells.arePersons : sense.guess.map { [.name, .firstName, .lastName].contains($0) } ?? false
    }
    let ways = columns.filter { $0.guess.map { [.email, .phone, .mobile].contains($0) } ?? false }
    guard !names.isEmpty, !ways.isEmpty, names.allSatisfy({ !$0.cells.are(.companyName, percent: 50) }) else {
      return false
    }
    for sense in names + ways {
      senses[sense.index].reading.blocks.insert(.title)
      senses[sense.index].reading.titles = [qualifier.word]
      if sense.reading.isEmpty {
        senses[sense.index].settle(.name, .supported)
      } else {
        senses[sense.index].trustGuess()
      }
    }
    return true
  }

  /// A word over a street is a place: the customer's own where there is no other, else where the work is.
  private mutating func takeAsPlace(_ qualifier: Qualifier) -> Bool {
    let columns = qualifier.columns.map { senses[$0] }.filter { $0.guess?.isOfAddress == true && $0.role == nil }
    let hasCode = columns.contains {
      ($0.guess == .postalCode || $0.guess == .postalCodeCity) && $0.isGuessSupported
    }
    guard
      columns.contains(where: {
        $0.guess == .line && !$0.reading.parts.isEmpty && (hasCode || $0.cells.are(.street, percent: 50))
      })
    else { return false }
    guard columns.allSatisfy({ $0.reading.blocks.isDisjoint(with: [.contact, .title, .guardian, .partner]) }) else {
      return false
    }
    let known = senses.filter { $0.role?.isOfAddress == true }
    let isOnly = !known.contains { $0.role == .line }
    let hasVisiting = known.contains { $0.reading.blocks.contains(.visiting) }
    let saysWhose = columns.contains { $0.addressBlock != nil }
    guard isOnly || saysWhose || !hasVisiting else { return false }
    // What only some have may be anything.
    let isRare = columns.contains { $0.guess == .line && $0.cells.filled * 2 < $0.cells.rows }
    guard isOnly || saysWhose || !isRare else { return false }
    for sense in columns where isOnly || sense.guess != .country {
      if !isOnly, !saysWhose { senses[sense.index].reading.blocks.insert(.visiting) }
      senses[sense.index].trustGuess()
    }
    return true
  }

  private var hasContactName: Bool { senses.contains { $0.role == .name && contact($0) != nil } }

  /// The only column of its kind is taken, whatever else its heading says, where the cells confirm it.
  private mutating func trustOnlyOnes() {
    for sense in senses where sense.role == nil && sense.guess != nil && !sense.reading.isOther {
      guard let guess = sense.guess, !taken.contains(sense.index), !sense.reading.isOfOtherPlace else { continue }
      let isOfOthers = !sense.reading.blocks.isDisjoint(with: HeadingReading.others)
      let isAlone = !senses.contains { $0.index != sense.index && $0.role == guess && contact($0) == nil }
      switch guess {
      case .email, .phone, .mobile, .website:
        guard sense.isGuessSupported, isAlone, !isOfOthers || !sense.reading.blocks.isDisjoint(with: [.contact]) else {
          continue
        }
        if guess != .email, isOfOthers, hasContactName { continue }
        if guess == .phone, senses.contains(where: { $0.role == .mobile }), sense.cells.are(.mobile) { continue }
      case .country where senses.contains(where: { $0.addressBlock == .invoice && $0.role?.isOfAddress == true }):
        continue
      case .postalCode, .city, .line, .postalCodeCity, .country, .houseNumber:
        guard sense.isGuessSupported, isAlone, !isOfOthers else { continue }
      case .name, .firstName, .lastName:
        guard sense.isGuessSupported || guess != .name, isAlone, !isOfOthers else { continue }
        if guess == .name, senses.contains(where: { $0.role == .lastName }) { continue }
      case .number:
        guard sense.isGuessSupported, isAlone, sense.index < 4, !isOfOthers,
          sense.reading.blocks.isDisjoint(with: [.home, .work])
        else { continue }
      case .field(let path):
        guard path.description == "comments",
          !sense.cells.are(.withDigit, percent: 60) || sense.cells.has(.sentence)
        else { continue }
      case .identity, .type:
        guard sense.isGuessSupported, isAlone, !isOfOthers else { continue }
      default: continue
      }
      senses[sense.index].trustGuess()
    }
  }
}

extension CellLook {
  /// True for parts of hexadecimal digits with letters between them, `4c1e-01`: a program made them, and nobody reads them aloud.
  var areKeysOfRecords: Bool {
    let isHexadecimal = examples.allSatisfy { text in
      let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
      return parts.count > 1 && parts[0].utf8.count >= 4
        && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isHexDigit) }
    }
    return filled > 1 && isHexadecimal
      && examples.contains { text in
        zip(text, text.dropFirst()).contains { $0.0.isNumber && $0.1.isLetter }
      }
  }

  /// True where most cells are persons' names.
  var arePersons: Bool {
    are(.personName, percent: 50) && !are(.companyName, percent: 40)
  }
}
