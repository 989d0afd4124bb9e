package import CustomerModel

extension CardMerge {
  /// What is agreed on after a push, by the accounting system's own reply.
  ///
  /// A pushed field is agreed as the register sent it and as the system now tells it, which may be its own way of
  /// writing. One that the reply tells as it was before the push, or does not tell at all, although something else was
  /// sent, was not taken: it stays to be pushed. A cleared field that the reply leaves out is taken as cleared. Fields
  /// that were not pushed are left as they were agreed, so that a change which the reply reveals is found by the next
  /// merge. A creation is a push with an empty agreed state and an empty record before it.
  ///
  /// - Parameters:
  ///   - pushed: the fields that were sent.
  ///   - card: the card that was sent.
  ///   - reply: the record as the system told it afterwards, and `before` as it was when the push was made, both mapped.
  ///   - told: what the reply would say if the card had been taken as it is: a value that is told so was taken.
  ///   - incoming: the fields that the mapping reads; of others no reply can tell, so what was sent is agreed.
  /// - Returns: the new agreed state, and the pushed fields that were not taken.
  package static func agreedAfterPush(
    _ agreed: AgreedState, pushed: [FieldPath], card: CustomerCard, reply: IncomingCard, before: IncomingCard,
    told: IncomingCard = IncomingCard([:]), incoming: Set<FieldPath>
  ) -> (agreed: AgreedState, notTaken: [FieldPath]) {
    var after = agreed
    var notTaken: [FieldPath] = []
    for path in pushed where path.field != .number && !path.field.isReadOnly {
      let sent = card[path]
      guard incoming.contains(path) else {
        after.agree(path, register: sent, erp: nil)
        continue
      }
      let earlier = before.said(of: path) ?? agreed.erp[path]
      let said = reply.said(of: path)
      let isTaken =
        if let said {
          FieldState.isSame(said, sent, in: path.field) || !FieldState.isSame(said, earlier, in: path.field)
            || told.said(of: path) == .some(said)
        } else {
          sent == nil
        }
      if isTaken {
        after.agree(path, register: sent, erp: said ?? nil)
      } else {
        notTaken.append(path)
      }
    }
    return (after, notTaken.sorted())
  }
}
