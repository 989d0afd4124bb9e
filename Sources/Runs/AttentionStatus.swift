/// What a program says of a run that went through, but with something for a person to look at: rejected rows, conflicts, customers
/// that were left as they are.
package enum AttentionStatus {
  package static let exitStatus: Int32 = 2
}
