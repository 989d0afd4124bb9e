import Glibc

/// Entries while their texts are put together: see ``SearchEntries`` for what they hold.
struct SearchEntryText: ~Copyable {
  private var base = UnsafeMutableRawPointer.allocate(byteCount: 1 << 12, alignment: 16)
  private(set) var count = 0
  private var capacity = 1 << 12
  /// Where the last entry begins.
  private var start = 0

  deinit { base.deallocate() }

  /// All entries. Valid until the next text.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }
  /// The last one. Valid until the next text.
  var last: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base + start, count: count - start) }

  /// Forgets all entries; the memory stays for what comes.
  mutating func clear() {
    count = 0
    start = 0
  }

  /// Adds an entry that was put together before.
  mutating func add(entry: UnsafeRawBufferPointer) {
    start = count
    append(entry)
  }

  /// Begins an entry with what the customer's own row holds.
  ///
  /// - Parameter field: the value of one of ``SearchedFields/customer``, by its place there; no bytes when it has none.
  @inline(__always)
  mutating func begin(_ field: (Int) -> UnsafeRawBufferPointer) {
    begin(number: field(0))
    add(field(1))
    add(field(2))
    addIdentity(field(3))
    let (invoice, visiting, mail) = (field(4), field(5), field(6))
    add(invoice)
    if !Self.isSame(visiting, invoice) { add(visiting) }
    if !Self.isSame(mail, invoice), !Self.isSame(mail, visiting) { add(mail) }
  }

  private static func isSame(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count, let start = a.baseAddress, let other = b.baseAddress else { return false }
    return memcmp(start, other, a.count) == 0
  }

  /// Begins with the number as it is, and folded where that is something else.
  private mutating func begin(number: UnsafeRawBufferPointer) {
    start = count
    append(number)
    end()
    let length = count - start
    add(number)
    let isSame = count == start + 2 * length && memcmp(base + start, base + start + length, length) == 0
    if isSame { count = start + length }
  }

  /// Adds a text, folded.
  mutating func add(_ value: UnsafeRawBufferPointer) {
    guard !value.isEmpty else { return }
    reserve(FoldedText.mostBytes(of: value.count))
    if let length = FoldedText.write(
      value, to: UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count))
    {
      count += length
    } else {
      var folded: [UInt8] = []
      FoldedText.append(value, to: &folded)
      folded.withUnsafeBytes { append($0) }
    }
    end()
  }

  /// Adds an identity number, with and without its hyphen.
  private mutating func addIdentity(_ value: UnsafeRawBufferPointer) {
    guard !value.isEmpty else { return }
    add(value)
    reserve(value.count)
    for byte in value where byte != UInt8(ascii: "-") {
      base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
      count += 1
    }
    end()
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    reserve(bytes.count)
    if let start = bytes.baseAddress { memcpy(base + count, start, bytes.count) }
    count += bytes.count
  }

  private mutating func end() {
    reserve(1)
    base.storeBytes(of: SearchEntries.separator, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  private mutating func reserve(_ extra: Int) {
    guard count + extra > capacity else { return }
    capacity = max(capacity * 2, count + extra)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    memcpy(larger, base, count)
    base.deallocate()
    base = larger
  }
}
