import CustomerModel
import Foundation
import Mapping
import RegisterStore
import Rows
import TestSupport
import Testing
import Texts
import Validation
import Writers

@testable import Runs

@Suite struct RejectsTests {
  private let office: Office
  init() throws { office = try Office() }

  private static let long = String(repeating: "x", count: 201)
  private static func file(good: Int, bad: Int) -> String {
    "Nr;Namn\n" + (0..<good).map { "g\($0);Kund\n" }.joined() + (0..<bad).map { "b\($0);\n" }.joined()
  }

  @Test(
    arguments: [
      (ImportOptions.Limit.count(0), 1, false), (.count(3), 3, true), (.count(3), 4, false), (.part(0), 1, false),
      (.part(0.29), 29, true), (.part(0.29), 30, false), (.part(1), 100, true),
    ] as [(ImportOptions.Limit, Int, Bool)], [false, true])
  func tooManyRejectsStopTheRun(limit: (most: ImportOptions.Limit, bad: Int, isAllowed: Bool), isDryRun: Bool) throws {
    try office.folder.write(Self.file(good: 100 - limit.bad, bad: limit.bad), to: "k.csv")
    let choose: (inout ImportOptions) -> Void = {
      $0.maximumRejects = limit.most
      $0.isDryRun = isDryRun
    }
    if limit.isAllowed {
      #expect(try office.importing("k.csv", choose).counts.rejected == limit.bad)
    } else {
      let error = try office.failure("k.csv", choose)
      #expect(error.status == .failed)
      #expect(error.code == "rejects.tooMany")
      #expect(error.message.contains("k.csv.rejects.csv") == !isDryRun)
    }
    // The rows at fault are worth having though nothing was written; a dry run leaves no file at all.
    #expect(try office.files == (isDryRun ? ["k.csv"] : ["k.csv", "k.csv.rejects.csv"]))
  }

  @Test func aRunThatStoppedInTheMiddleSaysWhere() throws {
    try office.folder.write("Nr;Namn\n1;\n2;B\n3;\n4;\n5;E\n", to: "k.csv")
    let path = office.folder.file("k.csv.rejects.csv")
    let counted = try office.failure("k.csv") { $0.maximumRejects = .count(1) }
    #expect(
      counted
        == KundregError(
          .rejectsTooMany, RejectsTexts.oneMore(than: 1, at: 4, in: path), remedies: [.listAllProblems]))
    let part = try office.failure("k.csv") { $0.maximumRejects = .part(0.1) }
    #expect(part.text == RejectsTexts.tooMany(3, of: 5, in: path))
    try office.folder.write("Nr;Namn\n1;\n", to: "k.csv")
    let one = try office.failure("k.csv") { $0.maximumRejects = .part(0.1) }
    #expect(one.text == RejectsTexts.tooMany(1, of: 1, in: path))
  }

  @Test func aRunWithoutRejectsLeavesNoFile() throws {
    #expect(try office.importing(text: "Nr;Namn\n1;A\n").rejects == nil)
    #expect(try office.files == ["kunder.csv"])
  }

  @Test func aRejectedRowHasAllItsColumnsAndTheReasons() throws {
    let outcome = try office.importing(text: "Nr;Okänd;Namn\n1;\"a;\"\"b\"\"\";\n2;x;B;mer\n3\n")
    #expect(outcome.counts.rejected == 3)
    let text = try office.read("kunder.csv.rejects.csv")
    let lines = text.split(whereSeparator: \.isNewline)
    #expect(lines[0].hasSuffix("Nr;Okänd;Namn;kundreg_row;kundreg_errors"))
    #expect(lines[1].hasPrefix("1;\"a;\"\"b\"\"\";;2;name.missing: "))
    #expect(lines[2].hasPrefix("2;x;B;3;row.long: "))
    #expect(lines[2].hasSuffix(";mer"))
    #expect(lines[3].hasPrefix("3;;;4;name.missing: "))
  }

  @Test(arguments: ["k.csv", "k.tsv"])
  func mendedTextRowsAreImportedAsTheyAre(name: String) throws {
    let separator = name == "k.tsv" ? "\t" : ";"
    let rows = ["Nr;Namn;Taggar;Okänd", "0010;;A, B;x", "0011;B;;", "0012;;\"a\"\"b\";"]
    try office.folder.write(rows.map { $0.replacing(";", with: separator) + "\r\n" }.joined(), to: name)
    #expect(try office.importing(name).counts == .init(rows: 3, created: 1, rejected: 2))
    let rejects = name + ".rejects.csv"
    let mended = try office.read(rejects).replacing("0010\(separator)", with: "0010\(separator)Åke")
      .replacing("0012\(separator)", with: "0012\(separator)Bo")
    try office.folder.write(mended, to: rejects)
    let outcome = try office.importing(rejects)
    #expect(outcome.counts == .init(rows: 2, created: 2))
    #expect(outcome.report.unmappedColumns == ["Okänd"])
    #expect(try office.card("0010")?[.customerName] == "Åke")
    #expect(try office.card("0012")?[FieldPath("tags")!] == "a\"b\u{1F}")
  }

  @Test func aDuplicateThatNobodyMendedDoesNotOverwriteTheOtherRowsCustomer() throws {
    let first = try office.importing(text: "Nr;Namn\n1;A\n1;B\n")
    #expect(first.counts.rejected == 1)
    let rejects = try #require(first.rejects)
    let again = try office.importing((rejects as NSString).lastPathComponent)
    #expect(again.counts.rejected == 1)
    #expect(again.report.problems.entries.map(\.code) == ["duplicate.notMended"])
    #expect(try office.register.read { try $0.card(ofNumber: "1") }?[.customerName] == "A")

    // Whoever empties the reasons means the change; whoever gives a number of its own makes a customer.
    try office.folder.write("Nr;Namn;kundreg_row;kundreg_errors\n1;B;3;\n2;C;4;number.duplicate: …\n", to: "mended.csv")
    let mended = try office.importing("mended.csv")
    #expect(mended.counts.updated == 1)
    #expect(mended.counts.created == 1)
  }

  @Test(arguments: [Language.english, .swedish], [Language.english, .swedish])
  func aRejectsFileIsKnownAgainInWhateverLanguageItWasWritten(first: Language, second: Language) throws {
    let made = try office.importing(text: "Nr;Namn\n1;A\n1;B\n2;\n") { $0.language = first }
    #expect(made.counts.rejected == 2)
    let lines = try office.read("kunder.csv.rejects.csv").split(whereSeparator: \.isNewline)
    #expect(
      lines[0].hasSuffix(first == .swedish ? "Nr;Namn;kundreg_rad;kundreg_fel" : "Nr;Namn;kundreg_row;kundreg_errors"))
    #expect(lines[2].contains(first == .swedish ? "kund måste ha ett" : "a customer must have one"))
    // The duplicate is known for what it is, and nobody takes the reasons for a field.
    let again = try office.importing("kunder.csv.rejects.csv") { $0.language = second }
    #expect(again.counts.rejected == 2)
    #expect(Set(again.report.problems.entries.map(\.code)) == ["duplicate.notMended", "name.missing"])
    #expect(again.report.unmappedColumns.isEmpty)
    let rewritten = try office.read("kunder.csv.rejects.csv.rejects.csv").split(whereSeparator: \.isNewline)
    #expect(
      rewritten[0].hasSuffix(
        second == .swedish ? "Nr;Namn;kundreg_rad;kundreg_fel" : "Nr;Namn;kundreg_row;kundreg_errors"))
  }

  @Test func rowsOfAWorkbookGoToAWorkbookOrWhereTheyAreAsked() throws {
    let path = office.folder.file("k.xlsx")
    let writer = try WorkbookWriter(path: path)
    try writer.addSheet("Kunder 2026", columns: ["Nr", "Namn"].map { WorkbookWriter.Column($0) })
    try writer.append(["0010", nil])
    try writer.append(["0011", "B"])
    try writer.finish()
    let json = """
      {"name": "blad", "sheet": "Kunder 2026", "columns": [
        {"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"], "required": true}]}
      """
    var office = office
    office.library = MappingLibrary([try MappingFile(json: Array(json.utf8), origin: "blad.json")])
    for (rejects, named) in [("k.xlsx.rejects.xlsx", nil), ("r.csv", "r.csv"), ("r.xlsx", "r.xlsx")] {
      let outcome = try office.importing("k.xlsx") { $0.rejects = named.map { office.folder.file($0) } }
      #expect(outcome.counts.rejected == 1)
      #expect(outcome.rejects == office.folder.file(rejects))
      // The same rows are refused for the same reason, so the file is one that the mapping reads.
      let again = try office.importing(rejects) {
        $0.mapping = "blad"
        $0.rejects = office.folder.file("again.csv")
      }
      #expect(again.counts == .init(rows: 1, rejected: 1))
      #expect(again.report.problems.entries.map(\.code) == ["name.missing"])
    }
  }

  @Test func rowsOfAJSONFileGoToATextFileThatTheMappingReads() throws {
    try office.folder.write(
      #"[{"number":"1","name":"\#(Self.long)","tags":["A;x","B"],"contactPersons":[{"name":"Eva"}],"active":true},"#
        + #"{"number":"2","name":"B","phone":null}]"#, to: "k.json")
    #expect(try office.importing("k.json").counts == .init(rows: 2, created: 1, rejected: 1))
    let rejects = "k.json.rejects.csv"
    try office.folder.write(try office.read(rejects).replacing(Self.long, with: "Åke"), to: rejects)
    #expect(try office.importing(rejects).counts == .init(rows: 1, created: 1))
    let card = try #require(try office.card("1"))
    #expect(card[.customerName] == "Åke")
    #expect(card[FieldPath("tags")!] == "A;x\u{1F}B\u{1F}")
    #expect(card[FieldPath("contactPersons[0].name")!] == "Eva")
  }

  @Test(arguments: [
    (#""headerRow": 3"#, "Kundlista;\n2026-11-23;\nNr;Namn\n1;\n", TextEncoding.utf8),
    (#""encoding": "CP850""#, "Nr;Namn;Ö\n1;;å\n", .cp850),
    (#""encoding": "UTF-16LE""#, "Nr;Namn;Ö\n1;;å\n", .utf16LittleEndian),
    (#""delimiter": "|""#, "Nr|Namn\n1|\n", .utf8),
  ])
  func whatTheMappingSaysOfItsFilesDoesNotHoldTheMendedOnesBack(key: String, text: String, encoding: TextEncoding)
    throws
  {
    let json = """
      {"name": "m", \(key), "columns": [{"field": "number", "headers": ["Nr"]},
        {"field": "name", "headers": ["Namn"], "required": true}]}
      """
    let office = try Office(mapping: json)
    let data =
      switch encoding {
      case .cp850: Array(text.utf16).map { $0 == 0xD6 ? 0x99 : $0 == 0xE5 ? 0x86 : UInt8($0) }
      case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      default: Array(text.utf8)
      }
    try office.folder.write(data, to: "k.csv")
    #expect(try office.importing("k.csv").counts == .init(rows: 1, rejected: 1))
    for mapping in ["m", nil] {
      let again = try office.importing("k.csv.rejects.csv") {
        $0.mapping = mapping
        $0.rejects = office.folder.file("again.csv")
      }
      #expect(again.counts == .init(rows: 1, rejected: 1))
      #expect(again.report.problems.entries.map(\.code) == ["name.missing"])
    }
  }

  @Test func theInputAndTheRegisterAreNeverReplacedByRejects() throws {
    let text = "Nr;Namn\n1;\n"
    try office.folder.write(text, to: "k.csv")
    try FileManager.default.createSymbolicLink(
      atPath: office.folder.file("link.csv"), withDestinationPath: office.folder.file("k.csv"))
    for (rejects, code) in [
      ("k.csv", "rejects.isInput"), ("link.csv", "rejects.isInput"), ("./k.csv", "rejects.isInput"),
      ("r.db", "rejects.isRegister"),
    ] {
      for isDryRun in [false, true] {
        let error = try office.failure("k.csv") {
          $0.rejects = office.folder.file(rejects)
          $0.isDryRun = isDryRun
        }
        #expect(error.status == .usage)
        #expect(error.code == code)
      }
    }
    #expect(try office.read("k.csv") == text)
  }

  @Test func aFileInTheWayOfTheRejectsIsKeptWhenNobodyNamedIt() throws {
    try office.folder.write("mended work", to: "kunder.csv.rejects.csv")
    try office.importing(text: "Nr;Namn\n1;\n")
    #expect(try office.read("kunder.csv.rejects.previous.csv") == "mended work")
  }

  @Test func aRejectsFileThatCannotBeWrittenStopsTheRun() throws {
    try office.folder.write("Nr;Namn\n1;A\n2;\n", to: "k.csv")
    let error = try office.failure("k.csv") { $0.rejects = office.folder.file("no/such/folder.csv") }
    #expect(error.status == .failed)
    #expect(error.code == "output.cannotWrite")
  }
}
