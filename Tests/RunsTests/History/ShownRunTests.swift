import CustomerModel
import Documents
import RegisterStore
import TestSupport
import Testing
import Texts

@testable import Runs

/// A run as programs get it, whatever door asks.
@Suite struct ShownRunTests {
  private func nodes(_ office: Office) throws -> [JSONNode] {
    try office.register.read { try ShownRun.latest(10, in: $0, as: office.actor) }.map(\.node)
  }

  @Test func whatARunHasNotIsNull() throws {
    let office = try Office()
    let first = try #require(try office.importing(text: "Nr;Namn\n1;A\n2;\n").run)
    _ = try office.undo(first)
    let runs = try nodes(office)
    #expect(runs.map { $0["kind"] } == [.text("undo"), .text("import")])
    #expect(runs.map { $0["mapping"] } == [.null, .text("kunder")])
    #expect(runs.map { $0["reverts"] } == [.number("1"), .null])
    #expect(runs.map { $0["revertedBy"] } == [.null, .number("2")])
    #expect(runs.map { $0["revertsPart"] } == [.null, .null])
    #expect(runs.map { $0["created"] } == [.number("0"), .number("1")])
    #expect(runs.map { $0["rejected"] } == [.number("0"), .number("1")])
    #expect(runs[0]["rejects"] == .null && runs[1]["rejects"]?.scalarText?.hasSuffix("kunder.csv.rejects.csv") == true)
    #expect(runs[0]["user"] == .text("anna"))
  }

  @Test func namesOfFilesStayAndNumbersOfPersonsDoNot() throws {
    let office = try Office()
    try office.folder.write("Nr;Namn\n8001011231;A\n", to: "19800101-1231.csv")
    try office.importing("19800101-1231.csv")
    _ = try office.editor().set(.numbers(["8001011231"]), Office.values(["name=B"]))
    let sources = try nodes(office).map { $0["source"]?.scalarText ?? "" }
    #expect(sources.count == 2)
    #expect(!sources[0].contains("1231"), "\(sources)")
    #expect(sources[1].hasSuffix("19800101-1231.csv"), "\(sources)")
  }

  @Test func theWholeIsOneDocument() throws {
    let office = try Office()
    try office.importing(text: "Nr;Namn\n1;A\n2;\n")
    try office.edit("1", "name=B")
    let whole = try [1, 2].map { run in
      let bytes = try office.register.read { try RunView(run, in: $0, as: office.actor) }.json { _ in nil }
      return try JSONNode(parsing: bytes)
    }
    let runs = try nodes(office)
    #expect(whole.map { JSONNode.object(Array($0.members.dropLast(2))) } == runs.reversed())
    #expect(whole[0]["report"]?["problems"]?.elements.count == 1)
    #expect(whole.map { $0["changes"]?.elements.count } == [0, 1])
    #expect(whole[1]["changes"]?.elements.first?["fields"]?["name"]?["new"] == .text("B"))
    #expect(whole[1]["report"] == .null)
  }
}
