/// The two sides of a merge. The raw values are the words of the configuration's `fieldOwners`.
package enum MergeSide: String, Sendable, Hashable, CaseIterable {
  /// The customer register.
  case register
  /// The accounting system.
  case erp
}

/// What becomes of a field that both sides changed to different values. The raw values are the words of the configuration's
/// `conflicts`.
package enum MergePolicy: String, Sendable, CaseIterable {
  /// Neither side is touched until a person has decided.
  case hold
  /// The register's value goes to the accounting system.
  case register
  /// The accounting system's value comes into the register.
  case erp
  /// The value that was changed last wins; where that cannot be told, the field is held.
  case newest
}
