import CustomerModel
import Mapping

/// What a list calls its customers, where no word that is known says it: `Operatör` over names and `Orgnr operatör` over numbers.
extension ListReader {
  /// Reads a word as that for the customers which stands over names that every row has, and over something else of them, where the list
  /// has no other names for all.
  mutating func readCustomers() {
    guard !senses.contains(where: isOfAll) else { return }
    if readOrderers() { return }
    var words: [String] = []
    for sense in senses {
      guard let word = sense.onlyWord, !words.contains(word), sense.cells.isFull, sense.cells.areNames,
        sense.cells.isUnique || sense.cells.are(.companyName, percent: 50)
      else { continue }
      if senses.contains(where: { $0.index != sense.index && $0.says(more: word) }) { words.append(word) }
    }
    guard words.count == 1, let word = words.first else { return }
    for sense in senses {
      guard let own = sense.ownWord(word) else { continue }
      var reading = sense.reading
      // `Kontakt byggherre` is the customer's, but not the customer.
      let isOwn = sense.onlyWord == own || sense.says(more: word)
      reading.isOfCustomer(own, alone: isOwn)
      senses[sense.index] = ColumnSense(
        index: sense.index, heading: sense.heading, reading: reading, cells: sense.cells)
    }
  }

  /// `Beställare` over companies, beside `Beställarnr` or `Beställarens org.nr`: who orders is the customer.
  private mutating func readOrderers() -> Bool {
    let names = senses.filter {
      $0.reading.blocks == [.contact] && $0.role == .name && $0.reading.known.count == 1 && $0.cells.isFull
        && $0.cells.are(.companyName, percent: 50)
    }
    guard names.count == 1, let word = names[0].reading.known.first else { return false }
    let parts: Set<Meaning.Part> = [.id, .companyIdentity, .personalIdentity]
    let own = senses.filter { sense in
      sense.reading.blocks == [.contact] && !parts.isDisjoint(with: sense.reading.parts)
        && sense.reading.known.contains { $0.utf8.starts(with: word.utf8.prefix(max(4, word.utf8.count - 2))) }
    }
    guard !own.isEmpty else { return false }
    for sense in own + names {
      var reading = sense.reading
      reading.blocks = [.customer]
      senses[sense.index] = ColumnSense(
        index: sense.index, heading: sense.heading, reading: reading, cells: sense.cells)
    }
    return true
  }

  /// True for names that every row has, under a word that may be the customer's.
  private func isOfAll(_ sense: ColumnSense) -> Bool {
    [.name, .lastName].contains(sense.role) && sense.cells.isFull && contact(sense) == nil
      && sense.reading.blocks.isDisjoint(with: [.invoice, .delivery, .visiting, .mail, .unit])
  }
}

extension ColumnSense {
  /// The only word that is not known, of a heading that says nothing but perhaps that it is of names.
  fileprivate var onlyWord: String? {
    let words = reading.unknown + reading.others
    guard words.count == 1, reading.blocks.isSubset(of: [.owner, .person]), reading.fields.isEmpty,
      reading.parts.allSatisfy({ $0 == .name })
    else {
      return nil
    }
    return words[0]
  }

  /// The word as this heading has it: `byggherrens`.
  fileprivate func ownWord(_ word: String) -> String? {
    (reading.unknown + reading.others).first { ListReader.areSame($0, word) }
  }

  /// True where the same word stands over a number of the customers, or over how they are reached.
  fileprivate func says(more word: String) -> Bool {
    let parts: Set<Meaning.Part> = [.id, .companyIdentity, .personalIdentity, .email, .phone, .mobile]
    return ownWord(word) != nil && reading.unknown.count + reading.others.count == 1
      && reading.blocks.isSubset(of: [.owner, .person]) && !parts.isDisjoint(with: reading.parts)
      && !(reading.parts.contains(.id) && Role.number.fit(cells) < .supported)
  }
}
