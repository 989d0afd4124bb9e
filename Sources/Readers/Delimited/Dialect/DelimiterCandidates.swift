/// The delimiters that are tried when nobody says which one a text has.
enum DelimiterCandidates {
  /// Those that exports use; the first one is taken for a text of one column.
  static let all: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: "|")]
}
