import ConfigurationFile
import CustomerModel
import Differ
import Documents
import ERPSandbox
import RegisterStore
@testable import Runs
import Testing
import Texts

/// A dry run writes nothing on either side, and shows each request as the real run sends it.
struct SyncDryRunTests {
  @Test(arguments: Side.allCases)
  func showsExactlyTheRequestsThatTheRealRunSends(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB", "phone": "08-111 11 11"])
      try rehearsal.addHere("1002", ["name": "Tvåan AB", "comments": "Ring före"])
      try await rehearsal.addThere("3001", ["name": "Trean AB"])
      try await rehearsal.sync()
      try await rehearsal.advance(3600)
      try rehearsal.editHere("1001", ["phone": "08-222 22 22", "invoiceAddress.line2": "Uppgång B"])
      try rehearsal.editHere("1002", ["comments": nil, "active": "0"])
      try rehearsal.addHere("1004", ["name": "Fyran AB", "type": "private", "identityNumber": TestIdentity.person(1)])
      try await rehearsal.editThere("3001", ["email": "trean@example.se"])

      let here = try dump(rehearsal)
      let there = try await rehearsal.stateThere()
      let rehearsed = try await rehearsal.sync { $0.isDryRun = true }
      #expect(try dump(rehearsal) == here)
      #expect(try await rehearsal.stateThere() == there)
      #expect(rehearsed.run == nil)
      #expect(rehearsed.changes.map(\.number) == ["3001"])

      var real: SyncOutcome?
      let sent = try await rehearsal.requests { real = try await rehearsal.sync() }
      let shown = try rehearsed.requestsToSend.map {
        "\($0.method) \($0.path) \(try canonical($0.body.bytes()))"
      }
      let written = try sent.filter(\.isWriting).map {
        "\($0.method) \($0.path) \(try canonical(Array(($0.body ?? "").utf8)))"
      }
      #expect(shown.sorted() == written.sorted())
      #expect(shown.count == 3)
      #expect(real?.pushed == rehearsed.pushed)
      #expect(real?.pulled == rehearsed.pulled)
      try await rehearsal.expectAgreement(numbers: ["1001", "1002", "1004", "3001"])
    }
  }

  /// All that a sync may write here. That the matches were shown is what a dry run notes.
  private struct Dump: Equatable {
    var state: RegisterState
    var progress: SyncState
    var links: [CustomerLink?]
    var runs: [RunRecord]
    var journal: [PushEntry]
    var waiting: [Int]
    var questions: [MatchQuestion]
  }

  private func dump(_ rehearsal: Rehearsal) throws -> Dump {
    try rehearsal.register.read { reader in
      let system = rehearsal.system.name
      var progress = try reader.syncState(system)
      progress.matchesShownAt = nil
      return Dump(
        state: try RegisterState(reader), progress: progress,
        links: try reader.remoteIDs(system).sorted().map { try reader.link(system, remoteID: $0) },
        runs: try reader.runs(), journal: try reader.pendingPushes(system) + reader.failedPushes(system),
        waiting: [
          try reader.inboxCount(system, state: nil), try reader.conflicts(system: system, customer: nil).count,
        ],
        questions: try reader.matchQuestions(system))
    }
  }

  private func canonical(_ body: [UInt8]) throws -> String {
    String(decoding: JSONWriter.write(try JSONReader.read(body)), as: UTF8.self)
  }

  /// A dry run leaves nothing to be decided and no run to be undone: what it advises must be possible then.
  @Test(arguments: Side.allCases) func aDryRunAdvisesNothingThatOnlyASyncMakesPossible(_ side: Side) async throws {
    try await Rehearsal.run(side) { rehearsal in
      for number in 1001...1010 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.sync()
      try await rehearsal.advance(86_400)
      try rehearsal.editHere("1001", ["name": "Här AB"])
      try await rehearsal.editThere("1001", ["name": "Där AB"])
      try rehearsal.addHere("2001", ["name": "Ettan AB", "identityNumber": TestIdentity.organisation(1)])
      try await rehearsal.addThere("2001", ["name": "Annan AB", "identityNumber": TestIdentity.organisation(2)])
      try await rehearsal.deleteThere("1003")
      let full = { (options: inout SyncOptions) in options.isFull = true }
      let dry = try await rehearsal.sync {
        full(&$0)
        $0.isDryRun = true
      }
      #expect(dry.codes == ["sync.conflict", "sync.deletedThere", "sync.unsureMatch"])
      for finding in dry.findings where finding.code != "sync.deletedThere" {
        #expect(finding.message.hasSuffix(ConflictTexts.notInADryRun.english))
      }
      #expect(dry.findings.first { $0.code == "sync.deletedThere" }?.remedies == [])
      let real = try await rehearsal.sync(full)
      #expect(real.codes == dry.codes)
      let run = try #require(real.run)
      for finding in real.findings {
        #expect(!finding.message.hasSuffix(ConflictTexts.notInADryRun.english))
        guard finding.code == "sync.deletedThere" else { continue }
        #expect(finding.remedies == [.undo(run: run)])
      }
    }
  }

}
