import CustomerModel
import RegisterStore
import Runs
import TestSupport
import Testing

/// `--missing inactivate` inactivates nobody who stands in the file, where it is not read.
@Suite struct NumbersElsewhereTests {
  private let office: Office
  init() throws {
    office = try Office()
    _ = try office.importing(text: "Nr;Namn\n" + (1...9).map { "10\($0);Kund \($0)\n" }.joined())
  }

  private func failure() throws -> String {
    let error = try office.failure("k.xlsx") {
      $0.inactivatesMissing = true
      $0.maximumInactivated = 1
    }
    #expect(error.message.contains("Nothing was written"))
    return error.code
  }

  private static let read = [["Nr", "Namn"]] + (1...6).map { ["10\($0)", "Kund \($0)"] }

  @Test(
    "customers on a sheet without headings that anybody knows are not missing",
    arguments: [[], [["Kolumn A", "Kolumn B"]]])
  func sheetWithoutHeadings(above: [[String]]) throws {
    let rest = (7...9).map { ["10\($0)", "Kund \($0)"] }
    try SheetBook().sheet("A", Self.read).sheet("B", above + rest).write(to: office.folder)
    #expect(try failure() == "missing.elsewhere")
    #expect(try office.card("107") != nil)
  }

  @Test(
    "customers on a sheet whose name says that it holds others are not missing",
    arguments: ["Leverantörer", "Fakturor 2026", "Orderrader", "Kontaktpersoner"])
  func sheetNamedForOthers(name: String) throws {
    let rest = [["Nr", "Namn"]] + (7...9).map { ["10\($0)", "Kund \($0)"] }
    try SheetBook().sheet("A", Self.read).sheet(name, rest).write(to: office.folder)
    #expect(try failure() == "missing.elsewhere")
    #expect(try office.card("107") != nil)
  }

  @Test("a sheet of suppliers with numbers of their own says nothing of customers")
  func suppliers() throws {
    let rest = [["Nr", "Namn"]] + (1...3).map { ["90\($0)", "Leverantör \($0)"] }
    try SheetBook().sheet("A", Self.read).sheet("Leverantörer", rest).write(to: office.folder)
    let outcome = try office.importing("k.xlsx") {
      $0.inactivatesMissing = true
      $0.maximumInactivated = 1
    }
    #expect(outcome.counts.inactivated == 3)
  }

  @Test("customers in a second list beside the first are not missing")
  func besideTheFirst() throws {
    let rows =
      [["Nr", "Namn", "", "Nr", "Namn"]]
      + (1...6).map { ["10\($0)", "Kund \($0)", "", $0 < 4 ? "10\($0 + 6)" : "", ""] }
    try SheetBook().sheet("A", rows).write(to: office.folder)
    #expect(try failure() == "missing.elsewhere")
  }

  @Test("figures of another kind on a sheet that is not read say nothing of customers")
  func figures() throws {
    let figures = [["Rum", "Antal"], ["Hall", "107"], ["Kök", "12"], ["Sal", "3"]]
    try SheetBook().sheet("A", Self.read).sheet("Mått", figures).write(to: office.folder)
    let outcome = try office.importing("k.xlsx") {
      $0.inactivatesMissing = true
      $0.maximumInactivated = 1
    }
    #expect(outcome.counts.inactivated == 3)
  }
}
