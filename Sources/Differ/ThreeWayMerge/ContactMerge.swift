import CustomerModel

/// Merges the fields of the one contact person that an accounting system has with the register's first one.
///
/// As long as both sides mean the same person, the fields are merged one by one. When they mean two, because a side
/// changed the name, one side's person goes before the other's as a whole: two people are never mixed, and the register
/// loses nobody. When a field is held, all of them are.
struct ContactMerge {
  let states: [FieldState]
  let isFirstMeeting: Bool
  let rules: MergeRules

  init(_ states: [FieldState], isFirstMeeting: Bool, rules: MergeRules) {
    self.states = states.sorted { $0.path < $1.path }
    self.isFirstMeeting = isFirstMeeting
    self.rules = rules
  }

  func carryOut(in work: inout MergeWork, newer: (FieldPath) -> MergeSide?) {
    for state in states where state.isEqual { work.carryOut(.agree, state) }
    let open = states.filter(\.isOpen)
    guard !open.isEmpty else { return }
    guard meansTwoPeople else { return mergeOnePerson(open, in: &work, newer: newer) }
    switch winner(of: open, newer: newer) {
    case .register: for state in open { work.carryOut(.push, state) }
    case .erp: ContactArrival(states).carryOut(in: &work)
    case nil: for state in open { work.carryOut(.hold, state) }
    }
  }

  private func mergeOnePerson(_ open: [FieldState], in work: inout MergeWork, newer: (FieldPath) -> MergeSide?) {
    let outcomes = open.map { rules.outcome(of: $0, isFirstMeeting: isFirstMeeting, newer: newer) }
    guard !outcomes.contains(.hold) else {
      for (state, outcome) in zip(open, outcomes) where outcome == .hold { work.carryOut(.hold, state) }
      return
    }
    var taken: [FieldState] = []
    for (state, outcome) in zip(open, outcomes) {
      if outcome == .take, !(state.path.field == .contactName && state.erp == nil) {
        taken.append(state)
      } else {
        // A name that was cleared there takes no person away here.
        work.carryOut(outcome == .take ? .agree : outcome, state)
      }
    }
    var persons = ContactList(work.card)
    let before = persons.first
    for state in taken { persons.setFirst(state.path.field, to: state.erp) }
    guard persons.firstHasDetail || before.isEmpty else {
      for state in taken { work.carryOut(.agree, state) }
      return
    }
    for state in taken { work.carryOut(.take, state) }
    work.card = persons.written(to: work.card)
  }

  /// True when the name in the register and the one in the accounting system are of two people, or of one who is gone on
  /// one side. The same e-mail address makes them one person, who has another name now.
  private var meansTwoPeople: Bool {
    guard let name = states.first(where: { $0.path.field == .contactName }) else { return false }
    guard !name.isEqual, name.isChangedHere || name.isChangedThere else { return false }
    if name.register == nil, name.registerBase == nil { return false }
    if name.erp == nil, name.erpBase == nil { return false }
    if let here = name.register, let there = name.erp, here.lowercased() == there.lowercased() { return false }
    guard let email = states.first(where: { $0.path.field == .contactEmail }),
      let here = email.register, let there = email.erp
    else { return true }
    // A record that gives another name and is silent on the address does not say that the address is this one's.
    if name.isChangedThere, !email.isSpokenOf { return true }
    return here.lowercased() != there.lowercased() && email.isOpen
  }

  /// Whose person goes before the other's; nil when the contact is held.
  ///
  /// Owners first: the only one there is, or the name's. Then the side that alone changed something. Then the policy;
  /// the newest is the register's when it changed any field after the accounting system changed the record.
  private func winner(of open: [FieldState], newer: (FieldPath) -> MergeSide?) -> MergeSide? {
    let owners = open.compactMap { rules.owners[$0.path] }
    if let owner = owners.first {
      if owners.allSatisfy({ $0 == owner }) { return owner }
      return rules.owners[FieldPath(.contactName)]
    }
    let changedHere = open.filter(\.isChangedHere)
    guard !changedHere.isEmpty else { return .erp }
    guard open.contains(where: \.isChangedThere) else { return .register }
    switch rules.policy {
    case .hold: return nil
    case .register: return .register
    case .erp: return .erp
    case .newest:
      let sides = changedHere.map { newer($0.path) }
      if sides.contains(nil) { return nil }
      return sides.contains(.register) ? .register : .erp
    }
  }
}
