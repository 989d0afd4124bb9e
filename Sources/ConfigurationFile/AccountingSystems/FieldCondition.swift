package import CustomerModel

/// A condition on a customer, written `FIELD=VALUE`.
package struct FieldCondition: Sendable, Equatable {
  package let path: FieldPath
  /// The value that the field has, as written; empty for a field that has none.
  package let value: String

  package init(_ path: FieldPath, _ value: String) {
    self.path = path
    self.value = value
  }
}
