import CustomerModel
import Mapping
import RegisterStore
import Rows
import Runs
import TestSupport
import Testing
import Validation

/// Rows without number and name of which no field takes anything.
@Suite struct UntakenRowsTests {
  private static let heading = "Nr;Namn;Telefon;Omsättning;Omdöme\n"

  private func codes(_ outcome: ImportOutcome) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: outcome.report.problems.entries.map { ($0.code, $0.count) })
  }

  @Test(
    "a figure, a word or a date alone in a column that no field takes goes on with nobody",
    arguments: [";;;30;", ";;;1 234,50 kr;", ";;;;Bra", ";;;2026-11-30;Klart", "; ;;12;", ";;;-5"],
    [false, true])
  func alone(row: String, generates: Bool) throws {
    let office = try Office(generates ? [.generateNumber: 1] : [:])
    let outcome = try office.importing(text: Self.heading + "1;Ett;;5;\n\(row)\n2;Två;;25;\n")
    #expect(codes(outcome) == ["row.untaken": 1])
    #expect(outcome.counts.created == 2)
    let example = try #require(outcome.report.problems.entries.first?.examples.first)
    #expect(example.position == 3)
    #expect(example.header == nil)
  }

  @Test("it is told also as the first row, and where columns of contact persons are known and blank")
  func first() throws {
    let text = "Nr;Namn;Summa;contactPersons[0].name\n;;30;\n1;Ett;5;Anna\n;;35;\n"
    for several in [nil, .contactPersons] as [SeveralRows?] {
      let office = try Office()
      let outcome = try office.importing(text: text) { $0.severalRows = several }
      #expect(codes(outcome) == ["row.untaken": 2])
      #expect(outcome.counts.created == 1)
    }
  }

  @Test("its row in the rejects file stays as it was, and mended it is a customer of its own")
  func comesBack() throws {
    let office = try Office()
    try office.importing(text: Self.heading + "1;Ett;;5;\n;;;30;\n")
    let rejects = try office.read("kunder.csv.rejects.csv")
    #expect(rejects.contains(";;;30;;3;"))
    let again = try office.importing("kunder.csv.rejects.csv")
    #expect(codes(again) == ["row.untaken": 1])
    try office.folder.write(rejects.replacing(";;;30;;3;", with: "3;Tre;;30;;3;"), to: "mended.csv")
    let mended = try office.importing("mended.csv")
    #expect(mended.counts.created == 1)
    #expect(mended.counts.rejected == 0)
    #expect(try office.card("1")?[.customerName] == "Ett")
  }

  @Test(
    "a person in columns that no field takes may go on with the row above",
    arguments: [
      "Nr;Namn;Kontakter/Namn|;;Bo", "Nr;Namn;child_ids/email|;;bo@example.se", "Nr;Namn;Qqq|;;bo@example.se",
      "Nr;Namn;Kontakttelefon|;;0812345678", "Nr;Namn;Referens|;;Bo Ek",
    ])
  func persons(list: String) throws {
    let parts = list.split(separator: "|").map(String.init)
    let outcome = try Office().importing(text: "\(parts[0])\n1;Ett;\n\(parts[1])\n")
    #expect(codes(outcome) == ["row.continues": 1])
  }

  @Test(
    "what a field takes is told as before, and a blank row not at all",
    arguments: [
      (";;08-12 34 56;;", ["name.missing": 1, "number.missing": 1]), (";Tre;;30;", ["number.missing": 1]),
      (";;;;", [:]),
    ])
  func taken(row: String, expected: [String: Int]) throws {
    let outcome = try Office().importing(text: Self.heading + "1;Ett;;5;\n\(row)\n")
    #expect(codes(outcome) == expected)
  }
}
