import CustomerModel

/// Where the objects stand that are the rows of one table.
enum JSONLayout: Sendable, Equatable {
  /// In an array that is the whole document.
  case array
  /// One after the other, as in JSON Lines; also a single object without an array of objects.
  case sequence
  /// In an array that is a member of the object that is the whole document; members count from 0.
  case member(Int)

  static func noObject(_ tokenizer: JSONTokenizer) -> KundregError {
    tokenizer.failure(
      JSONTexts.customerExpected, code: .jsonNotObjects, at: tokenizer.tokenOffset)
  }
}
