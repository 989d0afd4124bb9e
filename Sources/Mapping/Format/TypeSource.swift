/// What decides whether a new customer is a company or private when the row does not say.
package enum TypeSource: String, Sendable, Hashable, CaseIterable {
  /// A personal number makes the customer private, an organisation number a company.
  case identityNumber
}
