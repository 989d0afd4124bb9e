import CustomerModel
import Documents
import Foundation
import RegisterStore
import TestSupport
import Testing
import Texts

@testable import Runs

/// Runs as doors are given them: whatever a door does, no personal identity number leaves.
@Suite struct RunViewTests {
  private let office: Office
  init() throws { office = try Office() }

  private static let number = TestIdentity.person(1)
  private static let tail = String(number.suffix(4))

  private func view(_ run: Int, as actor: ActingUser? = nil) throws -> RunView {
    try office.register.read { try RunView(run, in: $0, as: actor ?? office.actor) }
  }

  @Test func numbersAreMaskedInTheRunItsReportAndItsChanges() throws {
    let outcome = try office.importing(
      text: "Nr;Namn;Typ;Orgnr\n1;Eva;Privat;\(Self.number)\n2;;Privat;\(Self.number)\n")
    let view = try view(try #require(outcome.run))
    #expect(view.run.counts == outcome.counts)
    #expect(view.report?.json().contains(Self.tail) == false)
    #expect(view.changes.flatMap(\.fields).allSatisfy { $0.new?.contains(Self.tail) != true })
  }

  @Test func whatARunIsCalledIsMaskedButForFiles() throws {
    try office.add(Self.number, "name=Eva")
    let all = try office.register.read { try ShownRun.latest(10, in: $0, as: office.actor) }
    #expect(all.allSatisfy { !$0.source.contains(Self.tail) })
    let name = "kunder-20261127-0200.csv"
    try office.folder.write("Nr;Namn\n7;B\n", to: name)
    let run = try #require(try office.importing(name).run)
    #expect(try view(run).run.source.hasSuffix(name))
    #expect(try view(run).run.isOfFile)
  }

  @Test func unknownRunsAndStrangersAreRefused() throws {
    #expect(throws: KundregError(.runUnknown, UndoTexts.unknownRun(99), remedies: [.listRuns])) { try view(99) }
    let run = try #require(try office.importing(text: "Nr;Namn\n1;A\n").run)
    let nobody = try office.user("nils", [.viewAssigned])
    #expect(throws: KundregError.self) { try view(run, as: nobody) }
    #expect(throws: KundregError.self) {
      try office.register.read { try RunProblems(ofRun: run, in: $0, as: nobody) }
    }
  }

  @Test func problemsAreShownOrSaidWhyNot() throws {
    func problems(_ run: Int, _ codes: Set<String> = []) throws -> (codes: [String], remark: RunProblems.Remark?) {
      try office.register.read { reader in
        let kept = try RunProblems(ofRun: run, codes: codes, in: reader, as: office.actor)
        var found: [String] = []
        try kept.forEach { problem, _ in found.append(problem.code) }
        return (found, kept.remark)
      }
    }
    let run = try #require(try office.importing(text: "Nr;Namn\n1;\n2;B\n").run)
    #expect(try problems(run).codes == ["name.missing"])
    #expect(try problems(run).remark == nil)
    #expect(try problems(run, ["other.code"]).codes.isEmpty)
    var counts = RunRecord.Counts()
    counts.warnings = 1
    for (kind, remark) in [(RunRecord.Kind.pull, RunProblems.Remark.ofSync), (.edit, .noImport), (.import, .notKept)] {
      let run = try office.register.write { writer in
        let run = try writer.begin(RunDescription(kind: kind, source: "test", user: "anna"))
        try writer.endRun(counts)
        return run
      }
      #expect(try problems(run).remark == remark)
    }
  }
}
