import CustomerModel
import Differ
import Testing

@Suite struct CardMergeTests {
  private typealias B = MergeBench

  struct Case: Sendable, CustomTestStringConvertible {
    let here: String?, there: String?, baseHere: String?, baseThere: String?
    let policy: MergePolicy
    let owner: MergeSide?
    let newer: MergeSide?
    let lines: [String]
    let agreed: [String?]

    init(
      _ here: String?, _ there: String?, base: String?, baseThere: String? = nil, policy: MergePolicy = .hold,
      owner: MergeSide? = nil, newer: MergeSide? = nil, lines: [String], agreed: String?, _ agreedThere: String?
    ) {
      self.here = here
      self.there = there
      baseHere = base
      self.baseThere = baseThere ?? base
      self.policy = policy
      self.owner = owner
      self.newer = newer
      self.lines = lines
      self.agreed = [agreed, agreedThere]
    }
    var testDescription: String {
      "\(here ?? "nil") \(there ?? "nil") since \(baseHere ?? "nil") \(baseThere ?? "nil") \(policy) \(owner as Any)"
    }
  }

  private static let cases: [Case] = [
    Case("1", "1", base: "1", lines: [], agreed: "1", "1"),
    Case("08-1", "081", base: "08-1", baseThere: "081", lines: [], agreed: "08-1", "081"),
    Case("1", "2", base: "1", lines: ["change phone: 1 -> 2"], agreed: "2", "2"),
    Case("1", nil, base: "1", lines: ["change phone: 1 -> nil"], agreed: nil, nil),
    Case("08-1", "082", base: "08-1", baseThere: "081", lines: ["change phone: 08-1 -> 082"], agreed: "082", "082"),
    Case("2", "1", base: "1", lines: ["push phone"], agreed: "1", "1"),
    Case(nil, "1", base: "1", lines: ["push phone"], agreed: "1", "1"),
    Case("2", "2", base: "1", lines: [], agreed: "2", "2"),
    Case(nil, nil, base: "1", lines: [], agreed: nil, nil),
    Case("2", "3", base: "1", lines: ["conflict phone: 2 | 3 (1)"], agreed: "1", "1"),
    Case(nil, "3", base: "1", lines: ["conflict phone: nil | 3 (1)"], agreed: "1", "1"),
    Case("2", "3", base: "1", policy: .register, lines: ["push phone"], agreed: "3", "3"),
    Case("2", "3", base: "1", policy: .erp, lines: ["change phone: 2 -> 3"], agreed: "3", "3"),
    Case("2", "3", base: "1", policy: .newest, newer: .register, lines: ["push phone"], agreed: "3", "3"),
    Case("2", "3", base: "1", policy: .newest, newer: .erp, lines: ["change phone: 2 -> 3"], agreed: "3", "3"),
    Case("2", "3", base: "1", policy: .newest, lines: ["conflict phone: 2 | 3 (1)"], agreed: "1", "1"),
    // Two ways to write one telephone number are no conflict, whoever decides; a side that alone writes it anew tells the other.
    Case("070-1234567", "+46 70 123 45 67", base: "1", lines: [], agreed: "070-1234567", "+46 70 123 45 67"),
    Case("070-1234567", "0046701234567", base: nil, lines: [], agreed: "070-1234567", "0046701234567"),
    Case(
      "070-1234567", "070 123 45 67", base: "1", policy: .newest, newer: .erp, lines: [], agreed: "070-1234567",
      "070 123 45 67"),
    Case(
      "070-1234567", "070 123 45 67", base: "070-1234567", lines: ["change phone: 070-1234567 -> 070 123 45 67"],
      agreed: "070 123 45 67", "070 123 45 67"),
    Case(
      "070-1234567", "070 123 45 67", base: "070 123 45 67", lines: ["push phone"], agreed: "070 123 45 67",
      "070 123 45 67"),
    Case(
      "070-1234567", "070-1234567 Anna", base: "1", lines: ["conflict phone: 070-1234567 | 070-1234567 Anna (1)"],
      agreed: "1", "1"),
    Case(
      "22 12 34 56", "+47 22 12 34 56", base: "1", lines: ["conflict phone: 22 12 34 56 | +47 22 12 34 56 (1)"],
      agreed: "1", "1"),
    // An owner wins over the policy, and over a change that only the other side made.
    Case("2", "3", base: "1", policy: .erp, owner: .register, lines: ["push phone"], agreed: "3", "3"),
    Case("2", "3", base: "1", policy: .register, owner: .erp, lines: ["change phone: 2 -> 3"], agreed: "3", "3"),
    Case("1", "3", base: "1", owner: .register, lines: ["push phone"], agreed: "3", "3"),
    Case("1", nil, base: "1", owner: .register, lines: ["push phone"], agreed: nil, nil),
    Case("2", "1", base: "1", owner: .erp, lines: ["change phone: 2 -> 1"], agreed: "1", "1"),
    Case("2", nil, base: nil, owner: .erp, lines: ["change phone: 2 -> nil"], agreed: nil, nil),
  ]

  @Test(arguments: cases) func aFieldIsMergedByWhatChanged(_ it: Case) {
    let merge = B.merge(
      B.card(it.here.map { ["phone": $0] } ?? [:]), B.remote(["phone": it.there]),
      B.agreed(it.baseHere.map { ["phone": $0] } ?? [:], it.baseThere.map { ["phone": $0] } ?? [:]), it.policy,
      owners: it.owner.map { ["phone": $0] } ?? [:], newer: { _ in it.newer })
    #expect(B.lines(merge) == it.lines)
    let phone = B.path("phone")
    #expect([merge.agreed.register[phone], merge.agreed.erp[phone]] == it.agreed)
  }

  @Test func aFieldMissingFromTheRecordIsNotCleared() {
    let agreed = B.agreed(["phone": "1", "email": "a@example.se"])
    #expect(B.merge(B.card(["phone": "1", "email": "a@example.se"]), B.remote([:]), agreed).isSilent)
    let edited = B.merge(B.card(["phone": "2", "email": "a@example.se"]), B.remote([:]), agreed)
    #expect(B.lines(edited) == ["push phone"])
  }

  @Test func clearsThatSayNothingOrNo() {
    let here = ["type": "private", "active": "1", "costCenterRequired": "1"]
    let merge = B.merge(
      B.card(here), B.remote(["type": nil, "active": nil, "costCenterRequired": nil]), B.agreed(here))
    #expect(B.lines(merge) == ["change costCenterRequired: 1 -> 0"])
  }

  @Test func numberAndTimesAreNeverMerged() {
    let fields = Set(["number", "created", "updated"].map(B.path))
    let merge = B.merge(
      B.card(["number": "1", "updated": "2026-01-01T00:00:00Z"]), B.remote(["number": "2", "created": "x"]), nil, .erp,
      incoming: fields, outgoing: fields)
    #expect(merge.isSilent)
    #expect(merge.agreed == AgreedState())
  }

  @Test func aFieldThatCanOnlyBeReadIsNotPushed() {
    let merge = B.merge(
      B.card(["phone": "2"]), B.remote(["phone": "1"]), B.agreed(["phone": "1"]), incoming: [B.path("phone")],
      outgoing: [])
    #expect(merge.isSilent)
  }

  @Test func aFieldThatCanOnlyBeWrittenIsPushedWhenItChangesHere() {
    let fields: Set = [B.path("assigned")]
    let anna = B.card(["assigned": "anna\u{1F}"])
    let agreed = AgreedState(register: anna.values)
    #expect(B.merge(anna, B.remote(["assigned": "bo\u{1F}"]), agreed, incoming: [], outgoing: fields).isSilent)
    let merge = B.merge(B.card([:]), B.remote([:]), agreed, incoming: [], outgoing: fields)
    #expect(B.lines(merge) == ["push assigned"])
  }

  @Test func fieldsThatTheMappingDoesNotReadStay() {
    let merge = B.merge(
      B.card(["website": "example.se"]), B.remote(["website": "example.com", "mobile": "070"]), nil, .erp)
    #expect(merge.isSilent)
  }

  @Test func anOwnerThatNeverSaidAnythingDoesNotTakeAwayWhatEveryCardHas() {
    let merge = B.merge(
      B.card(["costCenterRequired": "1", "phone": "1"]), B.remote([:]), B.agreed([:]),
      owners: ["costCenterRequired": .erp, "phone": .erp])
    #expect(B.lines(merge) == ["change phone: 1 -> nil"])
  }

  // MARK: First meetings

  @Test func atAFirstMeetingEachSideFillsTheOther() {
    let merge = B.merge(
      B.card(["phone": "1", "comments": "x"]), B.remote(["email": "a@example.se", "phone": nil]), nil)
    #expect(B.lines(merge) == ["change email: nil -> a@example.se", "push comments", "push phone"])
  }

  @Test(arguments: [
    (MergePolicy.hold, ["conflict phone: 1 | 2 (nil)"]), (.register, ["push phone"]), (.erp, ["change phone: 1 -> 2"]),
  ])
  func atAFirstMeetingThePolicyDecidesOnWhatDiffers(_ policy: MergePolicy, _ lines: [String]) {
    #expect(B.lines(B.merge(B.card(["phone": "1"]), B.remote(["phone": "2"]), nil, policy)) == lines)
  }

  @Test func atAFirstMeetingNoOwnerEmptiesTheOtherSide() {
    let register = B.merge(B.card([:]), B.remote(["phone": "2"]), nil, owners: ["phone": .register])
    #expect(B.lines(register) == ["change phone: nil -> 2"])
    let erp = B.merge(B.card(["phone": "1"]), B.remote(["phone": nil]), nil, owners: ["phone": .erp])
    #expect(erp.isSilent)
    #expect(erp.agreed == B.agreed(["phone": "1"], [:]))
    // Nor later, when the accounting system has still nothing to say.
    #expect(B.merge(B.card(["phone": "1"]), B.remote(["phone": nil]), erp.agreed, owners: ["phone": .erp]).isSilent)
  }

  @Test(arguments: MergePolicy.allCases) func mistypedCustomersAreHeldUntilSomebodyDecides(_ policy: MergePolicy) {
    let card = B.card(["type": "private", "phone": "1"])
    let remote = B.remote(["type": "company", "phone": "1"])
    let first = B.merge(card, remote, nil, policy, newer: { _ in .erp })
    #expect(B.lines(first) == ["conflict type: private | company (nil)"])
    // The second sync meets them with what they agreed on in the first one.
    let second = B.merge(card, remote, first.agreed, policy, newer: { _ in .erp })
    #expect(B.lines(second) == ["conflict type: private | company (nil)"])
    var decided = second.agreed
    decided.overrule(B.path("type"), erp: "company")
    #expect(B.lines(B.merge(card, remote, decided, policy)) == ["push type"])
    #expect(B.lines(B.merge(card, remote, nil, policy, owners: ["type": .erp])) == ["change type: private -> company"])
  }

  // MARK: Identity numbers

  @Test func aCenturyAloneIsNoChange() {
    let here = ["type": "private", "identityNumber": "19120101-1234"]
    let remote = B.remote(["type": "private", "identityNumber": "20120101-1234"])
    #expect(B.merge(B.card(here), remote, nil).isSilent)
    #expect(B.merge(B.card(here), remote, B.agreed(here)).isSilent)
    #expect(B.merge(B.card(here), B.remote(["identityNumber": "120101-1234"]), B.agreed(here)).isSilent)
    let other = B.merge(B.card(here), B.remote(["identityNumber": "20120102-1234"]), B.agreed(here))
    #expect(B.lines(other) == ["change identityNumber: 19120101-1234 -> 20120102-1234"])
  }

  // MARK: Decisions

  @Test func aHeldConflictIsGoneWhenOneSideTakesTheOthersValue() {
    let agreed = B.agreed(["phone": "1"])
    for value in ["2", "3"] {
      let merge = B.merge(B.card(["phone": value]), B.remote(["phone": value]), agreed)
      #expect(merge.isSilent)
      #expect(merge.agreed == B.agreed(["phone": value]))
    }
  }

  @Test func whatTheRegisterDecidedIsPushedEvenWhenItWentBackToWhatWasAgreed() {
    var agreed = B.merge(B.card(["phone": "2"]), B.remote(["phone": "3"]), B.agreed(["phone": "1"]), .register).agreed
    #expect(B.lines(B.merge(B.card(["phone": "1"]), B.remote(["phone": "3"]), agreed)) == ["push phone"])
    agreed.overrule(B.path("phone"), erp: "4")
    #expect(B.lines(B.merge(B.card(["phone": "1"]), B.remote(["phone": "4"]), agreed)) == ["push phone"])
  }

  // MARK: What the register cannot keep

  private func unkept(
    _ here: String?, base: (String?, String?), _ policy: MergePolicy = .hold, owner: MergeSide? = nil
  ) -> [String] {
    let card = MergeBench.card(here.map { ["identityNumber": $0] } ?? [:])
    let agreed = MergeBench.agreed(
      base.0.map { ["identityNumber": $0] } ?? [:], base.1.map { ["identityNumber": $0] } ?? [:])
    let merge = MergeBench.merge(
      card, MergeBench.remote([:]), agreed, policy, owners: owner.map { ["identityNumber": $0] } ?? [:],
      unkept: ["identityNumber": "556677-0000"])
    return MergeBench.lines(merge)
  }

  @Test(arguments: MergePolicy.allCases, [nil, MergeSide.register, .erp])
  func whatTheRegisterCannotKeepIsNeitherTakenNorWrittenOver(_ policy: MergePolicy, owner: MergeSide?) {
    #expect(unkept(nil, base: (nil, nil), policy, owner: owner) == [])
    #expect(unkept(nil, base: ("559999-0001", "559999-0001"), policy, owner: owner) == [])
    let held = ["conflict identityNumber: 559999-0001 | 556677-0000 (nil)"]
    #expect(unkept("559999-0001", base: (nil, nil), policy, owner: owner) == held)
  }

  @Test func aPersonsDecisionForTheRegisterIsPushedOverWhatTheRegisterCannotKeep() {
    #expect(unkept("559999-0001", base: ("556677-0000", "556677-0000")) == ["push identityNumber"])
    #expect(unkept(nil, base: ("556677-0000", "556677-0000")) == [])
  }
}
