import AccountingSystems
import CustomerModel
import RegisterStore
import Texts

/// Who is not known to be the same is asked, and left alone meanwhile.
struct UnsureMatches {
  private let run: PullRun
  private var label: String { run.scope.label }

  init(_ run: PullRun) { self.run = run }

  func ask(_ questions: [MatchQuestion], _ remote: RemoteCustomer, why: Text) throws {
    for question in questions {
      tell(
        question, ConflictTexts.mayBeSame(question.remoteNumber, question.customerNumber, label: label, why: why),
        mayBeSame: true)
    }
    try setApart(remote, questions)
  }

  /// One customer here is one there: of a second of its number only that can be decided that it is another.
  func ask(_ question: MatchQuestion, _ remote: RemoteCustomer, takenBy owner: String) throws {
    tell(
      question, ConflictTexts.isTaken(question.remoteNumber, question.customerNumber, label: label, by: owner),
      mayBeSame: false)
    try setApart(remote, [question])
  }

  private func setApart(_ remote: RemoteCustomer, _ questions: [MatchQuestion]) throws {
    let (writer, system) = (run.writer, run.system)
    try writer.withdrawMatchQuestions(system, remoteID: remote.id, but: Set(questions.map(\.customer)))
    for question in questions { try writer.ask(question, run: run.id) }
    try writer.reject(system, remoteID: remote.id, as: .undecided, reason: questions.first?.reason)
  }

  private func tell(_ question: MatchQuestion, _ text: Text, mayBeSame: Bool) {
    let remedy = SyncRemedy.decideMatch(
      number: question.customerNumber, remote: question.remoteNumber, system: run.system, mayBeSame: mayBeSame)
    run.session.report(
      .unsureMatch, number: question.remoteNumber, remoteID: question.remoteID, run.scope.decidable(text),
      remedies: [.ofSync(remedy)])
  }
}
