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

  /// The rows that are told to have the number of an earlier one, with that one: `6 of 3`.
  private func duplicates(_ numbers: [String]) throws -> [String] {
    let outcome = try office.importing(text: "Nr;Namn\n" + numbers.map { "\($0);K\n" }.joined())
    let entry = outcome.report.problems.entries.first { $0.code == "number.duplicate" }
    return (entry?.examples ?? []).map { example in
      let first = example.message.firstMatch(of: /row (\d+)\./).map { String($0.1) } ?? ""
      return "\(example.position ?? 0) of \(first)"
    }
  }

  @Test func aNumberIsFoundAgainAmongAscendingOnesAndAfterThem() throws {
    #expect(try duplicates(["1001", "1001"]) == ["3 of 2"])
    #expect(
      try duplicates(["998", "999", "1000", "1002", "999", "1002", "1003", "1003"]) == ["6 of 3", "7 of 5", "9 of 8"])
    #expect(try duplicates(["2", "4", "6", "5", "7", "4", "5"]) == ["7 of 3", "8 of 5"])
  }

  @Test func numbersWithoutOrderAreFoundAgainAlsoWhenTheyAreMany() throws {
    let numbers = (0..<5000).map { "K-\(($0 * 7919) % 5003)" }
    #expect(
      try duplicates(numbers + [numbers[17], numbers[2500], numbers[4999]])
        == ["5002 of 19", "5003 of 2502", "5004 of 5001"])
  }

  @Test func numbersThatDifferInLengthOrInTheirLastCharacterAreOthers() throws {
    let long = String(repeating: "9", count: 14)
    let numbers = ["1", "01", "001", long, long + "9", long + "99", long + "98", long + "999", "8" + long + "9"]
    #expect(try duplicates(numbers) == [])
    let twice = (numbers + numbers).map { "\($0);K\n" }.joined()
    #expect(codes(try Office().importing(text: "Nr;Namn\n" + twice)) == ["number.duplicate": numbers.count])
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
