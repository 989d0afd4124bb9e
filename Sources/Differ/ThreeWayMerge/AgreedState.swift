package import CustomerModel

/// What a customer was, on both sides, when the two last agreed.
///
/// The sides are kept apart because a system may write a value its own way (a phone number without blanks, a name in its
/// own case): then the two differ and yet agree, and only what differs from its *own* side's last state has changed.
package struct AgreedState: Sendable, Equatable {
  /// The register's canonical values.
  package var register: [FieldPath: String]
  /// The accounting system's, mapped to canonical values.
  package var erp: [FieldPath: String]

  package init(register: [FieldPath: String] = [:], erp: [FieldPath: String] = [:]) {
    self.register = register
    self.erp = erp
  }

  /// Notes that both sides agree on a field.
  package mutating func agree(_ path: FieldPath, register: String?, erp: String?) {
    self.register[path] = register
    self.erp[path] = erp
  }
}
