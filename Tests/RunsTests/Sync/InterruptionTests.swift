import AccountingSystems
import ConfigurationFile
import CustomerModel
import Differ
import ERPSandbox
import HTTP
import Runs
import Testing

/// What ends a run, and what is not tried again and again.
struct InterruptionTests {
  @Test(arguments: Side.allCases)
  func aDeadLoginEndsTheRunWithStatus69(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try rehearsal.writeCredentials(refreshToken: "revoked")
      let outcome = try await rehearsal.sync()
      #expect(outcome.interruption?.status == .unavailable)
      #expect(outcome.interruption?.remedies == [.logIn(system: rehearsal.system.name)])
      try rehearsal.writeCredentials(refreshToken: "sandbox-refresh")
      try await rehearsal.sync()
      try await rehearsal.expectAgreement(numbers: ["1001"])
    }
  }

  @Test(arguments: Side.allCases)
  func aTokenThatExpiresIsRenewedAndTheRunGoesOn(_ side: Side) async throws {
    try await Rehearsal.run(side, sandbox: { $0.tokenLifetime = 3600 }) { rehearsal in
      for number in 1001...1005 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      for _ in 1...3 {
        let outcome = try await rehearsal.nextNight()
        #expect(outcome.interruption == nil)
      }
      try await rehearsal.fault("unauthorized", skip: 2)
      try rehearsal.editHere("1001", ["phone": "08-2"])
      let outcome = try await rehearsal.nextNight { $0.isFull = true }
      #expect(outcome.interruption == nil)
      try await rehearsal.expectAgreement()
    }
  }

  @Test func aMissingModuleEndsTheRunWithStatus78() async throws {
    try await Rehearsal.run(.visma, seed: #"{"visma": {"apiModule": false}}"#) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      let outcome = try await rehearsal.sync()
      #expect(outcome.interruption?.status == .configuration)
      #expect(outcome.run == nil)
    }
  }

  /// A login whose consent does not cover customers.
  @Test func aMissingScopeEndsTheRunWithStatus78() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try rehearsal.writeCredentials(refreshToken: try await rehearsal.consent(to: "companyinformation"))
      let outcome = try await rehearsal.sync()
      #expect(outcome.interruption?.status == .configuration)
      #expect(outcome.interruption?.message.contains("customer") == true)
    }
  }

  @Test(arguments: Side.allCases)
  func aSystemThatIsDownEndsTheRunAndTheNextGoesOn(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      for number in 1001...1006 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.sync { $0.direction = .pull }
      try await rehearsal.fault("status500", skip: 6, count: 1000)
      let outcome = try await rehearsal.sync()
      #expect(outcome.interruption?.status == .unavailable)
      try await rehearsal.clearFaults()
      try await rehearsal.nextNight()
      try await rehearsal.expectAgreement(numbers: (1001...1006).map(String.init))
    }
  }

  /// A quarter of an hour, doubled each time; a changed customer is tried at once.
  @Test func whatWasRefusedRestsUnlessTheCustomerChanges() async throws {
    let seed = #"{"fortnox": {"deletedNumbers": ["1001"]}}"#
    try await Rehearsal.run(.fortnox, seed: seed) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      func posts(after seconds: Int) async throws -> Int {
        try await rehearsal.advance(seconds)
        var outcome: SyncOutcome?
        let sent = try await rehearsal.requests { outcome = try await rehearsal.sync() }
        #expect(outcome?.codes == ["push.numberTaken"])
        #expect(outcome?.needsAttention == true)
        return sent.filter { $0.method == "POST" }.count
      }
      #expect(try await posts(after: 0) == 1)
      #expect(try await posts(after: 600) == 0)
      #expect(try await posts(after: 600) == 1)
      #expect(try await posts(after: 1200) == 0)
      #expect(try await posts(after: 1200) == 1)
      try await rehearsal.advance(60)
      try rehearsal.editHere("1001", ["phone": "08-2"])
      #expect(try await posts(after: 60) == 1)
    }
  }

  @Test(arguments: Side.allCases)
  func aRunThatIsAskedToStopIsTakenUpByTheNext(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      for number in 1001...1004 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      for number in 2001...2004 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      let cancellation = Cancellation()
      cancellation.cancel()
      let outcome = try await rehearsal.sync(service: rehearsal.service(cancellation: cancellation))
      #expect(outcome.interruption?.code == "sync.cancelled")
      try await rehearsal.sync()
      try await rehearsal.expectAgreement(numbers: (1001...1004).map(String.init) + (2001...2004).map(String.init))
    }
  }
}
