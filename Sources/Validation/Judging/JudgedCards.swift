import CustomerModel
import Rows

/// Cards as rules read them: the rows of a batch, or one card made of a row and what the register held.
///
/// One concrete view for both, so that each rule stands once and runs at the speed of a batch. Valid only inside the call
/// that it is passed to.
struct JudgedCards {
  let arena: UnsafePointer<UInt8>
  let values: UnsafePointer<RecordBatch.Value>
  let rowCount: Int
  /// The column of each slot; -1 when there is none.
  let columns: [Int]
  let contactCount: Int
  /// True for a card as it will be, false for the rows of a batch, whose values other rules look at too.
  var isOfCard = false

  /// What is known of the country of one card's customer. For cards that have something to be told.
  func signs(_ row: Int) -> CountrySigns {
    CountrySigns(over: CountrySigns()) { evidence in
      let column = self[CardSlot(evidence)]
      return column.bytes(row).map { .text($0) } ?? .nothing
    }
  }

  /// A field of all cards; empty when no column holds it.
  subscript(_ slot: CardSlot) -> CardColumn { column(slot.rawValue) }

  /// A field of the contact persons at one position.
  func contact(_ field: Field, position: Int) -> CardColumn { column(CardSlot.contact(field, position: position)) }

  private func column(_ slot: Int) -> CardColumn {
    let column = columns[slot]
    return CardColumn(slot: slot, arena: arena, values: column < 0 ? nil : values + column * rowCount)
  }
}

/// One field of the cards in a table.
struct CardColumn {
  let slot: Int
  let arena: UnsafePointer<UInt8>
  /// Nil when no column holds the field.
  let values: UnsafePointer<RecordBatch.Value>?

  var exists: Bool { values != nil }

  @inline(__always)
  func bytes(_ row: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let value = values?[row], value.holdsText else { return nil }
    return UnsafeBufferPointer(start: arena + Int(value.start), count: Int(value.length))
  }

  @inline(__always)
  func isPresent(_ row: Int) -> Bool { values?[row].holdsText ?? false }

  /// True for a canonical yes.
  @inline(__always)
  func isYes(_ row: Int) -> Bool {
    guard let bytes = bytes(row) else { return false }
    return bytes.count == 1 && bytes[0] == UInt8(ascii: "1")
  }

  /// True when the value is exactly that word.
  @inline(__always)
  func equals(_ word: StaticString, _ row: Int) -> Bool {
    guard let bytes = bytes(row), bytes.count == word.utf8CodeUnitCount else { return false }
    for place in 0..<bytes.count where bytes[place] != word.utf8Start[place] { return false }
    return true
  }

  /// The canonical shape of an organisation number, `NNNNNN-NNNN`, whose third digit is at least 2. A personal number has two
  /// bytes more.
  @inline(__always)
  func isOrganisationNumber(_ row: Int) -> Bool {
    guard let bytes = bytes(row) else { return false }
    return bytes.count == 11 && bytes[6] == UInt8(ascii: "-") && bytes[2] >= UInt8(ascii: "2")
  }
}
