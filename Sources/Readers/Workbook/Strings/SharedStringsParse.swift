/// The state of the callbacks over the shared strings part.
struct SharedStringsParse: ~Copyable {
  private enum Place { case outside, string, text }

  private(set) var bytes = GrowingBuffer<UInt8>(capacity: 1 << 16)
  private(set) var bounds = GrowingBuffer<UInt32>(capacity: 1 << 12)
  private var item: UnsafePointer<UInt8>?
  private var text: UnsafePointer<UInt8>?
  private var run: UnsafePointer<UInt8>?
  /// The names of elements in which no text of the string stands: phonetic runs and properties.
  private var beside: [UnsafePointer<UInt8>] = []
  private var place = Place.outside
  private var isInRun = false
  /// How deep the parse is in an element whose texts do not show, such as a phonetic run.
  private var skipped = 0
  /// True in such an element that no string has.
  private var isStray = false
  /// True when a string has text in an element that none has, so that nobody knows what its cells show.
  private(set) var hasStrayText = false
  private var textStart = 0
  private var itemStart = 0
  /// The bytes of the longest text.
  private(set) var longest = 0

  /// The bytes of memory that the texts take.
  var size: Int { bytes.count + bounds.count * MemoryLayout<UInt32>.stride }

  init() { bounds.append(0) }

  /// Learns the pointers that the parser gives its names by.
  mutating func intern(_ parser: XMLPushParser) {
    item = parser.interned("si")
    text = parser.interned("t")
    run = parser.interned("r")
    beside = [
      parser.interned("rPr"), parser.interned("rPh"), parser.interned("phoneticPr"), parser.interned("extLst"),
    ]
  }

  @inline(__always) mutating func startElement(_ name: UnsafePointer<UInt8>?) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch place {
    case .outside:
      if name == item {
        place = .string
        itemStart = bytes.count
      }
    case .string:
      if name == text {
        place = .text
        textStart = bytes.count
      } else if name == run, !isInRun {
        isInRun = true
      } else {
        skip(name)
      }
    case .text: skip(name)
    }
  }

  @inline(never) private mutating func skip(_ name: UnsafePointer<UInt8>?) {
    skipped = 1
    isStray = !beside.contains { $0 == name }
  }

  @inline(__always) mutating func endElement() {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch place {
    case .outside: break
    case .text:
      bytes.count = textStart + EscapedText.decode(bytes.base + textStart, bytes.count - textStart)
      place = .string
    case .string:
      if isInRun {
        isInRun = false
      } else {
        let length = bytes.count - itemStart
        if length > longest { noteLongest(length) }
        bounds.append(UInt32(truncatingIfNeeded: bytes.count))
        place = .outside
      }
    }
  }

  @inline(__always) mutating func characters(_ text: UnsafePointer<UInt8>, _ count: Int) {
    guard place == .text, skipped == 0 else { return noteStray(text, count) }
    bytes.append(text, min(count, max(0, CellText.rawLimit - (bytes.count - itemStart))))
  }

  @inline(never) private mutating func noteStray(_ text: UnsafePointer<UInt8>, _ count: Int) {
    guard place != .outside, skipped == 0 || isStray, !hasStrayText else { return }
    hasStrayText = UnsafeBufferPointer(start: text, count: count).contains { $0 > 0x20 }
  }

  /// Cuts a text that no cell can hold behind the first character too many, by which the cell will know it.
  @inline(never) private mutating func noteLongest(_ length: Int) {
    if length > WorkbookLimits.cellCharacters, let end = CellText.end(bytes.base + itemStart, length) {
      var next = itemStart + end + 1
      while next < bytes.count, bytes.base[next] & 0xC0 == 0x80 { next += 1 }
      bytes.count = next
    }
    longest = max(longest, bytes.count - itemStart)
  }
}
