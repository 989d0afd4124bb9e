import CustomerModel
import Testing
import Texts

@testable import Writers

@Suite struct SheetNameTests {
  @Test(arguments: ["Kunder", "Åäö 1", "It's", String(repeating: "a", count: 31)])
  func allows(name: String) throws { try SheetName.check(name, others: ["Blad1"]) }

  @Test(arguments: [
    ("", WriterTexts.sheetNameIsEmpty, "Blad1"),
    (String(repeating: "a", count: 32), WriterTexts.sheetNameIsLong(limit: 31), String(repeating: "a", count: 31)),
    ("a/b", WriterTexts.sheetNameHasForbidden, "a_b"), ("a[1]", WriterTexts.sheetNameHasForbidden, "a_1_"),
    ("a\u{1}", WriterTexts.sheetNameHasForbidden, "a_"), ("'a", WriterTexts.sheetNameHasApostrophe, "a"),
    ("a'", WriterTexts.sheetNameHasApostrophe, "a"), ("History", WriterTexts.sheetNameIsReserved, "Blad1"),
    ("KUNDER", WriterTexts.sheetNameIsTaken, "KUNDER"),
    (String(repeating: "😀", count: 16), WriterTexts.sheetNameIsLong(limit: 31), String(repeating: "😀", count: 15)),
    ("''", WriterTexts.sheetNameHasApostrophe, "Blad1"),
  ])
  func refusesAndMends(name: String, rule: Text, fitted: String) throws {
    let error = try #require(throws: KundregError.self) { try SheetName.check(name, others: ["Kunder"]) }
    #expect(error.status == .failed)
    #expect(error.code == "workbook.sheetName")
    #expect(error.text == WriterTexts.badSheetName(name, rule))
    #expect(SheetName.fitted(name) == fitted)
  }
}
