import CustomerModel

/// What lists show of a value to somebody who sees personal identity numbers masked.
enum ShownText {
  /// Gives the body a value of a field as it is shown.
  ///
  /// - Parameter field: nil for a user who sees all of it.
  static func with<Result>(
    _ value: UnsafeRawBufferPointer, of field: Field?, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    guard let field, value.count >= IdentityMask.leastDigits else { return body(value) }
    return withUnsafeTemporaryAllocation(byteCount: value.count, alignment: 1) { shown in
      shown.copyMemory(from: value)
      return body(IdentityMask.mask(shown, of: field) ? UnsafeRawBufferPointer(shown) : value)
    }
  }

  /// True when a value holds a folded word where it is shown.
  static func mentions(_ word: UnsafeRawBufferPointer, in value: UnsafeRawBufferPointer, of field: Field?) -> Bool {
    // Few values hold the word at all: only those are masked.
    guard FoldedText.mentions(word, in: value) else { return false }
    return field == nil || with(value, of: field) { FoldedText.mentions(word, in: $0) }
  }
}
