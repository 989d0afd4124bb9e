import CustomerModel

/// Lets the accounting system's contact person in before the register's first one, who is another.
///
/// If the register knows the person by name or e-mail, without regard to case, that one moves to the front and takes the
/// values that the accounting system has; otherwise the person is new and the others move down. A contact that was taken
/// away there takes nobody away here: then the two differ, and that is agreed.
struct ContactArrival {
  let states: [FieldState]

  init(_ states: [FieldState]) { self.states = states }

  func carryOut(in work: inout MergeWork) {
    let isSomebody = states.contains { state in
      state.erp != nil && state.path.field.kind != .boolean
        && (state.path.field == .contactName || state.isChangedThere)
    }
    guard isSomebody else {
      for state in states where state.isOpen { work.carryOut(.agree, state) }
      return
    }
    var persons = ContactList(work.card)
    persons.putFirst(persons.place(name: arriving(.contactName), email: arriving(.contactEmail)))
    for state in states {
      if let value = arriving(state) { persons.setFirst(state.path.field, to: value) }
    }
    work.card = persons.written(to: work.card)
    for state in states {
      work.agreed.agree(state.path, register: work.card[state.path], erp: arriving(state))
    }
  }

  /// The value of the person who arrives. What the record does not say of a new person is not what it last said of the
  /// old one.
  private func arriving(_ state: FieldState) -> String? { state.isSpokenOf || !isNewThere ? state.erp : nil }

  private func arriving(_ field: Field) -> String? {
    states.first { $0.path.field == field }.flatMap(arriving)
  }

  private var isNewThere: Bool { states.contains { $0.path.field == .contactName && $0.isChangedThere } }
}
