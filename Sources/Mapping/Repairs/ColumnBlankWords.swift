package import CustomerModel

/// The words in a source column that say nothing of what its values are: all that may stand for no value, whether they count as
/// blank there or are only remarked on.
package struct ColumnBlankWords: Sendable, Equatable {
  /// The longest text that is looked up, bytes, so that no string is made of a longer one.
  private let longest: Int
  private let list: WordList

  /// - Parameters:
  ///   - own: the mapping's, when it gives any.
  ///   - fields: the fields that the column fills; none for a member of a record.
  package init(own: [String]?, fields: [FieldPath]) {
    list = BlankWords.listOfSilent(own: own, fields: fields)
    // The words are kept without their blanks, of which a cell may have one behind each letter.
    longest = 2 * (list.entries.map { Int($0.keyLength) }.max() ?? 0)
  }

  /// True when a text is one of the words.
  func contain(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count <= longest && list.meaning(of: String(decoding: bytes, as: UTF8.self)) != nil
  }
}
