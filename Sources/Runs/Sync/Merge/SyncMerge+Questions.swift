import AccountingSystems
import CustomerModel
import RegisterStore

/// Who is not known to be the same is asked, and left alone meanwhile.
extension SyncMerge {
  func ask(_ questions: [MatchQuestion], _ remote: RemoteCustomer) throws {
    for question in questions {
      session.report(
        "sync.unsureMatch", number: question.remoteNumber, remoteID: remote.id,
        "\(scope.label)'s customer \(question.remoteNumber) may be customer \(question.customerNumber) here. "
          + "\(question.reason) Neither is touched until you decide\(once): "
          + command(question, "same") + " (or --value different)")
    }
    try setApart(remote, questions)
  }

  /// One customer here is one there: of a second of its number only that can be decided that it is another.
  func ask(_ question: MatchQuestion, _ remote: RemoteCustomer, takenBy owner: String) throws {
    session.report(
      "sync.unsureMatch", number: question.remoteNumber, remoteID: remote.id,
      "\(scope.label)'s customer \(question.remoteNumber) has the number of customer \(question.customerNumber) here, which is "
        + "paired with \(scope.label)'s customer \(owner). It is left alone. With another number there it comes in as a customer of "
        + "its own; else say that it is to stay out\(once): "
        + command(question, "different"))
    try setApart(remote, [question])
  }

  private func setApart(_ remote: RemoteCustomer, _ questions: [MatchQuestion]) throws {
    try writer.withdrawMatchQuestions(system, remoteID: remote.id, but: Set(questions.map(\.customer)))
    for question in questions { try writer.ask(question, run: run) }
    try writer.reject(system, remoteID: remote.id, as: .undecided, reason: questions.first?.reason)
  }

  private func command(_ question: MatchQuestion, _ values: String) -> String {
    "kundreg conflicts resolve \(ShellWord.quoted(question.customerNumber)) match --value \(values) "
      + "--erp \(ShellWord.quoted(system)) --remote \(ShellWord.quoted(question.remoteNumber))"
  }
}
