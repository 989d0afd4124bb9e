package import CustomerModel

/// A field that both sides changed, to different values, since they last agreed.
package struct FieldConflict: Sendable, Equatable {
  package let path: FieldPath
  /// The values of the two sides now; nil for none.
  package let register: String?
  package let erp: String?
  /// What the register's value was when the two last agreed; nil for none.
  package let base: String?

  package init(_ path: FieldPath, register: String?, erp: String?, base: String?) {
    self.path = path
    self.register = register
    self.erp = erp
    self.base = base
  }
}
