import AccountingSystems
import CustomerModel
import Differ
import RegisterStore
import Texts

/// Finds the customer that a record without a link means. What is not sure is asked, never guessed.
struct SyncMatcher {
  enum Answer {
    case customer(Int64)
    /// Who may be meant, and why that is not sure.
    case unsure([MatchQuestion], why: Text)
    /// The customer of this number is paired with another record, whose number there is told.
    case taken(MatchQuestion, by: String)
    /// A person said that the two of this number are not the same.
    case apart
    case none
  }

  private let scope: SyncScope
  private let register: RegisterReader
  private let answers: [String: [MatchQuestion]]
  /// What persons said of each customer.
  private let answersOfCustomer: [Int64: [MatchQuestion]]

  init(_ scope: SyncScope, register: RegisterReader) {
    self.scope = scope
    self.register = register
    let questions = (try? register.matchQuestions(scope.system)) ?? []
    answers = Dictionary(grouping: questions, by: \.remoteID)
    answersOfCustomer = Dictionary(grouping: questions.filter { $0.answer != nil }, by: \.customer)
  }

  /// The customer of the same number, byte for byte.
  func byNumber(_ remote: RemoteCustomer, _ record: RemoteReading.Record) throws -> Answer {
    if let same = answers[remote.id]?.first(where: { $0.answer == .same }),
      try owner(of: same.customer, besides: remote) == nil
    {
      return .customer(same.customer)
    }
    guard let key = try register.key(ofNumber: remote.number) else { return .none }
    if answer(remote, key.id) == .different { return .apart }
    if let owner = try owner(of: key.id, besides: remote) {
      return .taken(question(remote, record, key, ConflictTexts.isPaired(with: owner, label: scope.label)), by: owner)
    }
    let card = try register.card(ofCustomer: key.id)!
    switch MatchJudge.judge(card: card, remote: record.incoming, by: .number) {
    case .same: return .customer(key.id)
    case .different: return .apart
    case .unsure(let reason): return .unsure([question(remote, record, key, reason)], why: reason)
    }
  }

  /// The customer of the same identity number, when there is exactly one on each side. That a person said of one that it is
  /// another does not say that the next is the same: what was asked of both is asked of the one that is left.
  ///
  /// - Parameter isAlone: false when several records without a customer have that identity number.
  func byIdentity(_ remote: RemoteCustomer, _ record: RemoteReading.Record, isAlone: Bool) throws -> Answer {
    guard let identity = record[FieldPath(.identityNumber)] else { return .none }
    let found = try register.customers(withIdentity: identity).filter { customer in
      try answer(remote, customer) == .different || owner(of: customer, besides: remote) == nil
    }
    let candidates = try found.filter { answer(remote, $0) != .different }.compactMap {
      try register.key(ofCustomer: $0)
    }
    guard let first = candidates.first else { return .none }
    let isAlone = try isAlone && !candidates.contains { try isSaidToBeNo(otherThan: remote, $0.id, identity) }
    if found.count == 1, isAlone { return .customer(first.id) }
    let reason =
      isAlone
      ? ConflictTexts.severalHereHaveItsIdentity : ConflictTexts.severalThereHaveItsIdentity(scope.label)
    return .unsure(candidates.map { question(remote, record, $0, reason) }, why: reason)
  }

  /// The number of the record there that a customer has, or will have as a person said; nil for none but this one.
  private func owner(of customer: Int64, besides remote: RemoteCustomer) throws -> String? {
    if let link = try register.link(scope.system, customer: customer), !link.isGone { return link.remoteNumber }
    return answersOfCustomer[customer]?.first { $0.answer == .same && $0.remoteID != remote.id }?.remoteNumber
  }

  /// True when a person said of a customer that it is not another record, which has the same identity number and is still there.
  private func isSaidToBeNo(otherThan remote: RemoteCustomer, _ customer: Int64, _ identity: String) throws -> Bool {
    let others = answersOfCustomer[customer]?.filter { $0.answer == .different && $0.remoteID != remote.id } ?? []
    return try others.contains { other in
      guard let link = try register.link(scope.system, remoteID: other.remoteID), !link.isGone,
        let theirs = scope.reading.read(try link.remote().object)[FieldPath(.identityNumber)]
      else { return false }
      return IdentityLikeness.key(theirs) == IdentityLikeness.key(identity)
    }
  }

  private func answer(_ remote: RemoteCustomer, _ customer: Int64) -> MatchQuestion.Answer? {
    answers[remote.id]?.first { $0.customer == customer }?.answer
  }

  private func question(
    _ remote: RemoteCustomer, _ record: RemoteReading.Record, _ key: RegisterReader.Key, _ reason: Text
  ) -> MatchQuestion {
    MatchQuestion(
      system: scope.system, remoteID: remote.id, remoteNumber: remote.number,
      remoteName: record[FieldPath(.customerName)] ?? "", customer: key.id, customerNumber: key.number,
      reason: reason.english)
  }
}
