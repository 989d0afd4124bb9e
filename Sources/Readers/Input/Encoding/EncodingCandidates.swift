import Rows

/// The encodings that a text is tried in that is not UTF-8 and says nothing of its own.
enum EncodingCandidates {
  /// One-byte encodings, the likelier first: the first one wins when several read alike.
  static let oneByte: [TextEncoding] = [.windows1252, .iso8859_1, .iso8859_15, .cp850, .cp437, .macRoman]
}
