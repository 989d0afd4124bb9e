import CustomerModel
import Rows

/// The bytes of a file as UTF-8, from the start to the end.
///
/// A byte that the encoding has no character for becomes U+FFFD, and what stood there is kept in ``invalid``.
struct TextDecoder {
  /// The least space that ``decode(into:)`` can work with: one character of any encoding.
  static let minimumSpace = 8
  /// How many bytes are read after one that is invalid: the next one may be, too.
  private static let leastRead = 64
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private let file: InputFile
  let encoding: TextEncoding
  private let chunkSize: Int
  private let converter: IconvConverter?
  /// What the first bytes of Latin letters (å, ä, ö; š, ł) and of dashes and quotation marks in UTF-8 are in a text of one byte for
  /// each character; none in others.
  let firstsOfUTF8: [[UInt8]]
  private var raw: [UInt8]
  /// The place in the file of the next byte to decode.
  private var offset: Int
  /// How many bytes the next read may have: few after an invalid byte, as what follows it was read in vain, and then ever more.
  private var readLimit: Int
  /// How many bytes of UTF-8 were given so far.
  private(set) var produced = 0
  /// What replacements stand for, in the order of the text. The user of the decoder drops what it has passed.
  var invalid: [InvalidBytes] = []

  /// Bytes that the encoding has no character for.
  struct InvalidBytes {
    /// Where in the UTF-8 the replacement stands.
    let offset: Int
    /// What the file holds there.
    let bytes: ByteGroup
  }

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
    let converter = converter
    firstsOfUTF8 =
      encoding.isOneByte
      ? [0xC3, 0xC4, 0xC5, 0xE2].compactMap { byte in converter?.scalar(of: byte).map { Array(String($0).utf8) } } : []
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
    readLimit = min(chunkSize, readLimit * 8)
    if valid > 0 || read == 0 {
      offset += valid
      if case .invalid = stop { readLimit = min(chunkSize, TextDecoder.leastRead) }
      return valid
    }
    switch stop {
    case .end: return 0
    // A sequence is shorter than the least space: it is incomplete because the file ends.
    case .incomplete: return replace(read, of: ByteGroup(space[..<read]), in: space)
    case .invalid(let length): return replace(length, of: ByteGroup(space[..<length]), in: space)
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
    readLimit = min(chunkSize, readLimit * 8)
    if produced > 0 || read == 0 {
      offset += consumed
      if case .invalid = stop { readLimit = min(chunkSize, TextDecoder.leastRead) }
      return produced
    }
    let length = if case .incomplete = stop { read } else { min(read, encoding.unitSize) }
    return replace(length, of: ByteGroup(raw[..<length]), in: space)
  }

  /// Writes U+FFFD for that many bytes of the file.
  private mutating func replace(_ length: Int, of bytes: ByteGroup, in space: UnsafeMutableRawBufferPointer) -> Int {
    invalid.append(InvalidBytes(offset: produced, bytes: bytes))
    space.copyBytes(from: TextDecoder.replacement)
    offset += length
    readLimit = min(chunkSize, TextDecoder.leastRead)
    return TextDecoder.replacement.count
  }
}

extension TextEncoding {
  /// The bytes of the shortest character.
  var unitSize: Int { self == .utf16LittleEndian || self == .utf16BigEndian ? 2 : 1 }
}
