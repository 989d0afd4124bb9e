/// The searched texts of customers, one entry each, as they are collected.
///
/// An entry is the customer number as it is, then every other text folded: number, name, e-mail, cities, identity number
/// with and without its hyphen, contact persons. ``separator`` follows each text, so that no match spans two of them.
struct SearchEntries {
  static let separator: UInt8 = 0x1F

  /// Twice the customer's id, plus one when active.
  private(set) var keys: [Int64] = []
  /// Where each entry begins in ``text``; one more for the end of the last.
  private(set) var offsets: [UInt32] = [0]
  private(set) var text: [UInt8] = []

  var count: Int { keys.count }

  mutating func reserve(_ count: Int, bytes: Int) {
    keys.reserveCapacity(count)
    offsets.reserveCapacity(count + 1)
    text.reserveCapacity(bytes)
  }

  /// Begins an entry with its number.
  mutating func begin(_ number: UnsafeRawBufferPointer) {
    let start = text.count
    text.append(contentsOf: number)
    text.append(Self.separator)
    let folded = text.count
    add(number)
    let raw = text[start..<folded]
    if text[folded...].elementsEqual(raw) { text.removeSubrange(folded...) }
  }

  /// Adds a text to the entry that began.
  mutating func add(_ value: UnsafeRawBufferPointer) {
    guard !value.isEmpty else { return }
    FoldedText.append(value, to: &text)
    text.append(Self.separator)
  }

  /// Adds an identity number, with and without its hyphen.
  mutating func addIdentity(_ value: UnsafeRawBufferPointer) {
    guard !value.isEmpty else { return }
    add(value)
    for byte in value where byte != UInt8(ascii: "-") { text.append(byte) }
    text.append(Self.separator)
  }

  /// Ends the entry. Offsets are of 32 bits: a register whose texts are longer cannot be searched this way.
  mutating func end(customer: Int64, isActive: Bool) -> Bool {
    guard text.count <= Int(UInt32.max) else { return false }
    keys.append(customer * 2 + (isActive ? 1 : 0))
    offsets.append(UInt32(text.count))
    return true
  }

  /// Appends entries of later customers. Returns false, having appended nothing, when they are too many.
  mutating func append(_ others: SearchEntries) -> Bool {
    guard text.count + others.text.count <= Int(UInt32.max) else { return false }
    let start = UInt32(text.count)
    keys += others.keys
    offsets.reserveCapacity(offsets.count + others.count)
    for offset in others.offsets.dropFirst() { offsets.append(start + offset) }
    text += others.text
    return true
  }

  /// Appends an entry of an index as it is.
  mutating func append(_ entry: Int, of index: SearchIndex) -> Bool {
    text.append(contentsOf: index.entry(entry))
    return end(customer: index.customer(entry), isActive: index.isActive(entry))
  }

  /// The entries in the order of their numbers.
  var sortedByNumber: SearchEntries {
    let order = text.withUnsafeBytes { text in
      offsets.withUnsafeBufferPointer { offsets -> [UInt32]? in
        let number = { (entry: Int) in
          let bytes = UnsafeRawBufferPointer(rebasing: text[Int(offsets[entry])..<Int(offsets[entry + 1])])
          return UnsafeRawBufferPointer(rebasing: bytes.prefix { $0 != Self.separator })
        }
        guard count > 1, (1..<count).contains(where: { NumberOrder.precedes(number($0), number($0 - 1)) }) else {
          return nil
        }
        var places = (0..<count).map { (value: NumberOrder.value(number($0)), entry: UInt32($0)) }
        places.sort { a, b in
          a.value != b.value ? a.value < b.value : NumberOrder.precedes(number(Int(a.entry)), number(Int(b.entry)))
        }
        return places.map(\.entry)
      }
    }
    guard let order else { return self }
    var sorted = SearchEntries()
    sorted.reserve(count, bytes: text.count)
    for entry in order.lazy.map(Int.init) {
      sorted.text += text[Int(offsets[entry])..<Int(offsets[entry + 1])]
      sorted.keys.append(keys[entry])
      sorted.offsets.append(UInt32(sorted.text.count))
    }
    return sorted
  }
}
