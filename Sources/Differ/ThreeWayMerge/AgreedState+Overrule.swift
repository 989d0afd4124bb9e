package import CustomerModel

extension AgreedState {
  /// Notes that the register's value goes before the accounting system's, which is `erp` now: the next merge finds only
  /// the register changed, and pushes. It does so as long as the two differ, whatever the register holds by then; and if
  /// the accounting system changes the field once more, that is a new change.
  package mutating func overrule(_ path: FieldPath, erp: String?) { agree(path, register: erp, erp: erp) }
}
