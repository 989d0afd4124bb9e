package import Texts

/// Whether a customer and an accounting system's record that a key pairs are the same customer.
package enum PairJudgement: Sendable, Equatable {
  case same
  /// Nobody but a person can tell. The reason is a sentence, and holds no identity number.
  case unsure(reason: Text)
  /// The key does not pair them: both have a value for it, and not the same.
  case different
}
