import CustomerModel
import Rows

/// Which encoding a text has, and where it starts.
struct EncodingGuess: Sendable, Equatable {
  let encoding: TextEncoding
  /// The length of the byte order mark.
  let start: Int
  /// What a person should know about the choice.
  var notes: [String] = []

  /// How many bytes the guess looks at.
  static let sampleSize = 1 << 18

  /// Decides by, in this order: a byte order mark, what was asked for, the pattern of UTF-16, validity as UTF-8, and how
  /// Swedish the text reads in each one-byte encoding.
  ///
  /// - Parameter asked: the encoding that a mapping or command names.
  init(file: InputFile, asked: TextEncoding?) throws {
    let sample = try file.prefix(EncodingGuess.sampleSize)
    if let mark = ByteOrderMark(sample) {
      self.init(encoding: mark.encoding, start: mark.length)
      if let asked, asked != mark.encoding {
        notes = [
          "The file's byte order mark says \(mark.encoding.rawValue), so it was not read as \(asked.rawValue)."
        ]
      }
    } else if let asked {
      self.init(encoding: asked, start: 0)
    } else if let wide = UTF16Pattern.guess(sample) {
      self.init(encoding: wide, start: 0)
    } else {
      self.init(encoding: try EncodingGuess.byEvidence(try EncodingGuess.evidence(in: file, sample: sample)), start: 0)
    }
  }

  init(encoding: TextEncoding, start: Int) {
    self.encoding = encoding
    self.start = start
  }

  /// Bytes that hold something outside ASCII: the sample, or the place of the file where the first such byte stands.
  private static func evidence(in file: InputFile, sample: [UInt8]) throws -> [UInt8] {
    var chunk = sample
    var offset = 0
    while !chunk.isEmpty {
      let count = chunk.count
      let first = chunk.withUnsafeBytes { UTF8Validation.firstNonASCII($0.baseAddress!, from: 0, to: count) }
      if first < count {
        // From a little before, so that the first letter has its neighbours.
        return offset == 0 ? chunk : try file.bytes(at: offset + max(0, first - 64), count: sampleSize)
      }
      offset += count
      if chunk.count < 4 * sampleSize, offset < file.size { chunk = Array(repeating: 0, count: 4 * sampleSize) }
      let read = try chunk.withUnsafeMutableBytes { try file.read(into: $0, at: offset) }
      chunk.removeLast(chunk.count - read)
    }
    return []
  }

  /// The encoding of bytes without a mark: UTF-8 when they are valid or almost, else the one that reads best.
  static func byEvidence(_ bytes: [UInt8]) throws -> TextEncoding {
    var sequences = 0
    var invalid = 0
    bytes.withUnsafeBytes { all in
      var rest = all
      while !rest.isEmpty {
        let (length, stop) = UTF8Validation.validPrefix(rest)
        sequences += rest[..<length].reduce(0) { $0 + ($1 >= 0xC0 ? 1 : 0) }
        guard case .invalid(let bad) = stop else { break }
        invalid += 1
        rest = UnsafeRawBufferPointer(rebasing: rest[(length + bad)...])
      }
    }
    // One damaged row does not make a UTF-8 file something else: in other encodings valid sequences hardly ever occur.
    if invalid == 0 || sequences > 8 * invalid { return .utf8 }
    var best = (encoding: TextEncoding.windows1252, score: Int.min)
    for encoding in SwedishReading.candidates {
      let score = try SwedishReading(encoding).score(bytes)
      if score > best.score { best = (encoding, score) }
    }
    return best.encoding
  }
}
