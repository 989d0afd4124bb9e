import CustomerModel

// What counts as equal in a merge, and so as no change.

extension FieldState {
  /// True when both sides mean the same: the same value, or one that the other side can only tell as it does.
  ///
  /// Where the register has no value that holds only for one that was taken away here: what the record goes on to tell then
  /// comes from elsewhere in it, and is new to the register as long as the two did not agree on it.
  var isEqual: Bool {
    Self.isSame(register, erp, in: path.field)
      || isAsTold && (register != nil || isChangedHere && !isChangedThere)
      || isChangedHere && isChangedThere && dialsTheSame
  }

  /// True for two ways to write one telephone number. Both sides may keep theirs; a side that alone writes it anew still gives the
  /// other its form.
  private var dialsTheSame: Bool {
    guard path.field.kind == .phone, let register, let erp else { return false }
    return DialledNumber.of(register) == DialledNumber.of(erp)
  }

  /// True when two values of a field mean the same.
  ///
  /// Identity numbers are compared by ``IdentityLikeness``: an accounting system that keeps ten digits makes the century a
  /// guess of the mapping's, so a change of nothing but the century is never a change.
  static func isSame(_ a: String?, _ b: String?, in field: Field) -> Bool {
    guard field.kind == .identityNumber, let a, let b else { return a == b }
    return IdentityLikeness.key(a) == IdentityLikeness.key(b)
  }
}
