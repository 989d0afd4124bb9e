import CustomerModel
import Differ
import Testing

@Suite struct AgreedAfterPushTests {
  private typealias B = MergeBench

  private func after(
    _ card: [String: String], pushed: [String], reply: [String: String?], before: [String: String?] = [:],
    agreed: AgreedState = AgreedState()
  ) -> (agreed: AgreedState, notTaken: [FieldPath]) {
    CardMerge.agreedAfterPush(
      agreed, pushed: pushed.map(B.path), card: B.card(card), reply: B.remote(reply), before: B.remote(before),
      incoming: B.incoming)
  }

  @Test func theReplysOwnWayOfWritingIsAgreedOn() {
    let card = ["phone": "08-1 23", "name": "Ny"]
    let (agreed, notTaken) = after(
      card, pushed: ["phone", "name"], reply: ["phone": "08123", "name": "Ny"],
      before: ["phone": "07", "name": "Gammal"], agreed: B.agreed(["phone": "07", "name": "Gammal"]))
    #expect(agreed == B.agreed(card, ["phone": "08123", "name": "Ny"]))
    #expect(notTaken.isEmpty)
    #expect(B.merge(B.card(card), B.remote(["phone": "08123", "name": "Ny"]), agreed).isSilent)
  }

  @Test func aFieldThatTheReplyTellsAsBeforeWasNotTaken() {
    let agreed = B.agreed(["phone": "1", "email": "a@example.se"])
    let it = after(
      ["phone": "2"], pushed: ["phone", "email"], reply: ["phone": "1", "email": "a@example.se"],
      before: ["phone": "1", "email": "a@example.se"], agreed: agreed)
    #expect(it.notTaken == [B.path("email"), B.path("phone")])
    #expect(it.agreed == agreed)
    let next = B.merge(B.card(["phone": "2"]), B.remote(["phone": "1", "email": "a@example.se"]), it.agreed)
    #expect(B.lines(next) == ["push email", "push phone"])
  }

  @Test func aFieldThatTheEarlierRecordLeftOutWasAsItWasAgreed() {
    let agreed = B.agreed(["phone": "1"])
    let it = after(["phone": "2"], pushed: ["phone"], reply: ["phone": "1"], before: [:], agreed: agreed)
    #expect(it.notTaken == [B.path("phone")])
    #expect(it.agreed == agreed)
  }

  @Test func aFieldThatTheReplyLeavesOutWasTakenOnlyWhenItWasCleared() {
    let it = after(["phone": "2"], pushed: ["phone", "email"], reply: [:], agreed: B.agreed(["email": "a@example.se"]))
    #expect(it.notTaken == [B.path("phone")])
    #expect(it.agreed == AgreedState())
  }

  @Test func whatWasTheSameAlreadyIsAgreedOn() {
    let it = after(["phone": "2"], pushed: ["phone"], reply: ["phone": "2"], before: ["phone": "2"])
    #expect(it.agreed == B.agreed(["phone": "2"]))
    #expect(it.notTaken.isEmpty)
  }

  @Test func aCenturyThatTheReplyGuessesIsTaken() {
    let it = after(
      ["identityNumber": "19120101-1234"], pushed: ["identityNumber"], reply: ["identityNumber": "20120101-1234"])
    #expect(it.notTaken.isEmpty)
    #expect(it.agreed == B.agreed(["identityNumber": "19120101-1234"], ["identityNumber": "20120101-1234"]))
  }

  @Test func aChangeThatTheReplyRevealsIsFoundByTheNextMerge() {
    let agreed = B.agreed(["phone": "1", "email": "a@example.se"])
    let it = after(
      ["phone": "2", "email": "a@example.se"], pushed: ["phone"], reply: ["phone": "2", "email": "b@example.se"],
      before: ["phone": "1", "email": "a@example.se"], agreed: agreed)
    let next = B.merge(
      B.card(["phone": "2", "email": "a@example.se"]), B.remote(["phone": "2", "email": "b@example.se"]), it.agreed)
    #expect(B.lines(next) == ["change email: a@example.se -> b@example.se"])
  }

  @Test func aFieldThatCannotBeReadIsAgreedAsItWasSent() {
    let it = after(["assigned": "anna\u{1F}"], pushed: ["assigned"], reply: [:])
    #expect(it.agreed == B.agreed(["assigned": "anna\u{1F}"], [:]))
    #expect(it.notTaken.isEmpty)
  }

  @Test func aCreationAgreesOnWhatItSentAndTakesTheSystemsDefaultsNext() {
    let card = ["name": "Ny", "type": "company", "active": "1"]
    let reply: [String: String?] = [
      "name": "Ny", "type": "company", "active": "1", "comments": "standard", "email": nil,
    ]
    let it = after(card, pushed: ["name", "type", "active"], reply: reply)
    #expect(it.agreed == B.agreed(card))
    #expect(B.lines(B.merge(B.card(card), B.remote(reply), it.agreed)) == ["change comments: nil -> standard"])
  }
}
