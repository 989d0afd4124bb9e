/// How the sheets look that are written.
enum SheetStyle {
  /// The colour behind cells that a person should look at: a pale red.
  static let markedFill: UInt32 = 0xFFD9D9

  /// The width of a column, in characters, where nobody says otherwise.
  static func width(ofHeading heading: String) -> Double { Double(min(max(heading.count + 4, 12), 40)) }
}
