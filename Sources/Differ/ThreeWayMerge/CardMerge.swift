package import CustomerModel

/// What a three-way merge of a customer with an accounting system's record comes to. Pure: it tells what is to be done.
package struct CardMerge: Sendable, Equatable {
  /// What changes in the register, in the order of the catalogue.
  package let changes: [FieldChange]
  /// The fields that are held: neither side is touched in them.
  package let conflicts: [FieldConflict]
  /// What the two agree on when `changes` are made. What is in `toPush` is agreed on only after the push, see
  /// ``agreedAfterPush(_:pushed:card:reply:before:told:incoming:)``.
  package let agreed: AgreedState
  /// The fields whose register values (nil: a clear) are to be sent, in the order of the catalogue.
  package let toPush: [FieldPath]

  /// True when there is nothing to do and nothing to decide.
  package var isSilent: Bool { changes.isEmpty && conflicts.isEmpty && toPush.isEmpty }

  /// Merges field by field.
  ///
  /// A field that changed on one side since the two last agreed goes to the other side; one that changed on both, to the
  /// same value, is agreed; one that changed on both, to different values, is decided by `rules`. A field of which the
  /// record says nothing is what it last was. At a first meeting everything counts as changed, so that a value fills
  /// the side that has none; two different types are then held under every policy, unless the field has an owner.
  ///
  /// A set that is only read is merged name by name, see ``SetMerge``.
  /// The customer number and what only the register writes are never merged. The fields of the first contact person are
  /// merged together, so that two people are never mixed: see ``ContactMerge``. Accounting systems have one contact:
  /// further ones in `incoming` are passed over.
  ///
  /// - Parameters:
  ///   - remote: the whole record as it was last told, mapped. A held value is known from nowhere else: left out of a
  ///     later record, it would be overwritten as one that did not change.
  ///   - unkept: what the record says and the register cannot keep: see ``FieldState/outcomeOfUnkept``.
  ///   - agreed: nil at a first meeting.
  ///   - incoming: the fields that the mapping reads from a record.
  ///   - outgoing: the fields that it can write. One that it cannot read is pushed when the register changes it.
  ///   - told: what `remote` would say if the card were sent as it is, of the fields that can be sent: a value that the
  ///     system can hold only in another form, and has in that form, is no difference. Asked at most where the sides differ.
  ///   - newer: which side changed a field last, asked only under ``MergePolicy/newest``; nil when not known.
  package static func merge(
    card: CustomerCard, remote: IncomingCard, unkept: [FieldPath: IncomingCard.Value] = [:], agreed: AgreedState?,
    incoming: Set<FieldPath>, outgoing: Set<FieldPath>, rules: MergeRules,
    told: () -> IncomingCard = { IncomingCard([:]) }, newer: (FieldPath) -> MergeSide?
  ) -> CardMerge {
    let remote = unkept.isEmpty ? remote : IncomingCard(remote.values.merging(unkept) { _, said in said })
    var work = MergeWork(card: card, agreed: agreed ?? AgreedState())
    var contact: [FieldState] = []
    for path in incoming.union(outgoing) where path.field != .number && !path.field.isReadOnly {
      let state = FieldState(path, card: card, remote: remote, agreed: agreed, told: told)
      if !incoming.contains(path) {
        if state.isChangedHere { work.toPush.append(path) }
      } else if path.field.isSet, !outgoing.contains(path), rules.owners[path] == nil {
        SetMerge(state: state).carryOut(in: &work)
      } else if path.field.isRepeated {
        if path.position == 0 { contact.append(state) }
      } else if unkept[path] != nil {
        work.carryOut(state.outcomeOfUnkept, state)
      } else {
        work.carryOut(rules.outcome(of: state, isFirstMeeting: agreed == nil, newer: newer), state)
      }
    }
    ContactMerge(contact, isFirstMeeting: agreed == nil, rules: rules).carryOut(in: &work, newer: newer)
    return CardMerge(
      changes: CardDiffer.changes(from: card, to: work.card),
      conflicts: work.conflicts.sorted { $0.path < $1.path },
      agreed: work.agreed,
      toPush: work.toPush.filter(outgoing.contains).sorted())
  }
}

/// A merge in the making.
struct MergeWork {
  /// The register's card as it will be.
  var card: CustomerCard
  var agreed: AgreedState
  var conflicts: [FieldConflict] = []
  /// Fields that the accounting system should take, whether or not the mapping can write them.
  var toPush: [FieldPath] = []

  mutating func carryOut(_ outcome: FieldOutcome, _ state: FieldState) {
    switch outcome {
    case .unchanged: break
    case .agree: agreed.agree(state.path, register: state.register, erp: state.erp)
    case .take:
      card[state.path] = state.erp
      agreed.agree(state.path, register: state.erp, erp: state.erp)
    case .push:
      if state.isChangedThere { agreed.overrule(state.path, erp: state.erp) }
      toPush.append(state.path)
    case .hold:
      conflicts.append(
        FieldConflict(state.path, register: state.register, erp: state.erp, base: state.registerBase))
    }
  }
}
