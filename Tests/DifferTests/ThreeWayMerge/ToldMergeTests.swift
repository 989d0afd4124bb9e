import CustomerModel
import Differ
import Testing

/// Values that the accounting system can only tell in a form of its own, or that stand there twice.
@Suite struct ToldMergeTests {
  private typealias B = MergeBench

  private func merge(
    _ here: String?, _ there: String?, since: (String?, String?)?, told: String?, isSent: Bool = true,
    _ field: String = "name"
  ) -> CardMerge {
    let path = B.path(field)
    var agreed = since.map { _ in AgreedState() }
    if let since { agreed?.agree(path, register: since.0, erp: since.1) }
    let card = B.card(here.map { [field: $0] } ?? [:])
    return CardMerge.merge(
      card: card, remote: B.remote([field: there]), agreed: agreed, incoming: [path], outgoing: [path],
      rules: MergeRules(policy: .hold), told: { isSent ? B.remote([field: told]) : IncomingCard([:]) },
      newer: { _ in nil })
  }

  @Test func theFormThatTheSystemHoldsIsTheSame() {
    for since in [nil, (nil, nil), ("\"A\"", "A"), ("\"A\"", "\"A\""), ("\"B\"", "B"), ("A", "A")]
      as [(String?, String?)?]
    {
      let merge = merge("\"A\"", "A", since: since, told: "A")
      #expect(merge.isSilent, "\(since as Any)")
      #expect(merge.agreed == B.agreed(["name": "\"A\""], ["name": "A"]))
    }
  }

  @Test func anotherValueThereIsAChange() {
    #expect(B.lines(merge("\"A\"", "B", since: ("\"A\"", "A"), told: "A")) == ["change name: \"A\" -> B"])
    #expect(B.lines(merge("\"C\"", "B", since: ("\"A\"", "A"), told: "C")) == ["conflict name: \"C\" | B (\"A\")"])
    #expect(B.lines(merge("\"C\"", "A", since: ("\"A\"", "A"), told: "C")) == ["push name"])
  }

  @Test func aValueThatCannotBeSentIsNeverTheSame() {
    #expect(B.lines(merge("<A>", "A", since: nil, told: nil, isSent: false)) == ["conflict name: <A> | A (nil)"])
    #expect(B.lines(merge("<A>", nil, since: nil, told: nil, isSent: false)) == ["push name"])
    #expect(B.lines(merge("<A>", nil, since: nil, told: nil)) == ["push name"])
  }

  /// A cleared field that another key goes on to fill.
  @Test func whatWasClearedHereIsNotClearedForEver() {
    let cleared = merge(nil, "x", since: ("x", "x"), told: "x", "email")
    #expect(cleared.isSilent)
    #expect(cleared.agreed == B.agreed([:], ["email": "x"]))
    #expect(merge(nil, "x", since: (nil, "x"), told: "x", "email").isSilent)
    // What is new there comes in all the same, and so does everything at a first meeting.
    #expect(B.lines(merge(nil, "y", since: (nil, "x"), told: "y", "email")) == ["change email: nil -> y"])
    #expect(B.lines(merge(nil, "x", since: nil, told: "x", "email")) == ["change email: nil -> x"])
    #expect(B.lines(merge(nil, "y", since: ("x", "x"), told: "y", "email")) == ["conflict email: nil | y (x)"])
  }

  @Test func aReplyInTheSystemsFormIsTakenThoughItWasThatBefore() {
    let path = B.path("name")
    let after = { (told: IncomingCard) in
      CardMerge.agreedAfterPush(
        AgreedState(), pushed: [path], card: B.card(["name": "\"A\""]), reply: B.remote(["name": "A"]),
        before: B.remote(["name": "A"]), told: told, incoming: [path])
    }
    #expect(after(B.remote(["name": "A"])).notTaken == [])
    #expect(after(B.remote(["name": "A"])).agreed == B.agreed(["name": "\"A\""], ["name": "A"]))
    #expect(after(IncomingCard([:])).notTaken == [path])
  }

  @Test func aPersonWhoseNameIsToldInAnotherFormIsOnePerson() {
    let card = B.card(["contactPersons[0].name": "Anna \"Ann\" Ek", "contactPersons[0].phone": "2"])
    let names = ["contactPersons[0].name": "Anna Ann Ek", "contactPersons[0].phone": "1"]
    let merge = CardMerge.merge(
      card: card, remote: B.remote(names.mapValues { Optional($0) }), agreed: B.agreed(names), incoming: B.incoming,
      outgoing: B.outgoing, rules: MergeRules(policy: .hold),
      told: { B.remote(["contactPersons[0].name": "Anna Ann Ek", "contactPersons[0].phone": "2"]) }, newer: { _ in nil }
    )
    #expect(B.lines(merge) == ["push contactPersons[0].phone"])
  }
}
