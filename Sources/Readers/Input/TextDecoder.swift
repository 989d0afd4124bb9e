import CustomerModel
import Rows

/// The bytes of a file as UTF-8, from the start to the end.
///
/// A byte that the encoding has no character for becomes U+FFFD, and its place is kept in ``invalidOffsets``.
struct TextDecoder {
  /// The least space that ``decode(into:)`` can work with: one character of any encoding.
  static let minimumSpace = 8
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private let file: InputFile
  private let encoding: TextEncoding
  private let chunkSize: Int
  private let converter: IconvConverter?
  private var raw: [UInt8]
  /// The place in the file of the next byte to decode.
  private var offset: Int
  /// How many bytes the next read may have: few after an invalid byte, as what follows it was read in vain.
  private var readLimit: Int
  /// How many bytes of UTF-8 were given so far.
  private(set) var produced = 0
  /// Where in the UTF-8 a replacement stands for something invalid, ascending. The user of the decoder drops what it has
  /// passed.
  var invalidOffsets: [Int] = []

  /// - Parameters:
  ///   - offset: where the text starts in the file, after a byte order mark.
  ///   - chunkSize: the most bytes that one read takes from the file.
  init(file: InputFile, encoding: TextEncoding, offset: Int, chunkSize: Int) throws {
    self.file = file
    self.encoding = encoding
    self.offset = offset
    self.chunkSize = max(chunkSize, TextDecoder.minimumSpace)
    self.readLimit = self.chunkSize
    self.converter = encoding == .utf8 ? nil : try IconvConverter(from: encoding.rawValue)
    self.raw = encoding == .utf8 ? [] : Array(repeating: 0, count: self.chunkSize)
  }

  /// Writes the next bytes of UTF-8, whole characters only.
  ///
  /// - Parameter space: at least ``minimumSpace`` bytes.
  /// - Returns: how many bytes were written; 0 at the end of the text.
  mutating func decode(into space: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try converter == nil ? readUTF8(into: space) : convert(into: space)
    produced += count
    return count
  }

  private mutating func readUTF8(into space: UnsafeMutableRawBufferPointer) throws -> Int {
    let wanted = min(space.count, readLimit)
    let read = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: space[..<wanted]), at: offset)
    let (valid, stop) = UTF8Validation.validPrefix(UnsafeRawBufferPointer(rebasing: space[..<read]))
    readLimit = chunkSize
    if valid > 0 || read == 0 {
      offset += valid
      if case .invalid = stop { readLimit = min(chunkSize, 4096) }
      return valid
    }
    switch stop {
    case .end: return 0
    // A sequence is shorter than the least space: it is incomplete because the file ends.
    case .incomplete: return replace(read, in: space)
    case .invalid(let length): return replace(length, in: space)
    }
  }

  private mutating func convert(into space: UnsafeMutableRawBufferPointer) throws -> Int {
    guard let converter else { return 0 }
    // No character of these encodings needs more than three bytes of UTF-8 for each of its own.
    let wanted = max(TextDecoder.minimumSpace, min(readLimit, space.count / 3))
    let start = offset
    let (read, consumed, produced, stop) = try raw.withUnsafeMutableBytes { raw in
      let read = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: raw[..<min(wanted, raw.count)]), at: start)
      let result = converter.convert(UnsafeMutableRawBufferPointer(rebasing: raw[..<read]), into: space)
      return (read, result.consumed, result.produced, result.stop)
    }
    readLimit = chunkSize
    if produced > 0 || read == 0 {
      offset += consumed
      if case .invalid = stop { readLimit = min(chunkSize, 4096) }
      return produced
    }
    if case .incomplete = stop { return replace(read, in: space) }
    return replace(min(read, encoding.unitSize), in: space)
  }

  /// Writes U+FFFD for that many bytes of the file.
  private mutating func replace(_ length: Int, in space: UnsafeMutableRawBufferPointer) -> Int {
    space.copyBytes(from: TextDecoder.replacement)
    invalidOffsets.append(produced)
    offset += length
    readLimit = min(chunkSize, 4096)
    return TextDecoder.replacement.count
  }
}

extension TextEncoding {
  /// The bytes of the shortest character.
  var unitSize: Int { self == .utf16LittleEndian || self == .utf16BigEndian ? 2 : 1 }
}
