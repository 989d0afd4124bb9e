import ConfigurationFile
import CustomerModel
import Differ
import Foundation
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing

@Suite struct ImportRequestTests {
  private typealias Contradiction = ImportRequest.Contradiction

  private func contradiction(_ choose: (inout ImportRequest) -> Void) -> ImportRequest.Contradiction? {
    var request = ImportRequest(input: "kunder.csv")
    choose(&request)
    return request.contradiction
  }

  @Test func whatDoesNotGoTogetherIsFound() {
    let record = ImportRequest.RecordInput(list: "facilities", path: "a.csv")
    #expect(contradiction { _ in } == nil)
    #expect(
      contradiction {
        $0.options.plan = "p.json"
        $0.with = [record]
      } == .planWithRecordFiles)
    #expect(
      contradiction {
        $0.options.severalRows = .contactPersons
        $0.fillsMissing = true
      } == .severalRowsWithRecordsOrLookups)
    #expect(
      contradiction {
        $0.options.documents = "dokument"
        $0.options.isDryRun = true
      } == .documentsWithoutImport)
    #expect(
      contradiction {
        $0.into = "facilities"
        $0.options.typeFrom = .identityNumber
      } == .typeOfRecords)
    #expect(
      contradiction {
        $0.into = "facilities"
        $0.fillsMissing = true
      } == .lookupsForRecords)
    #expect(
      contradiction {
        $0.into = "facilities"
        $0.options.inactivatesMissing = true
      } == .wishesOfCustomersForRecords)
    #expect(contradiction { $0.options.rejects = "r.txt" } == .rejectsEnding("r.txt"))
    #expect(contradiction { $0.options.problems = "p.pdf" } == .problemsEnding("p.pdf"))
    #expect(contradiction { $0.options.problems = "P.XLSX" } == nil)
  }

  @Test func wishesAreReadAsPeopleWriteThem() {
    #expect(ImportOptions.matchKeys(written: "number,identity") == [.number, .identity])
    #expect(ImportOptions.matchKeys(written: "name") == nil)
    #expect(ImportOptions.matchKeys(written: "") == nil)
    #expect(ImportOptions.part(written: "20%") == 0.2)
    #expect(ImportOptions.part(written: "101") == nil)
    #expect(ImportOptions.Limit(written: "5%") == .part(0.05))
    #expect(ImportOptions.Limit(written: "50") == .count(50))
    #expect(ImportOptions.Limit(written: "-1") == nil)
    #expect(
      ImportRequest.RecordInput(written: "facilities=a=b.csv") == .init(list: "facilities", path: "a=b.csv"))
    #expect(ImportRequest.RecordInput(written: "=a.csv") == nil)
    #expect(ImportRequest.RecordInput(written: "facilities=") == nil)
  }

  private func perform(_ request: ImportRequest, in office: Office) throws -> ImportOutcome {
    var configuration = Configuration()
    // An import counts all memory of its process, and all tests share one, which sanitizers multiply.
    configuration.limits.maximumMemoryMB = 16_384
    return try request.perform(
      on: office.register, configuration: configuration, library: office.library, as: office.actor)
  }

  @Test func aPlanWritesNothingElseAndIsDoneByApply() throws {
    let office = try Office()
    try office.folder.write("Nr;Namn\n1;Ettan AB\n", to: "k.csv")
    var request = ImportRequest(input: office.folder.file("k.csv"))
    request.options.plan = office.folder.file("plan.json")
    let outcome = try perform(request, in: office)
    #expect(outcome.isDryRun && outcome.run == nil && !outcome.needsAttention)
    #expect(try office.card("1") == nil)
    _ = try ApplyRun.perform(plan: office.folder.file("plan.json"), on: office.register, as: office.actor)
    #expect(try office.card("1")?[.customerName] == "Ettan AB")
  }

  @Test func aPlanOfAnImportThatFailsIsNotLeft() throws {
    let office = try Office()
    try office.folder.write("Nr;Namn\n1;Ettan AB\n2;\n", to: "k.csv")
    var request = ImportRequest(input: office.folder.file("k.csv"))
    request.options.plan = office.folder.file("plan.json")
    request.options.maximumRejects = .count(0)
    #expect(code { _ = try perform(request, in: office) } == "rejects.tooMany")
    #expect(!FileManager.default.fileExists(atPath: office.folder.file("plan.json")))
  }

  @Test func rejectedRowsAreForAPersonToLookAt() throws {
    let office = try Office()
    try office.folder.write("Nr;Namn\n1;Ettan AB\n2;\n", to: "k.csv")
    #expect(try perform(ImportRequest(input: office.folder.file("k.csv")), in: office).needsAttention)
    try office.folder.write("number;name\n1;A1\n", to: "a.csv")
    var records = ImportRequest(input: office.folder.file("a.csv"))
    records.into = "nolist"
    #expect(code { _ = try perform(records, in: office) } == "records.target")
    records.options.sheet = "Blad1"
    #expect(code { _ = try perform(records, in: office) } == "import.contradiction")
  }
}
