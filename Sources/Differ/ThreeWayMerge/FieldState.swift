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
  let isAsTold: Bool

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

  var isChangedHere: Bool { !Self.isSame(register, registerBase, in: path.field) }
  var isChangedThere: Bool { !Self.isSame(erp, erpBase, in: path.field) }
  /// True when the two differ and at least one of them changed.
  var isOpen: Bool { !isEqual && (isChangedHere || isChangedThere) }
  /// True when the two never agreed on any value of the field.
  var isNeverAgreed: Bool { registerBase == nil && erpBase == nil }
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
