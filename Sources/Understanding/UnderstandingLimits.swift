/// How much of a list is read by its words: no list of customers has more, and what is made to be slow has.
package enum UnderstandingLimits {
  /// The most headings of a list. Of one that has more nothing is understood.
  package static let headings = 1_000
  /// The most characters of a heading, or of a word over columns. What is longer is a text, and says nothing.
  package static let characters = 200

  static func isHeading(_ text: String) -> Bool {
    // Characters are counted only where they may be few enough.
    text.utf8.count <= characters || text.utf8.count <= characters * 4 && text.count <= characters
  }
}
