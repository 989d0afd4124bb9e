import Rows

/// What a text without a byte order mark says of its encoding, line by line.
///
/// A file may hold lines of two encodings, when lists were put together: then those of the fewer are rejected one by one, and
/// no letter of the others is lost for them. So lines are counted, not bytes.
struct EncodingEvidence {
  /// Files of this size are looked at as a whole; of larger ones their start, or the first place that is not ASCII, and
  /// places spread over the rest.
  static let wholeSize = 1 << 20
  private static let startSize = 1 << 18
  private static let placeCount = 24
  private static let placeSize = 1 << 15

  /// Lines that are right UTF-8 and hold something outside ASCII; not counted where all bytes are UTF-8.
  private var utf8Lines = 0
  /// Lines that are no UTF-8 and were not meant to be.
  private var otherLines = 0
  /// The bytes of the lines that are no UTF-8, from which their encoding can be told.
  private(set) var otherBytes: [UInt8] = []

  /// Takes the evidence from a file.
  init(file: InputFile) throws { self.init(places: try Self.places(of: file)) }

  /// Takes the evidence from bytes.
  init(_ bytes: [UInt8]) { self.init(places: [bytes[...]]) }

  private init(places: [ArraySlice<UInt8>]) {
    // Nearly every file is UTF-8 all through, or holds nothing outside ASCII: then no line needs to be counted.
    if places.allSatisfy({ place in place.withUnsafeBytes { UTF8Validation.validPrefix($0).stop == .end } }) { return }
    for place in places { add(place) }
  }

  /// True when the text is UTF-8, or at least as much of it as is anything else.
  var isUTF8: Bool { otherLines == 0 || utf8Lines >= otherLines }

  /// The parts of a file that are looked at.
  private static func places(of file: InputFile) throws -> [ArraySlice<UInt8>] {
    guard file.size > wholeSize else { return [try file.prefix(wholeSize)[...]] }
    guard let first = try firstNonASCII(in: file) else { return [] }
    // From a little before, so that the first letter has its neighbours.
    let start = first < startSize ? 0 : first - 64
    let head = try place(of: file, at: start, count: startSize)
    let step = (file.size - start - startSize) / placeCount
    guard step > placeSize else { return [head, try place(of: file, at: start + startSize, count: file.size)] }
    return try [head]
      + (0..<placeCount).map { index in
        // The last one ends where the file does.
        let end = file.size - (placeCount - 1 - index) * step
        return try place(of: file, at: end - placeSize, count: placeSize)
      }
  }

  private static func firstNonASCII(in file: InputFile) throws -> Int? {
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    var offset = 0
    while true {
      let read = try chunk.withUnsafeMutableBytes { try file.read(into: $0, at: offset) }
      guard read > 0 else { return nil }
      let first = chunk.withUnsafeBytes { UTF8Validation.firstNonASCII($0.baseAddress!, from: 0, to: read) }
      if first < read { return offset + first }
      offset += read
    }
  }

  /// Whole lines of a place, if it has a line break; else whole characters as far as can be told.
  private static func place(of file: InputFile, at offset: Int, count: Int) throws -> ArraySlice<UInt8> {
    let bytes = try file.bytes(at: offset, count: count)
    var place = bytes[...]
    if offset > 0 {
      place = place.firstIndex(where: Self.isBreak).map { place[$0...] } ?? place.drop { $0 & 0xC0 == 0x80 }
    }
    if offset + bytes.count < file.size {
      if let last = place.lastIndex(where: Self.isBreak) {
        place = place[...last]
      } else if let lead = place.lastIndex(where: { $0 & 0xC0 != 0x80 }) {
        place = place[..<lead]
      }
    }
    return place
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      var position = 0
      while true {
        let first = UTF8Validation.firstNonASCII(base, from: position, to: bytes.count)
        guard first < bytes.count else { return }
        var start = first
        while start > position, !Self.isBreak(bytes[start - 1]) { start -= 1 }
        var end = first
        while end < bytes.count, !Self.isBreak(bytes[end]) { end += 1 }
        add(line: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        position = end
      }
    }
  }

  private mutating func add(line: UnsafeRawBufferPointer) {
    var likely = 0
    var foreign = 0
    var position = 0
    while position < line.count {
      let (length, stop) = UTF8Validation.validPrefix(UnsafeRawBufferPointer(rebasing: line[position...]))
      likely += Self.likelyCharacters(UnsafeRawBufferPointer(rebasing: line[position..<position + length]))
      position += length
      let bad: Int
      switch stop {
      case .end: bad = 0
      case .incomplete: bad = line.count - position
      case .invalid(let count): bad = count
      }
      if bad > 0, !Self.isHalfALetter(line, at: position) { foreign += 1 }
      position += bad
    }
    if likely > foreign {
      utf8Lines += 1
    } else if foreign > likely {
      otherLines += 1
      otherBytes.append(contentsOf: line)
      otherBytes.append(0x0A)
    }
  }

  /// How many characters outside ASCII are likelier than the bytes by themselves in another encoding: the letters and signs
  /// of Western Europe, those of three bytes and more, and those that stand side by side as in words of other alphabets. What
  /// remains is two bytes such as `Ä–` makes.
  private static func likelyCharacters(_ text: UnsafeRawBufferPointer) -> Int {
    var count = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let isBesideAnother = index + 2 < text.count && text[index + 2] >= 0xC0 || index >= 2 && text[index - 1] >= 0x80
      if length > 2 || length == 2 && (byte <= 0xC3 || isBesideAnother) { count += 1 }
      index += length
    }
    return count
  }

  /// True for the first byte of å or ä without the second, where a program that counts bytes cut a text.
  static func isHalfALetter(_ line: UnsafeRawBufferPointer, at index: Int) -> Bool {
    guard line[index] == 0xC3 || line[index] == 0xC2 else { return false }
    guard index + 1 < line.count else { return true }
    let next = line[index + 1]
    return next < 0x80 && !(0x30...0x39).contains(next) && !(0x41...0x5A).contains(next & 0xDF)
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
