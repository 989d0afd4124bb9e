import Texts

extension Text {
  /// Stands where a sentence has something that a test does not know, such as another program's own words.
  static let unknown = Text(verbatim: "\u{FFFC}")

  /// What the sentence says, in English, before the first ``unknown``.
  var untilUnknown: String { String(english.prefix { $0 != "\u{FFFC}" }) }
  /// What the sentence says, in English, after the last ``unknown``.
  var afterUnknown: String { String(english.split(separator: "\u{FFFC}", omittingEmptySubsequences: false).last ?? "") }
}
