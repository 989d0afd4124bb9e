import Glibc

/// Bytes that grow at their end, in memory of their own, so that an index reads them where they were collected.
final class SearchTextBuffer {
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
