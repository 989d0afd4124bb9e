import CustomerModel
import Documents
import Foundation
import RegisterStore
import TestSupport
import Testing
import Texts
import Validation

@testable import Runs

/// Every reject and warning of every row is kept with the run and stands in the file that was asked for.
@Suite struct RunProblemsTests {
  private let office: Office
  init() throws { office = try Office() }

  private func kept(_ run: Int?) throws -> [ShownProblem] { try keptOfFiles(run).map(\.problem) }

  private func keptOfFiles(_ run: Int?) throws -> [(problem: ShownProblem, file: String)] {
    let run = try #require(run)
    return try office.register.read { reader in
      var found: [(problem: ShownProblem, file: String)] = []
      try reader.forEachProblem(ofRun: run) { found.append($0) }
      return found
    }
  }

  private func count(_ table: String) throws -> Int {
    try office.register.read { reader in
      var count = 0
      for run in try reader.runs() { count += try reader.problemCount(ofRun: run.id) }
      return count
    }
  }

  /// Every third row warns of its phone, every seventh is rejected, each with the reason and the value of its own.
  private static func list(_ count: Int) -> String {
    "Nr;Namn;Telefon\n"
      + (2..<count + 2).map { "k\($0);\($0 % 7 == 0 ? "" : "Kund");\($0 % 3 == 0 ? "12x\($0)" : "08-465 004 02")\n" }
      .joined()
  }

  @Test func thousandsOfProblemsAreKeptInTheOrderOfTheRows() throws {
    let outcome = try office.importing(text: Self.list(5000))
    let found = try kept(outcome.run)
    let rows = 2..<5002
    let warned = rows.filter { $0 % 3 == 0 }
    let rejected = rows.filter { $0 % 7 == 0 }
    #expect(found.map { $0.row ?? 0 } == (warned + rejected).sorted())
    let warnings = found.filter { $0.severity == .warn }
    #expect(warnings.map(\.row) == warned)
    #expect(warnings.map(\.value) == warned.map { "12x\($0)" })
    #expect(Set(warnings.map(\.column)) == ["Telefon"])
    #expect(found.filter { $0.severity == .reject }.map(\.row) == rejected)
    #expect(outcome.counts.warnings == warned.count)
    #expect(outcome.counts.rejected == rejected.count)
    #expect(outcome.problems == nil)
  }

  @Test func allProblemsOfARowAreKeptAndTheSummaryCountsAsMany() throws {
    let outcome = try office.importing(
      text: "Nr;Namn;Telefon;E-post\n1;;12;x@\n2;B;13;y@\n2;C;08-465 004 02;c@example.se\n")
    let found = try kept(outcome.run)
    #expect(
      Set(found.map { "\($0.row ?? 0) \($0.code)" }) == [
        "2 name.missing", "2 phone.shape", "2 email.shape", "3 phone.shape", "3 email.shape", "4 number.duplicate",
      ])
    for entry in outcome.report.problems.entries {
      #expect(found.count { $0.code == entry.code && $0.severity == entry.severity } == entry.count)
      for example in entry.examples {
        #expect(found.contains { $0.row == example.position && $0.message == example.message })
      }
    }
  }

  @Test func aDryRunFillsTheFileAndLeavesTheRegisterAsItWas() throws {
    try office.folder.write(Self.list(100), to: "k.csv")
    let before = try Data(contentsOf: URL(fileURLWithPath: office.register.path))
    let outcome = try office.importing("k.csv") {
      $0.isDryRun = true
      $0.problems = office.folder.file("p.csv")
    }
    #expect(outcome.problems == office.folder.file("p.csv"))
    let lines = try office.read("p.csv").split(separator: "\r\n")
    #expect(lines.count == 1 + outcome.counts.warnings + outcome.counts.rejected)
    #expect(lines[1].hasPrefix("3;;Telefon;12x3;phone.shape;warn;"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: office.register.path)) == before)
    #expect(try office.files == ["k.csv", "p.csv"])
  }

  @Test func theFileOfARunHoldsWhatIsKeptWithIt() throws {
    let outcome = try office.importing(text: Self.list(200)) { $0.problems = office.folder.file("p.csv") }
    let found = try kept(outcome.run)
    let lines = try office.read("p.csv").split(separator: "\r\n").dropFirst()
    #expect(lines.count == found.count)
    for (line, problem) in zip(lines, found) {
      #expect(line.hasPrefix("\(problem.row ?? 0);;\(problem.column ?? "");\(problem.value ?? "");\(problem.code);"))
    }
  }

  @Test func theFileHasTheInputsDelimiter() throws {
    try office.folder.write("Nr\tNamn\n1\t\n", to: "k.tsv")
    try office.importing("k.tsv") { $0.problems = office.folder.file("p.csv") }
    #expect(
      try office.read("p.csv").contains("row\tsheet\tcolumn\tvalue\tcode\tseverity\tmessage\tsource\r\n2\t\tNamn\t"))
  }

  @Test func aRunWithoutProblemsReplacesYesterdaysListByAnEmptyOne() throws {
    try office.folder.write("yesterday", to: "p.csv")
    let outcome = try office.importing(text: "Nr;Namn\n1;A\n") { $0.problems = office.folder.file("p.csv") }
    #expect(outcome.problems != nil)
    // Which reads the byte order mark as a mark, and not as a character.
    #expect(try office.read("p.csv") == "row;sheet;column;value;code;severity;message;source\r\n")
    #expect(try kept(outcome.run).isEmpty)
  }

  @Test(arguments: [false, true])
  func aRunThatFailsKeepsNoneAndLeavesTheFileAsItWas(isDryRun: Bool) throws {
    try office.importing(text: "Nr;Namn\n" + (1...10).map { "\($0);A\n" }.joined())
    try office.folder.write("Nr;Namn;Telefon\n1;A;12\n", to: "k.csv")
    try office.folder.write("yesterday", to: "p.csv")
    let error = try office.failure("k.csv") {
      $0.inactivatesMissing = true
      $0.isDryRun = isDryRun
      $0.problems = office.folder.file("p.csv")
    }
    #expect(error.code == "missing.tooMany")
    #expect(try office.read("p.csv") == "yesterday")
    #expect(try office.files == ["k.csv", "kunder.csv", "p.csv"])
    #expect(try count("problem") == 0)
  }

  @Test(arguments: [false, true])
  func whenTooManyAreRejectedTheFileTellsWhyAndTheRegisterKeepsNone(isDryRun: Bool) throws {
    try office.folder.write(Self.list(20), to: "k.csv")
    let error = try office.failure("k.csv") {
      $0.maximumRejects = .part(0.01)
      $0.isDryRun = isDryRun
      $0.problems = office.folder.file("p.csv")
    }
    #expect(error.code == "rejects.tooMany")
    #expect(try office.read("p.csv").split(separator: "\r\n").count == 1 + 7 + 3)
    #expect(try count("problem") == 0)
  }

  @Test(arguments: [
    ("k.csv", "problems.isInput"), ("./k.csv", "problems.isInput"), ("link.csv", "problems.isInput"),
    ("r.db", "problems.isRegister"), ("k.csv.rejects.csv", "problems.isRejects"), ("r.csv", "problems.isRejects"),
    ("c.csv", "problems.isInput"), ("c.csv.rejects.csv", "problems.isRejects"),
  ])
  func aFileOfTheRunIsNeverReplaced(name: String, code: String) throws {
    try office.folder.write("Nr;Namn\n1;\n", to: "k.csv")
    try office.folder.write("Kundnummer;E-post\n1;a@example.se\n", to: "c.csv")
    try FileManager.default.createSymbolicLink(
      atPath: office.folder.file("link.csv"), withDestinationPath: office.folder.file("k.csv"))
    for isDryRun in [false, true] {
      let error = try office.failure("k.csv") {
        if name == "r.csv" {
          $0.rejects = office.folder.file("../\(office.folder.path.split(separator: "/").last!)/r.csv")
        }
        $0.with = [.init(.contactPersons, path: office.folder.file("c.csv"))]
        $0.problems = office.folder.file(name)
        $0.isDryRun = isDryRun
      }
      #expect(error.status == .usage)
      #expect(error.code == code)
    }
    #expect(try office.read("k.csv") == "Nr;Namn\n1;\n")
  }

  @Test func personalIdentityNumbersAreKeptMaskedWhereverTheyStand() throws {
    let outcome = try office.importing(
      text: "Nr;Namn;Typ;Orgnr;Telefon;E-post\n1;A;private;19800101-1230;;\n2;B;;;070812-3456x;\n"
        + "3;C;;;;anna 800101-1231\n4;D;annat 19800101-1231;;;\n")
    let values = try kept(outcome.run).compactMap(\.value)
    #expect(values == ["19800101-****", "070812-****x", "anna 800101-****", "annat 19800101-****"])
  }

  @Test func whatIsToBeSaidOfAColumnIsListedWithoutARow() throws {
    let json = """
      {"name": "m", "columns": [{"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"]},
        {"field": "language", "headers": ["Språk"]}]}
      """
    let office = try Office(mapping: json)
    let outcome = try office.importing(text: "Nr;Namn;Språk\n1;A;sv\n")
    #expect(outcome.report.columnNotices.map(\.code) == ["field.hidden"])
    let run = try #require(outcome.run)
    var found: [ShownProblem] = []
    try office.register.read { try $0.forEachProblem(ofRun: run) { found.append($0.problem) } }
    #expect(found.map(\.code) == ["field.hidden"])
    #expect(found.first?.row == nil)
    #expect(found.first?.column == "Språk")
  }

  @Test func problemsOfFilesOfRecordsAreKeptWithTheFilesName() throws {
    try office.folder.write("Nr;Namn;Telefon\n1;A;12\n2;B;\n", to: "k.csv")
    try office.folder.write(
      "Kundnummer;Namn;E-post\n2;Eva;\n9;Bo;bo@example.se\n1;Ed;ed@\n;Al;al@example.se\n", to: "c.csv")
    for isDryRun in [true, false] {
      let outcome = try office.importing("k.csv") {
        $0.with = [.init(.contactPersons, path: office.folder.file("c.csv"))]
        $0.problems = office.folder.file("p.csv")
        $0.isDryRun = isDryRun
      }
      #expect(outcome.counts.rejected == 2)
      let lines = try office.read("p.csv").split(separator: "\r\n")
      #expect(lines.count { $0.hasSuffix("c.csv") } == outcome.report.with[0].counts.warnings + 2)
      guard !isDryRun else { continue }
      let found = try keptOfFiles(outcome.run)
      #expect(
        found.map { "\(($0.file as NSString).lastPathComponent) \($0.problem.row ?? 0) \($0.problem.code)" } == [
          "k.csv 2 phone.shape", "c.csv 3 records.customerUnknown", "c.csv 4 email.shape",
          "c.csv 5 records.customerMissing",
        ])
    }
  }

  @Test func problemsOfARecordImportAreKept() throws {
    try office.importing(text: "Nr;Namn\n1;A\n")
    try office.folder.write("Kundnummer;Namn;E-post\n9;Bo;bo@example.se\n1;Ed;ed@\n", to: "c.csv")
    var options = office.options("c.csv")
    options.problems = office.folder.file("p.csv")
    let run = try RecordImportRun(
      options, target: .contactPersons, context: ImportContext(library: office.library))
    let outcome = try run.perform(on: office.register, as: office.actor, today: Office.today)
    #expect(outcome.problems == options.problems)
    #expect(try kept(outcome.run).map(\.code) == ["records.customerUnknown", "email.shape"])
    #expect(try office.read("p.csv").split(separator: "\r\n").count == 3)
    options.problems = office.folder.file("c.csv")
    let error = #expect(throws: KundregError.self) {
      try RecordImportRun(options, target: .contactPersons, context: ImportContext(library: office.library))
    }
    #expect(error?.code == "problems.isInput")
  }

  @Test func rejectedFurtherRowsAreKept() throws {
    let json = """
      {"name": "m", "severalRows": "contactPersons", "columns": [{"field": "number", "headers": ["Nr"]},
        {"field": "name", "headers": ["Namn"]}, {"field": "contactPersons[0].name", "headers": ["Kontakt"]}]}
      """
    let office = try Office(mapping: json)
    for isDryRun in [true, false] {
      let outcome = try office.importing(text: "Nr;Namn;Kontakt\n1;A;Eva\n1;B;Bo\n2;;Al\n2;;Ed\n") {
        $0.isDryRun = isDryRun
        $0.problems = office.folder.file("p.csv")
      }
      let lines = try office.read("p.csv").split(separator: "\r\n").dropFirst()
      let told = lines.map { line in line.split(separator: ";", omittingEmptySubsequences: false) }.map {
        "\($0[0]) \($0[4])"
      }
      #expect(told == ["3 row.disagrees", "4 name.missing", "5 row.firstRejected"])
      if let run = outcome.run { #expect(try office.register.read { try $0.problemCount(ofRun: run) } == 3) }
    }
  }

  @Test func forgettingRemovesTheProblemsOfThePersonsRowsAndNoOthers() throws {
    // 1 is made with a warning, 2 is rejected with its number, 3 is rejected with its identity number alone.
    let person = TestIdentity.person(7)
    try office.set([.generateNumber: 1])
    let outcome = try office.importing(
      text: "Nr;Namn;Typ;Orgnr;Telefon\n1;Svea Hemlig;private;;12svea\n2;;private;;13svea\n;;private;\(person);14svea\n"
        + "3;Annan;;;15\n4;Bo;;;Svea Hemlig\n")
    #expect(outcome.counts.rejected == 2)
    #expect(try kept(outcome.run).count == 7)
    // The rejected rows are mended: they are the same person under another number.
    try office.importing(text: "Nr;Namn;Typ;Orgnr\n2;Svea Hemlig;private;\(person)\n")
    for number in ["1", "2"] { _ = try ForgetRun.perform(number, on: office.register, as: office.actor) }
    let left = try kept(outcome.run)
    #expect(left.map { "\($0.row ?? 0) \($0.value ?? "-")" } == ["5 15", "6 (forgotten)"])
    #expect(try office.register.read { try $0.run(outcome.run!)?.counts.warnings } == outcome.counts.warnings)
  }

  @Test func forgettingFindsTheRowsWhoseNumberCouldBeNobodys() throws {
    let person = TestIdentity.person(8)
    try office.set([.numberMaximumLength: 2])
    let outcome = try office.importing(
      text: "Nr;Namn;Typ;Orgnr;Telefon\nB#1;Hemlig Svea;private;\(person);12svea\n101;Svea;private;\(person);13svea\n"
        + "C#1;Annan;;;15annan\n1;Bo;private;\(TestIdentity.person(9));14bo\n")
    #expect(outcome.counts.rejected == 3)
    let report = { try office.register.read { try $0.run(outcome.run!)?.report?.english } ?? "" }
    #expect(try report().contains("12svea") && report().contains("B#1"))
    try office.importing(text: "Nr;Namn;Typ;Orgnr\n7;Svea Berg;private;\(person)\n")
    _ = try ForgetRun.perform("7", on: office.register, as: office.actor)
    #expect(Set(try kept(outcome.run).map(\.row)) == [4, 5])
    // What was rejected is on no card.
    for word in ["svea", "B#1"] { #expect(try !report().contains(word), "\(word)") }
    for word in ["15annan", "C#1"] { #expect(try report().contains(word), "\(word)") }
  }

  @Test func disclosureHasTheProblemsOfThePersonsRows() throws {
    try office.importing(text: "Nr;Namn;Telefon\n1;Svea;12svea\n2;Bo;13\n")
    let document = try Disclosure.document(of: "1", in: office.register, as: office.actor)
    let problems = document["problems"]?.elements ?? []
    #expect(problems.count == 1)
    #expect(problems.first?["value"]?.scalarText == "12svea")
    #expect(problems.first?["row"]?.scalarText == "2")
    #expect(problems.first?["source"]?.scalarText?.hasSuffix("kunder.csv") == true)
  }

  @Test func aRowThatIsKnownAgainWarnsInEveryRunThatReadsIt() throws {
    let text = "Nr;Namn;Telefon\n1;A;12\n1;A;12\n"
    for _ in 1...2 {
      let outcome = try office.importing(text: text)
      #expect(Set(try kept(outcome.run).map(\.code)) == ["phone.shape", "number.duplicate"])
    }
  }
}
