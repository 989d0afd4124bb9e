/// How a source's row finds the customer that it means.
package enum MatchKey: String, Sendable, Hashable, CaseIterable {
  /// By customer number, byte for byte.
  case number
  /// By organisation number or personal identity number.
  case identity
}

/// What the register answers to one row.
package enum RowMatch: Sendable, Equatable {
  /// No customer fits.
  case none
  /// This customer fits, and already says what the row says.
  case same(Int64)
  /// This customer fits, and may differ.
  case differs(Int64)
  /// More than one customer fits: nobody may guess.
  case ambiguous([Int64])
}
