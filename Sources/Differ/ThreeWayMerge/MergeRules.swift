package import CustomerModel

/// How one accounting system's customers are merged: the config's `conflicts` and `fieldOwners`.
package struct MergeRules: Sendable, Equatable {
  package let policy: MergePolicy
  /// Fields that one side alone decides on, whatever the policy: the other side's changes are overwritten.
  package let owners: [FieldPath: MergeSide]

  package init(policy: MergePolicy, owners: [FieldPath: MergeSide] = [:]) {
    self.policy = policy
    self.owners = owners
  }
}
