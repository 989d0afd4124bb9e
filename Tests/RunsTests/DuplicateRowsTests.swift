import CustomerModel
import RegisterStore
import Runs
import Testing
import Validation

@Suite struct DuplicateRowsTests {
  private let office: Office
  init() throws { office = try Office() }

  private func codes(_ outcome: ImportOutcome) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: outcome.report.problems.entries.map { ($0.code, $0.count) })
  }

  @Test(arguments: [0, 3], [false, true])
  func theFirstRowOfANumberCounts(known: Int, isDryRun: Bool) throws {
    // Into an empty register and into one that knows the number already, as another customer or by heart.
    if known > 0 { try office.importing(text: "Nr;Namn\n7;A\n9;I\n") }
    let outcome = try office.importing(text: "Nr;Namn\n7;A\n8;B\n7;C\n07;D\n7;A\n") { $0.isDryRun = isDryRun }
    #expect(outcome.counts.rejected == 2)
    #expect(codes(outcome) == ["number.duplicate": 2])
    let example = try #require(outcome.report.problems.entries.first?.examples.first)
    #expect(example.message.contains("row 2"))
    if !isDryRun {
      #expect(try office.card("7")?[.customerName] == "A")
      #expect(try office.card("07")?[.customerName] == "D")
    }
  }

  @Test(arguments: [false, true], [false, true])
  func aNumberIsFoundAgainAcrossBatches(isKnown: Bool, isDryRun: Bool) throws {
    let numbers = Array(1...9_000)
    if isKnown { try office.importing(text: "Nr;Namn\n" + numbers.map { "\($0);K\n" }.joined()) }
    let rows = numbers.map { "\($0);K\n" } + ["1;Ny\n", "4096;K\n", "4097;Ny\n", "9000;Ny\n"]
    let outcome = try office.importing(text: "Nr;Namn\n" + rows.joined()) { $0.isDryRun = isDryRun }
    #expect(outcome.counts.rejected == 4)
    #expect(outcome.counts.rows == 9_004)
    #expect(outcome.counts.created == (isKnown ? 0 : 9_000))
    #expect(codes(outcome) == ["number.duplicate": 4])
  }

  @Test func aSecondRowIsRejectedEvenWhenTheFirstWas() throws {
    let long = String(repeating: "x", count: 201)
    for isKnown in [false, true] {
      if isKnown { try office.importing(text: "Nr;Namn\n7;A\n") }
      let outcome = try office.importing(text: "Nr;Namn\n7;\(long)\n7;B\n")
      #expect(outcome.counts.rejected == 2)
      #expect(codes(outcome) == ["name.tooLong": 1, "number.duplicate": 1])
    }
  }

  @Test func theRejectsFileHoldsTheLaterRows() throws {
    try office.importing(text: "Nr;Namn\n7;A\n")
    try office.importing(text: "Nr;Namn\n7;A\n7;A\n7;B\n")
    let lines = try office.read("kunder.csv.rejects.csv").split(whereSeparator: \.isNewline)
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("7;A;3;number.duplicate: "))
    #expect(lines[2].hasPrefix("7;B;4;number.duplicate: "))
  }
}
