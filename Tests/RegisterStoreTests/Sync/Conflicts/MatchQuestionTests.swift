import RegisterStore
import TestSupport
import Testing

@Suite struct MatchQuestionTests {
  private func question(_ remoteID: String, _ customer: Int64, _ number: String, reason: String = "r") -> MatchQuestion
  {
    MatchQuestion(
      system: "visma", remoteID: remoteID, remoteNumber: "77", remoteName: "Åke", customer: customer,
      customerNumber: number, reason: reason)
  }

  private func questions(_ store: Store, _ system: String? = nil) throws -> [MatchQuestion] {
    try store.register.read { try $0.matchQuestions(system) }
  }

  @Test func aQuestionKeepsItsAnswerAndItsRunWhenItIsAskedAgain() throws {
    let store = try Store()
    try store.add([["number": "1"], ["number": "2"]])
    try store.run(.pull) { writer throws in
      try writer.ask(question("a", 1, "1"), run: 2)
      try writer.ask(question("a", 2, "2"), run: 2)
    }
    #expect(try questions(store).map(\.customerNumber) == ["1", "2"])
    #expect(try questions(store).map(\.answer) == [nil, nil])
    #expect(try store.register.write { try $0.answer(question("a", 1, "1"), .different) })
    #expect(try store.register.write { try !$0.answer(question("b", 1, "1"), .same) })
    try store.run(.pull) { try $0.ask(question("a", 1, "1", reason: "ny"), run: 3) }
    #expect(
      try questions(store).first
        == MatchQuestion(
          system: "visma", remoteID: "a", remoteNumber: "77", remoteName: "Åke", customer: 1, customerNumber: "1",
          reason: "ny", answer: .different, askedRun: 2))
    try store.register.write { _ = try $0.answer(question("a", 1, "1"), nil) }
    #expect(try questions(store).map(\.answer) == [nil, nil])
  }

  @Test func questionsAreListedAndRemovedByRecord() throws {
    let store = try Store()
    try store.add([["number": "10"], ["number": "9"]])
    try store.run(.pull) { writer throws in
      for (remoteID, customer) in [("b", 1), ("a", 1), ("a", 2)] as [(String, Int64)] {
        try writer.ask(question(remoteID, customer, ""), run: 2)
      }
    }
    func short(_ system: String?) throws -> [String] {
      try questions(store, system).map { "\($0.customerNumber)\($0.remoteID)" }
    }
    #expect(try short(nil) == ["9a", "10a", "10b"])
    #expect(try short("visma") == ["9a", "10a", "10b"])
    #expect(try short("fortnox").isEmpty)
    try store.register.write { try $0.removeMatchQuestions("visma", remoteID: "a", customer: 2) }
    #expect(try short(nil) == ["10a", "10b"])
    try store.register.write { try $0.removeMatchQuestions("visma", remoteID: "a") }
    #expect(try short(nil) == ["10b"])
    try store.delete("10")
    #expect(try short(nil).isEmpty)
  }

  @Test func whatNobodyAnsweredIsWithdrawn() throws {
    let store = try Store()
    try store.add([["number": "1"], ["number": "2"], ["number": "3"]])
    try store.run(.pull) { writer throws in
      for customer in 1...3 as ClosedRange<Int64> { try writer.ask(question("a", customer, ""), run: 2) }
      try writer.answer(question("a", 3, ""), .different)
      try writer.withdrawMatchQuestions("visma", remoteID: "a", but: [2])
    }
    #expect(try questions(store).map(\.customer) == [2, 3])
    // Of a record that does not wait for an answer nothing is asked.
    try store.register.write { writer throws in
      try writer.putInInbox(InboxEntry(system: "visma", remoteID: "a", remoteNumber: "77", record: "{}"))
      try writer.withdrawSettledMatchQuestions("visma")
    }
    #expect(try questions(store).map(\.customer) == [2, 3])
    try store.register.write { writer throws in
      try writer.removeFromInbox("visma", remoteID: "a")
      try writer.withdrawSettledMatchQuestions("visma")
    }
    #expect(try questions(store).map(\.customer) == [3])
  }
}
