import AccountingSystems
import ConfigurationFile
import ERPSandbox
import HTTP
import Runs
import Testing

/// Faults of the network and the system while something is written.
struct PushFaultTests {
  enum Deed: String, CaseIterable { case create, update }

  private static let faults = [
    "dropBefore", "dropAfter", "status500", "status500After", "truncate", "unauthorized", "status429", "slow",
  ]

  /// Seconds after which a request is given up by the sync that meets a slow one. Syncs before and after are as patient as
  /// ever: on a busy machine any request may take that long, and a renewal of the tokens that is given up loses them.
  private static let patience = 15

  /// The sync that meets the fault.
  private func sync(_ rehearsal: Rehearsal, meeting fault: String) async throws {
    let impatient = HTTPClient.Timeouts(connect: 10, stall: 30, whole: Double(Self.patience))
    let service = fault == "slow" ? rehearsal.service(sender: HTTPClient(timeouts: impatient)) : nil
    try await rehearsal.sync(service: service)
  }

  @Test(arguments: Side.allCases, faults.flatMap { fault in Deed.allCases.map { (fault, $0) } })
  func afterAFaultBothSidesAgreeAndNobodyIsDoubled(_ side: Side, _ fault: (kind: String, deed: Deed)) async throws {
    try await Rehearsal.run(side) { rehearsal in
      // So that the impatient sync has its tokens.
      if fault.kind == "slow" { try await rehearsal.sync() }
      for number in 1001...1003 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      if fault.deed == .update { try await rehearsal.sync() }
      try await rehearsal.advance(3600)
      for number in ["1001", "1002", "1003"] { try rehearsal.editHere(number, ["phone": "08-\(number)"]) }
      try await rehearsal.addThere("2001", ["name": "Där AB"])
      try await rehearsal.fault(
        fault.kind, method: fault.deed == .create ? "POST" : "PUT",
        seconds: fault.kind == "slow" ? 2 * Self.patience : 1)
      try await sync(rehearsal, meeting: fault.kind)
      try await rehearsal.nextNight()
      try await rehearsal.expectAgreement(numbers: ["1001", "1002", "1003", "2001"])
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: Side.allCases, faults)
  func aFaultWhileReadingLosesNothing(_ side: Side, fault: String) async throws {
    try await Rehearsal.run(side) { rehearsal in
      if fault == "slow" { try await rehearsal.sync() }
      for number in 2001...2003 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      // More often than a request is tried.
      try await rehearsal.fault(
        fault, method: "GET", skip: 1, count: fault == "slow" ? 1 : 3, seconds: fault == "slow" ? 2 * Self.patience : 1)
      try await sync(rehearsal, meeting: fault)
      let waiting = try await rehearsal.control("GET", "/state")["faults"]?.elements?.count
      #expect(waiting == 0 || fault != "slow", "the fault was met")
      try await rehearsal.clearFaults()
      try await rehearsal.nextNight()
      try await rehearsal.nextNight()
      try await rehearsal.expectAgreement(numbers: ["1001", "2001", "2002", "2003"])
      try await rehearsal.expectQuiet()
    }
  }

  /// A fault that passes is no refusal: the next run sends again, however soon it comes.
  @Test(arguments: Side.allCases)
  func whatAPassingFaultKeptBackIsSentByTheNextRunAtOnce(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try await rehearsal.fault("status500", method: "POST", count: 20)
      let first = try await rehearsal.sync()
      #expect(first.codes.contains("push.answerLost"), "\(first.findings)")
      try await rehearsal.clearFaults()
      let second = try await rehearsal.sync()
      #expect(second.pushed.created == 1, "\(second.findings)")
      try await rehearsal.expectAgreement(numbers: ["1001"])
    }
  }

  /// What was done before the answer was lost is not done again.
  @Test(arguments: Side.allCases, ["dropAfter", "status500After", "truncate"])
  func aLostAnswerIsReadBackInTheSameRun(_ side: Side, fault: String) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try await rehearsal.fault(fault, method: "POST")
      let outcome = try await rehearsal.sync()
      #expect(outcome.pushed.created == 1)
      #expect(!outcome.needsAttention, "\(outcome.findings)")
      try rehearsal.editHere("1001", ["phone": "08-2"])
      try await rehearsal.fault(fault, method: "PUT")
      let second = try await rehearsal.nextNight()
      #expect(second.pushed.updated == 1)
      let written = try await rehearsal.requests().filter(\.isWriting)
      #expect(written.map(\.method) == ["POST", "PUT"])
      try await rehearsal.expectAgreement(numbers: ["1001"])
      try await rehearsal.expectQuiet()
    }
  }
}
