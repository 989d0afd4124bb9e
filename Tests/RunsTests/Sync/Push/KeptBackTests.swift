import ConfigurationFile
import CustomerModel
import Documents
import ERPSandbox
import RegisterStore
import Testing
import Texts

@testable import Runs
@testable import Validation

/// What keeps some customers back keeps nobody else back.
struct KeptBackTests {
  private static let termsRenamed = """
    {"visma": {"termsOfPayment": [{"Id": "3f1a0b52-6c1d-4e0f-9a77-000000000030", "Name": "30 dagar netto"}]}}
    """

  /// How many were created, updated, failed and wait.
  private func pushed(_ outcome: SyncOutcome) -> [Int] {
    [outcome.pushed.created, outcome.pushed.updated, outcome.pushed.failed, outcome.pushed.queued]
  }

  private func lastFailure(_ rehearsal: Rehearsal) throws -> String? {
    try rehearsal.register.read { try $0.syncState(rehearsal.system.name).lastFailure?.english }
  }

  @Test func termsOfPaymentThatAreNotThereKeepNewCustomersBackOnly() async throws {
    try await Rehearsal.run(.visma, seed: Self.termsRenamed) { rehearsal in
      for number in 1001...1002 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.sync()
      for number in 1001...1002 { try rehearsal.editHere(String(number), ["comments": "Viktigt"]) }
      for number in 1003...1006 { try rehearsal.addHere(String(number), ["name": "Ny \(number) AB"]) }
      try await rehearsal.advance(86_400)

      let dry = try await rehearsal.sync { $0.isDryRun = true }
      #expect(dry.interruption == nil)
      #expect(dry.requestsToSend.map(\.method) == ["PUT", "PUT"])
      #expect(dry.codes == ["push.termsOfPayment"])

      var outcome = try await rehearsal.sync()
      #expect(outcome.interruption == nil && outcome.needsAttention)
      #expect(pushed(outcome) == [0, 2, 4, 0])
      #expect(outcome.codes == ["push.termsOfPayment"])
      let message = try #require(outcome.findings.first?.message)
      #expect(message.contains("“30 dagar netto”") && message.contains("4 new customers wait"), "\(message)")
      #expect(try lastFailure(rehearsal)?.contains("defaults.TermsOfPayment") == true)
      for number in 1001...1002 { #expect(try await rehearsal.there(String(number), "comments") == "Viktigt") }

      // The next night asks for the list of terms, and nothing of each customer.
      try await rehearsal.advance(86_400)
      let sent = try await rehearsal.requests { outcome = try await rehearsal.sync() }
      #expect(sent.filter { $0.path == "/termsofpayments" }.count == 1)
      #expect(sent.count { $0.path == "/customers" } == 1, "\(sent)")
      #expect(outcome.pushed.failed == 4)

      rehearsal.system.defaults["TermsOfPayment"] = "30 dagar netto"
      let mended = try await rehearsal.nextNight()
      #expect(mended.pushed.created == 4 && !mended.needsAttention, "\(mended.findings)")
      #expect(try lastFailure(rehearsal) == nil)
      try await rehearsal.expectQuiet()
    }
  }

  @Test func aListOfTermsThatCannotBeReachedEndsTheRun() async throws {
    try await Rehearsal.run(.visma) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try await rehearsal.fault("status500", method: "GET", path: "/termsofpayments", count: 3)
      let outcome = try await rehearsal.sync()
      #expect(outcome.interruption?.status == .unavailable)
      #expect(try await rehearsal.nextNight().pushed.created == 1)
    }
  }

  @Test func whatACustomerLacksIsToldWithoutAQuestion() async throws {
    try await Rehearsal.run(.visma) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try rehearsal.editHere("1001", ["invoiceAddress.city": nil])
      var outcome = try await rehearsal.sync()
      #expect(outcome.codes == ["push.missing"])
      try await rehearsal.advance(86_400)
      let sent = try await rehearsal.requests { outcome = try await rehearsal.sync() }
      #expect(outcome.codes == ["push.missing"])
      #expect(sent.filter { !["/customers", "/termsofpayments"].contains($0.path) || $0.isWriting } == [])
      #expect(sent.count { $0.path == "/customers" } == 1, "\(sent)")
      try rehearsal.editHere("1001", ["invoiceAddress.city": "Lund"])
      #expect(try await rehearsal.nextNight().pushed.created == 1)
    }
  }

  /// The code has two meanings: of one customer, and of a company that does not let the API in.
  @Test(arguments: [403, 400]) func aCustomerThatMayNotBeChangedKeepsNobodyElseBack(status: Int) async throws {
    let seed = #"{"visma": {"lockedCustomers": ["1001"], "lockedStatus": \#(status)}}"#
    try await Rehearsal.run(.visma, seed: seed) { rehearsal in
      for number in 1001...1003 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.sync()
      for number in 1001...1003 { try rehearsal.editHere(String(number), ["comments": "Viktigt"]) }
      let outcome = try await rehearsal.nextNight()
      #expect(outcome.interruption == nil)
      #expect(pushed(outcome) == [0, 2, 1, 0])
      #expect(outcome.findings.map(\.code) == ["push.4002"])
      #expect(outcome.findings.map(\.number) == ["1001"])
    }
  }

  @Test func aCompanyThatDoesNotLetTheAPIInEndsTheRun() async throws {
    try await Rehearsal.run(.visma, seed: #"{"visma": {"apiModule": false}}"#) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      let outcome = try await rehearsal.sync()
      #expect(outcome.interruption?.code == "visma.module")
    }
  }

  /// A system of which every customer is left out of the sync is not an empty one.
  @Test(arguments: Side.allCases) func aFirstSyncWaitsThoughEveryRecordIsLeftOut(_ side: Side) async throws {
    try await Rehearsal.run(
      side, system: { $0.leaveOut = [FieldCondition(FieldPath(.type), "private")] }
    ) { rehearsal in
      for number in 2001...2002 {
        try await rehearsal.addThere(String(number), ["name": "Anna \(number)", "type": "private"])
      }
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      for _ in 0..<2 {
        let outcome = try await rehearsal.sync { $0.confirmsMatches = false }
        #expect(pushed(outcome) == [0, 0, 0, 1])
        try await rehearsal.advance(86_400)
      }
      try await rehearsal.sync { $0.isDryRun = true }
      let outcome = try await rehearsal.sync { $0.confirmsMatches = false }
      #expect(outcome.pushed.created == 1)
      #expect(try rehearsal.numbersHere == ["1001"])
    }
  }

  /// What the system got as a default is none of the customer's values here, and no warning of them.
  @Test func aDefaultThatTheRegisterDidNotTakeIsNotToldAsKept() async throws {
    try await Rehearsal.run(
      .visma, system: { $0.defaults["InvoicePostalCode"] = "000 00" }
    ) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try rehearsal.editHere("1001", ["invoiceAddress.postalCode": nil])
      try await rehearsal.sync()
      #expect(try await rehearsal.there("1001", "invoiceAddress.postalCode") == "000 00")
      try await rehearsal.editThere("1001", ["phone": "08-465 004 00"])
      let outcome = try await rehearsal.nextNight()
      #expect(outcome.pulled.updated == 1)
      #expect(outcome.codes == [], "\(outcome.findings)")
      #expect(try rehearsal.here("1001", "invoiceAddress.postalCode") == nil)
      // What somebody types there is told as ever.
      try await rehearsal.editThere("1001", ["invoiceAddress.postalCode": "12"])
      let typed = try await rehearsal.nextNight()
      #expect(
        typed.findings.contains { $0.number == "1001" && $0.message.contains(RuleTexts.kept.english) },
        "\(typed.findings)")
      #expect(try rehearsal.here("1001", "invoiceAddress.postalCode") == "12")
    }
  }

  /// Where a run lists nothing, a customer that is there already need not have what Visma asks of a new one: it is paired.
  @Test func aPushAlonePairsWhoIsThereThoughItLacksWhatANewCustomerNeeds() async throws {
    try await Rehearsal.run(.visma, system: { $0.defaults = ["TermsOfPayment": "30 dagar"] }) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try rehearsal.addHere("1002", ["name": "Tvåan AB"])
      for number in ["1001", "1002"] { try rehearsal.editHere(number, ["invoiceAddress.city": nil]) }
      try await rehearsal.addThere("1001", ["name": "Ettan AB"])
      let first = try await rehearsal.sync { $0.direction = .push }
      // Who is nowhere there lacks it still.
      #expect(first.findings.map(\.code) == ["push.missing"])
      #expect(first.findings.map(\.number) == ["1002"])
      #expect(pushed(first) == [0, 0, 1, 1])
      try await rehearsal.advance(86_400)
      let second = try await rehearsal.sync { $0.direction = .push }
      #expect(second.findings.map(\.number) == ["1002"], "\(second.findings)")
      let system = rehearsal.system.name
      #expect(try rehearsal.register.read { try $0.linkCount(system) } == 1)
      #expect(try rehearsal.here("1001", "invoiceAddress.city") == "Storstad")
    }
  }

  /// Terms of payment are no field of the register: nobody is told to fill them in.
  @Test func whatCannotBeFilledInHereIsNotAskedOfTheCustomer() async throws {
    try await Rehearsal.run(.visma, system: { $0.defaults = [:] }) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try rehearsal.addHere("1002", ["name": "Tvåan AB"])
      try rehearsal.editHere("1002", ["invoiceAddress.city": nil])
      let outcome = try await rehearsal.sync()
      #expect(outcome.codes == ["push.missing", "push.termsOfPayment"])
      // Told once, of both; what one of them lacks besides is its own.
      let terms = outcome.findings.first { $0.code == "push.termsOfPayment" }
      #expect(terms?.message.hasSuffix(SyncTexts.newCustomersWait(2).english) == true)
      let own = try #require(outcome.findings.first { $0.code == "push.missing" })
      #expect(own.number == "1002")
      #expect(
        own.message == "Customer 1002: Visma requires InvoiceCity, which the customer lacks: fill it in, or give it in "
          + "erps.\(rehearsal.system.name).defaults.")
      #expect(pushed(outcome) == [0, 0, 2, 0])
    }
  }

  /// What the company does not have is no customer's fault: told once with how many wait, and asked of few.
  @Test func aDefaultThatFortnoxRefusesIsTheConfigurationsFault() async throws {
    try await Rehearsal.run(.fortnox, system: { $0.defaults = ["TermsOfPayment": "31"] }) { rehearsal in
      for number in 1001...1020 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.addThere("2001", ["name": "Där AB"])
      var outcome = try await rehearsal.sync()
      for _ in 1...2 {
        #expect(outcome.codes == ["push.default"])
        let finding = try #require(outcome.findings.first)
        #expect(finding.message.contains("“31”") && finding.message.contains("(code 2000429)"), "\(finding)")
        #expect(finding.message.hasSuffix(SyncTexts.newCustomersWait(20).english), "\(finding)")
        #expect(finding.number == "")
        #expect(outcome.pushed.failed == 20)
        #expect(outcome.interruption == nil)
        // Nothing rests, since the configuration may be mended at any time; and one answer is enough.
        let sent = try await rehearsal.requests { outcome = try await rehearsal.sync() }
        #expect((1...4).contains(sent.count(where: \.isWriting)), "\(sent)")
      }
      #expect(try lastFailure(rehearsal)?.contains("defaults.TermsOfPayment") == true)
      let refused = { try rehearsal.register.read { try $0.syncState(rehearsal.system.name).refusedDefaults } }
      #expect(try refused().map(\.value) == ["31"])
      rehearsal.system.defaults = ["TermsOfPayment": "30"]
      let mended = try await rehearsal.sync()
      #expect(mended.pushed.created == 20 && !mended.needsAttention, "\(mended.findings)")
      #expect(try lastFailure(rehearsal) == nil)
      #expect(try refused() == [])
    }
  }

  /// Whether a type of VAT is taken may depend on the customer: each is sent.
  @Test func aVATTypeOfTheConfigurationThatIsRefusedIsToldOnce() async throws {
    try await Rehearsal.run(
      .fortnox, seed: #"{"fortnox": {"refusedVATTypes": ["EUVAT"]}}"#, system: { $0.defaults = ["VATType": "EUVAT"] }
    ) { rehearsal in
      for number in 1001...1003 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      let outcome = try await rehearsal.sync()
      #expect(outcome.codes == ["push.default"])
      let said = try #require(outcome.findings.first?.message)
      #expect(said.contains("“EUVAT”") && said.hasSuffix(SyncTexts.newCustomersWait(3).english), "\(said)")
      rehearsal.system.defaults = [:]
      #expect(try await rehearsal.sync().pushed.created == 3)
    }
  }

  /// What the customer itself has is its own fault, also where the configuration has something of that name.
  @Test func aValueOfTheCustomersOwnThatIsRefusedIsNotTheConfigurations() async throws {
    try await Rehearsal.run(.fortnox, system: { $0.defaults = ["CostCenter": "NORD"] }) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB", "costCenter": "VÄST"])
      #expect(try await rehearsal.sync().codes == ["push.2000430"])
    }
  }

}
