import CustomerModel
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

/// Files of records that go with the customers' own.
@Suite struct FilesWithInputTests: RecordFilesSuite {
  let office: Office
  init() throws { office = try .withTwoCustomers() }

  @Test func filesGoWithTheInputInOneRun() throws {
    let office = try Office()
    try office.folder.write("Nr;Namn\n1;Ett\n2;Två\n", to: "kunder.csv")
    try office.folder.write("Kundnr;Nummer\n1;A\n3;B\n", to: "anl.csv")
    try office.folder.write("Kundnr;Namn\n2;Anna\n", to: "kontakter.csv")
    let empty = try office.state()
    let with = { (options: inout ImportOptions) in
      options.with = [
        .init(.records(.facilities), path: office.folder.file("anl.csv")),
        .init(.contactPersons, path: office.folder.file("kontakter.csv")),
      ]
    }
    let dry = try office.importing("kunder.csv") { options in
      with(&options)
      options.isDryRun = true
    }
    #expect(dry.run == nil)
    #expect(dry.isDryRun)
    #expect(dry.counts.rejected == 1)
    #expect(try office.state() == empty)
    #expect(try office.files == ["anl.csv", "kontakter.csv", "kunder.csv"])
    let outcome = try office.importing("kunder.csv", with)
    #expect(outcome.counts.created == 2)
    #expect(outcome.counts.updated == 2)
    #expect(outcome.counts.rejected == 1)
    #expect(outcome.report.with.map(\.counts.rows) == [2, 1])
    #expect(outcome.report.with[0].rejects == office.folder.file("anl.csv.rejects.csv"))
    #expect(outcome.rejects == nil)
    #expect(try office.card("1")?[.facilities] == #"[{"number":"A"}]"#)
    #expect(try office.card("2")?[.contactName] == "Anna")
    try office.undo(try #require(outcome.run))
    #expect(try office.state().cards.isEmpty)
  }

  @Test func aFileThatFailsLeavesEverythingAsItWas() throws {
    try office.folder.write("Nr;Namn\n5;Fem\n", to: "kunder.csv")
    try office.folder.write("Kundnr;Nummer\n9;B\n", to: "anl.csv")
    let error = try office.failure("kunder.csv") { options in
      options.with = [.init(.records(.facilities), path: office.folder.file("anl.csv"))]
      options.maximumRejects = .count(0)
    }
    #expect(error.code == "rejects.tooMany")
    #expect(try office.read("anl.csv.rejects.csv").contains("records.customerUnknown"))
  }
}
