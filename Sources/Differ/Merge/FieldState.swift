import CustomerModel

/// What one field is on both sides, and was when they last agreed. Nil for no value.
struct FieldState {
  let path: FieldPath
  let register: String?
  let erp: String?
  let registerBase: String?
  let erpBase: String?
  /// True when the accounting system's record speaks of the field; otherwise `erp` is what it last said.
  let isSpokenOf: Bool
  /// True when the record would say what it says if the register's value were sent.
  private let isAsTold: Bool

  /// - Parameter told: the card as the record would tell it if it were sent; asked only where the sides differ.
  init(
    _ path: FieldPath, card: CustomerCard, remote: IncomingCard, agreed: AgreedState?, told: () -> IncomingCard
  ) {
    self.path = path
    register = card[path]
    registerBase = agreed?.register[path]
    erpBase = agreed?.erp[path]
    let said = remote.said(of: path)
    isSpokenOf = said != nil
    erp = said ?? erpBase
    isAsTold = erp != nil && !Self.isSame(register, erp, in: path.field) && told().said(of: path) == .some(erp)
  }

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
  var isChangedHere: Bool { !Self.isSame(register, registerBase, in: path.field) }
  var isChangedThere: Bool { !Self.isSame(erp, erpBase, in: path.field) }
  /// True when the two differ and at least one of them changed.
  var isOpen: Bool { !isEqual && (isChangedHere || isChangedThere) }
  /// True when the two never agreed on any value of the field.
  var isNeverAgreed: Bool { registerBase == nil && erpBase == nil }

  /// True when two values of a field mean the same.
  ///
  /// Identity numbers are compared by ``IdentityLikeness``: an accounting system that keeps ten digits makes the century a
  /// guess of the mapping's, so a change of nothing but the century is never a change.
  static func isSame(_ a: String?, _ b: String?, in field: Field) -> Bool {
    guard field.kind == .identityNumber, let a, let b else { return a == b }
    return IdentityLikeness.key(a) == IdentityLikeness.key(b)
  }
}

extension IncomingCard {
  /// What the record says of a field: outer nil when it says nothing, inner nil when it clears it.
  ///
  /// A cleared yes-or-no field is no, and clearing the type or whether the customer is active says nothing.
  func said(of path: FieldPath) -> String?? {
    switch values[path] {
    case nil: nil
    case .value(let text): .some(text.isEmpty ? nil : text)
    case .clear where CardDiffer.cannotBeCleared(path.field): nil
    case .clear: .some(path.field.kind == .boolean ? "0" : nil)
    }
  }
}
