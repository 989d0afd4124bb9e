import CustomerModel
import Foundation
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

@Suite struct DryRunTests {
  @Test func showsFieldByFieldWhatWouldChangeAndWritesNothing() throws {
    let office = try Office()
    try office.importing(text: "Nr;Namn;Telefon\n1;A;08-12 34 56\n2;B;\n3;C;\n4;D;\n5;E;\n6;F;\n")
    try office.importing(text: "Nr;Namn;Aktiv\n3;C;Nej\n")
    let before = try office.state()
    let files = try office.files
    try office.folder.write("Nr;Namn;Telefon\n1;A;08-65 43 21\n3;C;\n7;G;\n8;;\n2;B;\n5;E;\n6;F;\n", to: "kunder.csv")
    let changes = Changes()
    let outcome = try office.importing("kunder.csv", changes: changes) {
      $0.isDryRun = true
      $0.inactivatesMissing = true
    }
    #expect(outcome.isDryRun)
    #expect(outcome.run == nil)
    #expect(outcome.rejects == nil)
    #expect(
      outcome.counts
        == .init(rows: 7, created: 1, updated: 1, unchanged: 3, reactivated: 1, inactivated: 1, rejected: 1))
    #expect(
      changes.lines == [
        "update 1: phone 08-12 34 56>08-65 43 21", "reactivate 3: active 0>1",
        "create 7: number ->7, name ->G, type ->company, facilitiesDisabled ->0, facilityRequired ->0, "
          + "costCenterRequired ->0, alwaysSendAsInvoice ->0, active ->1",
        "inactivate 4: active 1>0",
      ])
    #expect(try office.state() == before)
    #expect(try office.files == files)
    #expect(try office.register.read { try $0.runs().count } == 2)
  }

  @Test func worksWhereNothingMayBeWritten() throws {
    guard geteuid() != 0 else { return }
    let office = try Office()
    let other = try TemporaryFolder()
    let path = try other.write("Nr;Namn\n1;\n", to: "k.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: other.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: other.path) }
    #expect(try office.importing(path) { $0.isDryRun = true }.counts.rejected == 1)
  }

  @Test(arguments: UInt64(1)...12)
  func promisesExactlyWhatTheRunThenDoes(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let office = try Office(random.chance(0.5) ? [.generateNumber: 1] : [:])
    for _ in 0..<3 {
      try RandomFile.write(to: office, &random)
      let options = RandomFile.options(&random)
      let (promised, made) = (Changes(), Changes())
      let shown = try office.importing("random.csv", changes: promised) {
        options(&$0)
        $0.isDryRun = true
      }
      let done = try office.importing("random.csv", changes: made) { options(&$0) }
      #expect(promised.lines == made.lines)
      #expect(shown.counts == done.counts)
      #expect(shown.report.addedReferences == done.report.addedReferences)
      #expect(shown.report.problems == done.report.problems)
      #expect(shown.report.addedCustomFields == done.report.addedCustomFields)
    }
  }
}
