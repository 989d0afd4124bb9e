import CustomerModel
import Rows
import Texts

/// Which encoding a text has, and where it starts.
struct EncodingGuess: Sendable, Equatable {
  let encoding: TextEncoding
  /// The length of the byte order mark.
  let start: Int
  /// Encodings of one byte for each character of which some lines are, when the text is in another such one.
  var others: [TextEncoding] = []
  /// What a person should know about the choice.
  var notes: [Text] = []

  /// How many bytes are looked at for the pattern of UTF-16.
  private static let sampleSize = 1 << 18

  /// Decides by, in this order: a byte order mark, what was asked for, the pattern of UTF-16, how many
  /// lines are UTF-8, and how Swedish the text reads in each one-byte encoding.
  ///
  /// - Parameter asked: the encoding that a mapping or command names.
  init(file: InputFile, asked: TextEncoding?) throws {
    let sample = try file.prefix(EncodingGuess.sampleSize)
    if let mark = ByteOrderMark(sample) {
      self.init(encoding: mark.encoding, start: mark.length)
      if let asked, asked != mark.encoding {
        notes = [EncodingTexts.markSays(mark.encoding.rawValue, not: asked.rawValue)]
      }
    } else if let asked {
      self.init(encoding: asked, start: 0)
    } else if let wide = UTF16Pattern.guess(sample) {
      self.init(encoding: wide, start: 0)
    } else {
      let evidence = try EncodingEvidence(file: file)
      self.init(encoding: try EncodingGuess.byEvidence(evidence), start: 0)
      if encoding != .utf8 { others = try MixedBytes.encodings(in: evidence.otherBytes, besides: encoding) }
      if encoding != .utf8, others.isEmpty, try SwedishReading(encoding).isDoubtful(evidence.otherBytes) {
        notes = [EncodingTexts.doubtful(encoding.label)]
      }
    }
  }

  init(encoding: TextEncoding, start: Int) {
    self.encoding = encoding
    self.start = start
  }

  /// The encoding of a text without a mark: UTF-8 when most of its lines are, else the one that reads best.
  static func byEvidence(_ evidence: EncodingEvidence) throws -> TextEncoding {
    if evidence.isUTF8 { return .utf8 }
    var best = (encoding: TextEncoding.windows1252, score: Int.min)
    for encoding in EncodingCandidates.oneByte {
      let score = try SwedishReading(encoding).score(evidence.otherBytes)
      if score > best.score { best = (encoding, score) }
    }
    return best.encoding
  }
}
