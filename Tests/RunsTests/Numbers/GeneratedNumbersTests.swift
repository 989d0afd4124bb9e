import CustomerModel
import Mapping
import RegisterStore
import TestSupport
import Testing
import Texts

@testable import Runs

@Suite struct GeneratedNumbersTests {
  private let office: Office
  init() throws { office = try Office([.generateNumber: 1]) }

  private func numbers(of names: [String]) throws -> [String?] {
    let cards = try office.state().cards
    return names.map { name in cards.first { $0.value[.customerName] == name }?.key }
  }

  @Test func rowsWithoutANumberGetTheNextOnes() throws {
    #expect(try office.importing(text: "Namn\nA\nB\n").counts.created == 2)
    #expect(try numbers(of: ["A", "B"]) == ["1", "2"])
    try office.importing(text: "Nr;Namn\n0500;C\nX9000;D\n;E\n")
    #expect(try numbers(of: ["C", "D", "E"]) == ["0500", "X9000", "0501"])
  }

  @Test func aNumberFurtherDownIsNotGivenAway() throws {
    let outcome = try office.importing(text: "Nr;Namn\n;A\n;B\n1;C\n 2 ;D\n\"3\";E\n")
    #expect(outcome.counts == .init(rows: 5, created: 5))
    #expect(try numbers(of: ["A", "B", "C", "D", "E"]) == ["4", "5", "1", "2", "3"])
  }

  @Test(
    "what no number can be, and what a rejected row has, does not say how numbers look",
    arguments: [
      "Rader 6;", "#8;Fel AB", "Rader: 6;", "Antal kunder: 12;", "2026-10-12;Fel AB", "Sida-2;", "Rad 7;Fel AB",
    ])
  func junk(row: String) throws {
    try office.importing(text: "Nr;Namn\n;A\n;B\n\(row)\n")
    #expect(try numbers(of: ["A", "B"]) == ["1", "2"])
  }

  @Test("the number of a row without name is not given to another, and one number says what they look like")
  func rejectedNumber() throws {
    try office.importing(text: "Nr;Namn\n;A\n7;\n")
    #expect(try numbers(of: ["A"]) == ["8"])
    let office = try Office([.generateNumber: 1])
    try office.importing(text: "Nr;Namn\n;A\nK-0007;B\n")
    #expect(try office.card("K-0008")?[.customerName] == "A")
  }

  @Test(arguments: [
    #"{"field": "number", "headers": ["Nr"], "transforms": [{"replace": {"pattern": "K", "with": ""}}]}"#,
    #"{"field": "number", "firstOf": [["Nr"], ["Gammalt nr"]]}"#,
  ])
  func aNumberThatTheMappingMakesIsNotGivenAway(column: String) throws {
    let json = #"{"name": "m", "columns": [\#(column), {"field": "name", "headers": ["Namn"]}]}"#
    let office = try Office([.generateNumber: 1], mapping: json)
    let outcome = try office.importing(text: "Nr;Namn;Gammalt nr\n;A;\nK1;B;\n;C;1\n;D;\n")
    #expect(outcome.counts.rejected + outcome.counts.created == 4)
    let names = try office.state().cards.values.compactMap { $0[.customerName] }
    #expect(Set(names).isSuperset(of: ["A", "B", "D"]))
  }

  @Test func theSecondRunOfRowsWithoutNumberIsUnchanged() throws {
    let text = "Nr;Namn;Telefon\n;A;08-12 34 56\n;B;inget nummer\n5;C;\n;D;\n"
    let first = try office.importing(text: text)
    #expect(first.counts == .init(rows: 4, created: 4, warnings: 1))
    for _ in 0..<2 {
      #expect(try office.importing(text: text).counts == .init(rows: 4, unchanged: 4, warnings: 1))
    }
    let shown = try office.importing(text: text) { $0.isDryRun = true }
    #expect(shown.counts == .init(rows: 4, unchanged: 4, warnings: 1))
  }

  @Test func aRowWithoutNumberFindsItsCustomerAgainWhateverChangedSince() throws {
    let text = "Nr;Namn;Telefon\n;A;08-12 34 56\n;B;\n"
    try office.importing(text: text)
    try office.importing(text: "Nr;Namn;Telefon\n1;A;08-99 99 99\n")
    try office.set([.showLanguage: 1])
    #expect(try office.importing(text: text).counts == .init(rows: 2, updated: 1, unchanged: 1))
    #expect(try office.card("1")?[FieldPath("phone")!] == "08-12 34 56")
    #expect(try office.importing(text: text).counts == .init(rows: 2, unchanged: 2))
  }

  @Test func twoEqualRowsWithoutNumberAreOneCustomer() throws {
    let text = "Nr;Namn\n;A\n;A\n;B\n"
    let first = try office.importing(text: text)
    #expect(first.counts == .init(rows: 3, created: 2, rejected: 1))
    #expect(try office.importing(text: text).counts == .init(rows: 3, unchanged: 2, rejected: 1))
  }

  @Test func numbersOfDeletedCustomersAreNotGivenAgain() throws {
    try office.importing(text: "Nr;Namn\n41;A\n")
    let run = try #require(try office.importing(text: "Nr;Namn\n;B\n").run)
    #expect(try numbers(of: ["B"]) == ["42"])
    try office.undo(run)
    try office.importing(text: "Nr;Namn\n;C\n")
    #expect(try numbers(of: ["C"]) == ["43"])
  }

  @Test func generatedNumbersKeepTheRegistersLength() throws {
    try office.set([.numberMinimumLength: 4, .numberMaximumLength: 4])
    try office.importing(text: "Namn\nA\n")
    #expect(try numbers(of: ["A"]) == ["1000"])
    try office.importing(text: "Nr;Namn\n9998;B\n")
    try office.importing(text: "Namn\nC\n")
    #expect(try numbers(of: ["C"]) == ["9999"])
    try office.folder.write("Namn\nD\n", to: "k.csv")
    let error = try office.failure("k.csv")
    #expect(error.status == .failed)
    #expect(error.code == "number.exhausted")
    #expect(error.remedies == [.change(.numberMaximumLength, to: "5")])
  }

  @Test func noLengthIsAdvisedThatCannotBeSet() throws {
    try office.importing(text: "Nr;Namn\n\(String(repeating: "x", count: 49))9;A\n")
    try office.folder.write("Namn\nB\n", to: "k.csv")
    let error = try office.failure("k.csv")
    #expect(error.code == "number.exhausted")
    #expect(error.remedies.isEmpty)
  }

  @Test func theLongestNumbersAreNotGivenTwice() throws {
    try office.importing(text: "Nr;Namn\n999999999999999999;A\n")
    try office.importing(text: "Nr;Namn\n;B\n")
    try office.importing(text: "Nr;Namn\n;C\n")
    let numbers = try numbers(of: ["B", "C"])
    #expect(numbers == ["1000000000000000000", "1000000000000000001"])
  }

  @Test func theReportSaysHowManyWereGiven() throws {
    let outcome = try office.importing(text: "Namn\nA\nB\n")
    #expect(outcome.report.notes.contains(NumberTexts.generated(2, hasIdentity: false)))
    let one = try office.importing(text: "Namn\nC\n")
    #expect(one.report.notes.contains(NumberTexts.generated(1, hasIdentity: false)))
  }
}
