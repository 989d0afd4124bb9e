import AccountingSystems
import CustomerModel
import Differ
import RegisterStore

/// Finds the customer that a record without a link means. What is not sure is asked, never guessed.
struct SyncMatcher {
  enum Answer {
    case customer(Int64)
    case unsure([MatchQuestion])
    /// A person said that the two of this number are not the same.
    case apart
    case none
  }

  private let scope: SyncScope
  private let register: RegisterReader
  private let answers: [String: [MatchQuestion]]

  init(_ scope: SyncScope, register: RegisterReader) {
    self.scope = scope
    self.register = register
    let questions = (try? register.matchQuestions(scope.system)) ?? []
    answers = Dictionary(grouping: questions, by: \.remoteID)
  }

  /// The customer of the same number, byte for byte.
  func byNumber(_ remote: RemoteCustomer, _ record: RemoteReading.Record) throws -> Answer {
    if let same = answers[remote.id]?.first(where: { $0.answer == .same }), try isFree(same.customer) {
      return .customer(same.customer)
    }
    guard let key = try register.key(ofNumber: remote.number) else { return .none }
    if answer(remote, key) == .different { return .apart }
    guard try isFree(key.id) else {
      return .unsure([
        question(remote, record, key, "That customer is linked with another record of \(scope.label).")
      ])
    }
    let card = try register.card(ofCustomer: key.id)!
    switch MatchJudge.judge(card: card, remote: record.incoming, by: .number) {
    case .same: return .customer(key.id)
    case .different: return .apart
    case .unsure(let reason): return .unsure([question(remote, record, key, reason)])
    }
  }

  /// The customer of the same identity number, when there is exactly one on each side.
  ///
  /// - Parameter isAlone: false when several records without a customer have that identity number.
  func byIdentity(_ remote: RemoteCustomer, _ record: RemoteReading.Record, isAlone: Bool) throws -> Answer {
    guard let identity = record[FieldPath(.identityNumber)] else { return .none }
    let candidates = try register.customers(withIdentity: identity).filter(isFree)
      .compactMap { try register.key(ofCustomer: $0) }.filter { answer(remote, $0) != .different }
    guard let first = candidates.first else { return .none }
    if candidates.count == 1, isAlone { return .customer(first.id) }
    let reason =
      isAlone
      ? "Several customers here have its identity number."
      : "Several customers of \(scope.label) have the same identity number."
    return .unsure(candidates.map { question(remote, record, $0, reason) })
  }

  private func isFree(_ customer: Int64) throws -> Bool {
    try register.link(scope.system, customer: customer)?.isGone ?? true
  }

  private func answer(_ remote: RemoteCustomer, _ key: RegisterReader.Key) -> MatchQuestion.Answer? {
    answers[remote.id]?.first { $0.customer == key.id }?.answer
  }

  private func question(
    _ remote: RemoteCustomer, _ record: RemoteReading.Record, _ key: RegisterReader.Key, _ reason: String
  ) -> MatchQuestion {
    MatchQuestion(
      system: scope.system, remoteID: remote.id, remoteNumber: remote.number,
      remoteName: record[FieldPath(.customerName)] ?? "", customer: key.id, customerNumber: key.number, reason: reason)
  }
}
