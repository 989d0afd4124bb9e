/// Words as people write them beside records.
package enum RecordWords {
  /// True for `ja`, `x`, `1` and the other words for yes that a yes-or-no field knows.
  package static func isYes(_ text: String) -> Bool { KnownWords.booleans.meaning(of: text) == "1" }
}
