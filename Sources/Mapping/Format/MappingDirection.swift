/// Which way values go between a source and the register.
package enum MappingDirection: String, Sendable, Hashable, CaseIterable {
  /// From the source to the register.
  case `in`
  /// From the register to the accounting system.
  case out
  case both
}

/// What an accounting system's configuration may turn on, and an entry of a mapping may depend on.
package enum MappingOption: String, Sendable, Hashable, CaseIterable {
  /// The users to whom a customer is assigned are the system's "our reference".
  case assignedToOurReference
  /// The labels that customers have in the system are tags.
  case labelsAsTags
}
