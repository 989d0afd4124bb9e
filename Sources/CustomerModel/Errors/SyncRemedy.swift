/// What a person can do about what a sync tells. Kept as ``Remedy`` is: its names are a stored format.
package enum SyncRemedy: Sendable, Hashable, Codable {
  /// To say whose value of a field holds.
  ///
  /// - Parameters:
  ///   - system: nil where the configuration has only one.
  ///   - mayTakeTheirs: false where the register cannot keep what the system has.
  case decideField(String, number: String, system: String?, mayTakeTheirs: Bool)
  /// To say whether a customer here and one there are the same.
  ///
  /// - Parameters:
  ///   - remote: the customer number there.
  ///   - mayBeSame: false where they can only be said to be two.
  case decideMatch(number: String, remote: String, system: String, mayBeSame: Bool)
  /// To look at what waits for a decision.
  case listConflicts
  /// To say with which accounting system a conflict is meant.
  case nameSystem
  /// To say which customer there is meant.
  case nameRemoteCustomer
  /// To see what a sync would do before it does it, or to do it at once.
  case showMatches(system: String)
  /// To send at once what was refused and rests.
  case sendAtOnce(system: String)
  /// To let more customers than usual be inactivated as deleted there.
  case allowInactivation
  /// To give a customer another number.
  case renumber(number: String)
}
