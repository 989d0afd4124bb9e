import Glibc

/// Memory that grows like an array and is written through a bare pointer: the parser's callbacks append to it for each
/// piece of text, where an array's uniqueness and bounds checks would cost more than the copy. For elements without
/// references only: they are moved and dropped as bytes.
struct GrowingBuffer<Element>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  /// May be lowered to drop what stands last; never raised past what was appended.
  var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = max(capacity, 16)
    base = Self.memory(realloc(nil, self.capacity * MemoryLayout<Element>.stride))
  }

  deinit { free(base) }

  private static func memory(_ start: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Element> {
    guard let start else { fatalError("there is no memory left") }
    return start.assumingMemoryBound(to: Element.self)
  }

  /// The elements from `start` on. Valid until the next append.
  func elements(from start: Int = 0) -> UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: base + start, count: count - start)
  }

  /// Makes room for `extra` more elements.
  @inline(__always) mutating func reserve(_ extra: Int) {
    if count + extra > capacity { grow(extra) }
  }

  @inline(never) private mutating func grow(_ extra: Int) {
    assert(_isPOD(Element.self), "elements are moved and dropped as bytes")
    capacity = max(capacity * 2, count + extra)
    // The C library moves large memory by its pages: the old and the new never lie side by side.
    base = Self.memory(realloc(base, capacity * MemoryLayout<Element>.stride))
  }

  @inline(__always) mutating func append(_ element: Element) {
    reserve(1)
    (base + count).initialize(to: element)
    count += 1
  }

  /// Appends `length` elements that do not lie in this buffer.
  @inline(__always) mutating func append(_ elements: UnsafePointer<Element>, _ length: Int) {
    reserve(length)
    (base + count).initialize(from: elements, count: length)
    count += length
  }

  mutating func append(repeating element: Element, count extra: Int) {
    reserve(extra)
    (base + count).initialize(repeating: element, count: extra)
    count += extra
  }

  /// Drops the first elements and moves the others to the front.
  mutating func removeFirst(_ gone: Int) {
    guard gone > 0 else { return }
    count -= gone
    base.update(from: base + gone, count: count)
  }
}

extension GrowingBuffer where Element == UInt8 {
  /// Appends a text known at compile time.
  @inline(__always) mutating func append(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

  /// Appends a whole number of at least `width` digits.
  mutating func append(number: Int, width: Int = 1) {
    var digits = 1
    var bound = 10
    while bound <= number {
      bound *= 10
      digits += 1
    }
    if digits < width { append(repeating: UInt8(ascii: "0"), count: width - digits) }
    reserve(digits)
    var rest = number
    for place in stride(from: count + digits - 1, through: count, by: -1) {
      base[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
  }
}
