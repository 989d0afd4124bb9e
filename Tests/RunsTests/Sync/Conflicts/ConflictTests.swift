import Texts
import ConfigurationFile
import CustomerModel
import Differ
import RegisterStore
import Runs
import Testing

/// A field that both sides changed, differently.
struct ConflictTests {
  /// A customer whose phone both sides changed, and whose mail address and comment one side each.
  private func conflict(
    _ side: Side, system configure: (inout AccountingSystem) -> Void = { _ in },
    _ body: (Rehearsal) async throws -> Void
  ) async throws {
    try await Rehearsal.run(side, system: configure) { rehearsal in
      try await prepare(rehearsal)
      try await body(rehearsal)
    }
  }

  private func prepare(_ rehearsal: Rehearsal) async throws {
    try rehearsal.addHere("1001", ["name": "Ettan AB", "phone": "08-1", "email": "ett@example.se"])
    try await rehearsal.sync()
    try await rehearsal.advance(3600)
    try rehearsal.editHere("1001", ["phone": "08-2", "email": "ny@example.se"])
    try await rehearsal.advance(60)
    try await rehearsal.editThere("1001", ["phone": "08-3", "comments": "Där"])
    try await rehearsal.sync()
    #expect(try rehearsal.here("1001", "comments") == "Där")
    #expect(try await rehearsal.there("1001", "email") == "ny@example.se")
  }

  @Test(arguments: Side.allCases)
  func isHeldWhileTheOtherFieldsFlow(_ side: Side) async throws {
    try await conflict(side) { rehearsal in
      for _ in 1...3 {
        #expect(try rehearsal.here("1001", "phone") == "08-2")
        #expect(try await rehearsal.there("1001", "phone") == "08-3")
        let listed = try rehearsal.register.read { try $0.conflicts(system: nil, customer: nil) }
        #expect(listed.map { "\($0.number) \($0.conflict.path)" } == ["1001 phone"])
        #expect(listed.map { "\($0.conflict.register ?? "-") \($0.conflict.erp ?? "-")" } == ["08-2 08-3"])
        let outcome = try await rehearsal.nextNight()
        #expect(outcome.conflicts == 1)
        #expect(outcome.needsAttention)
      }
      try await rehearsal.expectQuiet("a held conflict sends nothing")
      try rehearsal.editHere("1001", ["mobile": "070-1"])
      try await rehearsal.nextNight()
      #expect(try await rehearsal.there("1001", "mobile") == "070-1")
      #expect(try await rehearsal.there("1001", "phone") == "08-3")
    }
  }

  @Test(arguments: Side.allCases)
  func isListedToWhomMaySeeTheCustomer(_ side: Side) async throws {
    try await conflict(side) { rehearsal in
      let configuration = Configuration()
      func list(_ actor: ActingUser, with erp: String? = nil, showsIdentity: Bool = false) throws -> [String] {
        try rehearsal.register.read { register in
          try ConflictList(
            with: erp, showsIdentity: showsIdentity, configuration: configuration, in: register, as: actor
          ).items.map {
            "\($0.system) \($0.number) \($0.field) \($0.register?.english ?? "-") \($0.erp?.english ?? "-")"
          }
        }
      }
      let all = ["\(rehearsal.system.name) 1001 phone 08-2 08-3"]
      #expect(try list(Rehearsal.actor) == all)
      #expect(try list(Rehearsal.actor, with: rehearsal.system.name) == all)
      #expect(code { _ = try list(Rehearsal.actor, with: "finns-inte") } == "erp.unknown")
      try rehearsal.register.write { register in
        try register.register(user: "eva", permissions: [.viewAssigned])
        try register.register(user: "olle", permissions: [.edit])
      }
      let eva = try ActingUser(named: "eva", in: rehearsal.register)
      #expect(try list(eva) == [])
      #expect(code { _ = try list(eva, showsIdentity: true) } == "user.notPermitted")
      let olle = try ActingUser(named: "olle", in: rehearsal.register)
      #expect(code { _ = try list(olle) } == "user.notPermitted")
    }
  }

  @Test(
    arguments: Side.allCases,
    [(ConflictResolution.Decision.register, "08-2"), (.erp, "08-3"), (.value("08-4"), "08-4")])
  func isResolvedByAPerson(_ side: Side, _ decision: (ConflictResolution.Decision, String)) async throws {
    try await conflict(side) { rehearsal in
      try rehearsal.resolve("1001", "phone", decision.0)
      let outcome = try await rehearsal.nextNight()
      #expect(outcome.conflicts == 0)
      #expect(try rehearsal.here("1001", "phone") == decision.1)
      try await rehearsal.expectAgreement(numbers: ["1001"])
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: Side.allCases)
  func goesAwayWhenTheSidesComeToAgreeByThemselves(_ side: Side) async throws {
    try await conflict(side) { rehearsal in
      try rehearsal.editHere("1001", ["phone": "08-3"])
      #expect(try await rehearsal.nextNight().conflicts == 0)
      try await rehearsal.expectAgreement()
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: Side.allCases, [(MergePolicy.register, "08-2"), (.erp, "08-3")])
  func isDecidedByThePolicy(_ side: Side, _ policy: (MergePolicy, String)) async throws {
    try await conflict(side, system: { $0.conflicts = policy.0 }) { rehearsal in
      #expect(try rehearsal.here("1001", "phone") == policy.1)
      try await rehearsal.expectAgreement(numbers: ["1001"])
      try await rehearsal.expectQuiet()
    }
  }

  /// Fortnox does not tell when a record changed.
  @Test(arguments: Side.allCases)
  func theNewestWinsWhereThatIsKnown(_ side: Side) async throws {
    try await conflict(side, system: { $0.conflicts = .newest }) { rehearsal in
      let held = try rehearsal.register.read { try $0.conflicts(system: nil, customer: nil) }
      #expect(held.count == (side == .fortnox ? 1 : 0))
      #expect(try rehearsal.here("1001", "phone") == (side == .fortnox ? "08-2" : "08-3"))
    }
  }

  @Test(
    arguments: Side.allCases,
    [(MergeSide.register, "08-2", "08-9"), (.erp, "08-3", "08-3")])
  func theOwnerOfAFieldDecidesOverThePolicy(
    _ side: Side, _ owner: (MergeSide, String, String)
  ) async throws {
    try await conflict(side, system: { $0.fieldOwners = [path("phone"): owner.0] }) { rehearsal in
      #expect(try rehearsal.here("1001", "phone") == owner.1)
      try await rehearsal.expectAgreement()
      try rehearsal.editHere("1001", ["phone": "08-9"])
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("1001", "phone") == owner.2)
      try await rehearsal.expectAgreement()
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: Side.allCases)
  func whatIsDecidedWhileARequestIsOnItsWayStands(_ side: Side) async throws {
    let steps = try await Rehearsal.atEachStep(of: side) { rehearsal, step in
      try await prepare(rehearsal)
      try rehearsal.editHere("1001", ["comments": "Här"])
      try await rehearsal.advance(3600)
      let service = SteppingService(rehearsal.service(), at: step) {
        try rehearsal.resolve("1001", "phone", .register)
        return false
      }
      try await rehearsal.sync(service: service)
      guard service.isReached else { return false }
      try await rehearsal.nextNight()
      try await rehearsal.nextNight()
      #expect(try await rehearsal.there("1001", "phone") == "08-2", "decided at \(step)")
      #expect(try await rehearsal.there("1001", "comments") == "Här", "decided at \(step)")
      try await rehearsal.expectQuiet("decided at \(step)")
      return true
    }
    #expect(steps > 5)
  }

  /// What a later run of the same night tells of a field is what is so now: it is told once.
  @Test func aConflictWhoseValuesChangeBeforeTheNightEndsIsToldOnce() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      for number in ["1001", "1002"] {
        try rehearsal.addHere(number, ["name": "Kund \(number) AB", "phone": "08-465 004 01"])
        try await rehearsal.addThere(number, ["name": "Kund \(number) AB", "phone": "08-465 004 02"])
      }
      var night = try await rehearsal.sync()
      #expect(night.codes == ["sync.conflict", "sync.conflict"])
      try rehearsal.editHere("1001", ["phone": "08-465 004 03"])
      let id = try #require(try rehearsal.register.read { try $0.key(ofNumber: "1001") }).id
      let later = try await rehearsal.sync {
        $0.direction = .push
        $0.only = [id]
      }
      #expect(later.codes == ["sync.conflict"])
      night.add(later)
      let told = night.findings.filter { $0.code == "sync.conflict" }
      #expect(told.map(\.number).sorted() == ["1001", "1002"])
      #expect(told.first { $0.number == "1001" }?.message.contains("08-465 004 03") == true)
      #expect(night.conflicts == 2)
      // Another field of the same customer is another conflict.
      try rehearsal.editHere("1001", ["comments": "Här"])
      try await rehearsal.editThere("1001", ["comments": "Där"])
      night.add(try await rehearsal.nextNight())
      #expect(night.findings.filter { $0.code == "sync.conflict" && $0.number == "1001" }.count == 2)
    }
  }

}
