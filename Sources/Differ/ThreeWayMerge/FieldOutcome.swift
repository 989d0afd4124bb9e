import CustomerModel

/// What a merge does about one field.
enum FieldOutcome {
  /// Nothing happened to it.
  case unchanged
  /// The two sides say the same, or may stay as different as they are: that is agreed.
  case agree
  /// The accounting system's value comes into the register.
  case take
  /// The register's value goes to the accounting system.
  case push
  /// Nobody but a person can tell.
  case hold
}

extension FieldState {
  /// What becomes of a field whose value there the register cannot keep, such as a number with a wrong check digit.
  ///
  /// It stays there and does not come here; and nothing is written over it, neither a value nor a blank, whatever policy and
  /// owner say. It is never agreed on, so that it comes in as soon as the register can keep it. A person who decided for the
  /// register made it the register's base (``AgreedState/overrule(_:erp:)``), which nothing else can.
  var outcomeOfUnkept: FieldOutcome {
    if isEqual { return .agree }
    guard register != nil else { return .unchanged }
    return registerBase == erp && erpBase == erp ? .push : .hold
  }
}

extension MergeRules {
  /// What becomes of one field.
  ///
  /// - Parameters:
  ///   - isFirstMeeting: true when the two customers never agreed on anything. Then no owner empties the other side: a
  ///     value that only one side has is no decision of the other's.
  ///   - newer: which side changed the field last; nil when that is not known.
  func outcome(of state: FieldState, isFirstMeeting: Bool, newer: (FieldPath) -> MergeSide?) -> FieldOutcome {
    if state.isEqual { return .agree }
    // A type that the other side never told stays untold: to tell it there is for who knows the customer.
    if isFirstMeeting, state.path.field == .type, state.erp == nil { return .agree }
    guard state.isOpen else { return .unchanged }
    switch owners[state.path] {
    case .register: return isFirstMeeting && state.register == nil ? .take : .push
    case .erp: return state.erp == nil && (isFirstMeeting || mustHaveValue(state.path.field)) ? .agree : .take
    case nil: break
    }
    guard state.isChangedThere else { return .push }
    guard state.isChangedHere else { return .take }
    // Customers that are mistyped in one of the systems are reported, never flipped silently.
    if state.path.field == .type, state.isNeverAgreed { return .hold }
    switch policy {
    case .hold: return .hold
    case .register: return .push
    case .erp: return .take
    case .newest:
      switch newer(state.path) {
      case .register: return .push
      case .erp: return .take
      case nil: return .hold
      }
    }
  }

  /// True when a card without the field's value is no card.
  private func mustHaveValue(_ field: Field) -> Bool {
    CardDiffer.cannotBeCleared(field) || field.kind == .boolean
  }
}
