import CustomerModel
import Testing

@testable import Writers

@Suite struct SheetNameTests {
  @Test(arguments: ["Kunder", "Åäö 1", "It's", String(repeating: "a", count: 31)])
  func allows(name: String) throws { try SheetName.check(name, others: ["Blad1"]) }

  @Test(arguments: [
    ("", "empty", "Blad1"), (String(repeating: "a", count: 32), "longer than 31", String(repeating: "a", count: 31)),
    ("a/b", "one of", "a_b"), ("a[1]", "one of", "a_1_"), ("a\u{1}", "one of", "a_"), ("'a", "apostrophe", "a"),
    ("a'", "apostrophe", "a"), ("History", "for itself", "Blad1"), ("KUNDER", "has it already", "KUNDER"),
    (String(repeating: "😀", count: 16), "longer than 31", String(repeating: "😀", count: 15)),
    ("''", "apostrophe", "Blad1"),
  ])
  func refusesAndMends(name: String, rule: String, fitted: String) throws {
    let error = try #require(throws: KundregError.self) { try SheetName.check(name, others: ["Kunder"]) }
    #expect(error.status == .failed)
    #expect(error.code == "workbook.sheetName")
    #expect(error.message.contains(rule))
    #expect(SheetName.fitted(name) == fitted)
  }
}
