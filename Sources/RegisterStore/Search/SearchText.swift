import Glibc

/// Bytes that grow at their end, in memory of their own, so that an index reads them where they were collected.
final class SearchText {
  private var base: UnsafeMutableRawPointer
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 0) {
    self.capacity = max(capacity, 64)
    base = Self.memory(of: self.capacity, instead: nil)
  }

  deinit { free(base) }

  /// Valid until more is appended.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  func append(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    if count + bytes.count > capacity {
      capacity = max(capacity * 2, count + bytes.count)
      base = Self.memory(of: capacity, instead: base)
    }
    memcpy(base + count, start, bytes.count)
    count += bytes.count
  }

  private static func memory(of size: Int, instead old: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer {
    guard let memory = realloc(old, size) else { fatalError("no memory for \(size) bytes of searched texts") }
    return memory
  }
}

/// The searched texts of one customer while they are put together; used again for the next.
struct SearchEntryText: ~Copyable {
  private var base = UnsafeMutableRawPointer.allocate(byteCount: 1 << 12, alignment: 16)
  private var count = 0
  private var capacity = 1 << 12

  deinit { base.deallocate() }

  /// Valid until the next text.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// Begins with the number as it is, and folded where that is something else.
  mutating func begin(_ number: UnsafeRawBufferPointer) {
    count = 0
    append(number)
    end()
    let folded = count
    add(number)
    let isSame = count == 2 * folded && memcmp(base, base + folded, folded) == 0
    if isSame { count = folded }
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
  mutating func addIdentity(_ value: UnsafeRawBufferPointer) {
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
