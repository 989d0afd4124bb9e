/// How many customers one run may inactivate at once: more are rather a list that was cut than customers who left.
package enum InactivationLimit {
  /// The largest part, from 0 to 1, unless somebody says otherwise: of the active customers in an import of the whole register, of the
  /// linked ones in a sync.
  package static let defaultPart = 0.2
}
