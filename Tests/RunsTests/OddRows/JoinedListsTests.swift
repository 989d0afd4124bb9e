import CustomerModel
import RegisterStore
import Runs
import TestSupport
import Testing
import Texts
import Validation
import Writers

/// Lists that were put into one file, with other headings further down or customers above the headings.
@Suite struct JoinedListsTests {
  private let office: Office
  init() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    self.office = office
  }

  private func rejects(_ outcome: ImportOutcome) -> [String: Int] {
    let rejects = outcome.report.problems.entries.filter { $0.severity == .reject }
    return Dictionary(uniqueKeysWithValues: rejects.map { ($0.code, $0.count) })
  }

  private func numbers() throws -> [String] { try office.state().cards.keys.sorted() }

  // MARK: Rows above a better header

  @Test("customers above headings with more columns are imported, and those below the others rejected")
  func above() throws {
    let first = (1...10).map { "\($0);Kund \($0);Lund\n" }.joined()
    let outcome = try office.importing(
      text: "Kundnr;Namn;Ort\n\(first)Kundnr;Namn;Ort;Telefon\n20;Bo;Lund;08-12 34 56\n21;Al;Lund;\n")
    #expect(outcome.counts.created == 10)
    #expect(rejects(outcome)["row.headings"] == 3)
    #expect(try office.card("20") == nil)
    #expect(outcome.report.notes == [])
    let lines = try office.read("kunder.csv.rejects.csv").split(whereSeparator: \.isNewline)
    #expect(lines.count == 4)
    #expect(lines.last?.contains("the headings in row 12") == true)
  }

  @Test("in a workbook the sheet after it is read as ever")
  func workbook() throws {
    let writer = try WorkbookWriter(path: office.folder.file("k.xlsx"))
    for (sheet, rows) in [
      ("Norr", [["Kundnr", "Namn"], ["1", "A"], ["Kundnr", "Namn", "Ort"], ["2", "B", "Lund"]]),
      ("Söder", [["Kundnr", "Namn", "Ort"], ["3", "C", "Lund"]]),
    ] {
      try writer.addSheet(sheet, columns: rows[0].map { WorkbookWriter.Column($0) })
      for row in rows.dropFirst() { try writer.append(row.map { Optional($0) }) }
    }
    try writer.finish()
    let outcome = try office.importing("k.xlsx")
    #expect(try numbers() == ["1", "3"])
    #expect(rejects(outcome) == ["row.headings": 2])
    #expect(try office.failure("k.xlsx") { $0.inactivatesMissing = true }.code == "missing.otherHeadings")
  }

  @Test("customers above the only headings, and another table there, are named, and stop an inactivation")
  func named() throws {
    for (above, rows) in [
      ("1;Ek;Lund\n2;Bo;Lund\n", "1, 2"), ("Säljare;Region\n1;Nord\n2;Syd\n\n", "2, 3"),
      ("A-1;Ek;\n\nA-2;;Lund\n", "1, 3"),
    ] {
      let outcome = try office.importing(text: above + "Kundnr;Namn;Ort\n3;Al;Lund\n")
      #expect(try numbers() == ["3"])
      #expect(outcome.report.notes.contains { $0.english.contains("rows \(rows)") }, "\(outcome.report.notes)")
      #expect(try office.failure("kunder.csv") { $0.inactivatesMissing = true }.code == "missing.rowsAbove")
    }
  }

  @Test(
    "titles, labels, dates and groups above the headings are not named, and stop nothing",
    arguments: [
      "Kundlista 2026;;;;", "Kundlista;;;Utskriven 2026-11-28;", "Företag;Fixar AB;;;",
      "Urval:;Alla;Sortering:;Namn;Ort",
      "Kundlista;;Utskriven;2026-10-01;", "Urval;Alla;Sortering;Namn;", "Kundlista 2026;;Sida 1;;",
      "2026-11-28;Sida 1;;;", "Kund;;Kontakt;Adress;", "Datum;2026-11-28;;;\nAnvändare;Eva Ek;;;\nPeriod;2026;;;",
    ])
  func titles(above: String) throws {
    let outcome = try office.importing(text: above + "\nKundnr;Namn;Ort;Telefon;E-post\n1;A;Lund;08-12 34 56;\n")
    #expect(outcome.counts.created == 1)
    #expect(outcome.report.notes.allSatisfy { !$0.english.contains("What stands above the headings") })
    #expect(try office.importing("kunder.csv") { $0.inactivatesMissing = true }.counts.unchanged == 1)
  }

  @Test("who says in a mapping where the headings stand is asked for nothing above them")
  func headerRow() throws {
    let mapping = Office.mapping.replacing("\"columns\"", with: "\"headerRow\": 3, \"columns\"")
    let office = try Office(mapping: mapping)
    let outcome = try office.importing(text: "1;Ek;1\n2;Bo;2\nNr;Namn;Telefon\n3;Al;\n") {
      $0.inactivatesMissing = true
    }
    #expect(outcome.counts.created == 1)
    #expect(outcome.report.notes == [])
  }

  // MARK: Other headings further down

  @Test(
    "rows below headings of other columns, or in another order, are never read by the first",
    arguments: [
      "Kundnr;Namn;E-post", "Namn;Ort;Kundnr", "Kundnamn;Postort;Kundnummer", "Kundnr;Namn;Besöksadress",
      "Kundnr;Namn;Region", "Kundnr;Namn;Ort;Telefon", "Kundnr;Region;Namn", "Anläggning;Kundnr;Namn",
      "KUNDNR;ORT;NAMN",
      "Namn;Telefon;", "Kundnr;Namn;;Ort", "Kundnr;Ort;",
    ])
  func changed(row: String) throws {
    let outcome = try office.importing(text: "Kundnr;Namn;Ort\n1;Ek;Lund\n\(row)\n2;Bo;Malmö\n3;Al;Lund\nSumma;;2\n")
    #expect(try numbers() == ["1"])
    #expect(rejects(outcome)["row.headings"] == 4)
    #expect(outcome.counts.rejected == 4)
    #expect(try office.failure("kunder.csv") { $0.inactivatesMissing = true }.code == "missing.otherHeadings")
  }

  @Test(
    "the same headings in other words are passed over",
    arguments: ["Kundnummer;Kundnamn;Postort", "kundnr;Företag;ORT", "Kundnr;Namn;Sida 2", "Nr;Firma;"])
  func synonyms(row: String) throws {
    let outcome = try office.importing(text: "Kundnr;Namn;Ort\n1;Ek;Lund\n\(row)\n2;Bo;Malmö\n")
    #expect(try numbers() == ["1", "2"])
    #expect(outcome.report.passedOver.rows.map(\.code) == ["row.headings"])
    #expect(outcome.counts.rejected == 0)
  }

  @Test(
    "a customer with words of headings in some cells is one",
    arguments: [
      "KUND;Bygg AB;Lund", "2;Namn;Ort", "ORT;Orten AB;Lund", "NAMN;Nils Namn;Ort", "2;Telefon;E-post", "FIRMA;A;B",
    ])
  func customers(row: String) throws {
    let outcome = try office.importing(text: "Kundnr;Namn;Ort;Telefon;E-post\n1;Ek;Lund;;\n\(row);;\n3;Bo;Malmö;;\n")
    #expect(outcome.counts.created == 3)
    #expect(outcome.report.passedOver.count == 0)
  }

  @Test("once the first headings come again their rows are read")
  func again() throws {
    let outcome = try office.importing(
      text: "Kundnr;Namn;Ort\n1;Ek;Lund\nKundnr;Ort;Namn\n2;Malmö;Bo\nKundnr;Namn;Ort\n3;Al;Lund\n")
    #expect(try numbers() == ["1", "3"])
    #expect(outcome.counts.rejected == 2)
  }

  @Test("a row that the last run took is not taken below other headings")
  func secondRun() throws {
    try office.importing(text: "Kundnr;Namn;Ort\n1;Ek;Lund\n2;Bo;Malmö\n")
    let outcome = try office.importing(text: "Kundnr;Namn;Ort\n1;Ek;Lund\nKundnr;Ort;Namn\n2;Bo;Malmö\n")
    #expect(outcome.counts.unchanged == 1)
    #expect(outcome.counts.rejected == 2)
  }

  @Test("rejected rows come back as they are until they stand under their own headings")
  func rejectsAgain() throws {
    try office.importing(text: "Kundnr;Namn;Ort\n1;Ek;Lund\nKundnr;Ort;Namn\n2;Malmö;Bo\n")
    let again = try office.importing("kunder.csv.rejects.csv") { $0.rejects = office.folder.file("again.csv") }
    #expect(again.counts == .init(rows: 2, rejected: 2))
    try office.importing(text: "Kundnr;Ort;Namn\n2;Malmö;Bo\n")
    #expect(try office.card("2")?[.customerName] == "Bo")
  }

  @Test("a list without numbers has other headings, too")
  func withoutNumbers() throws {
    let office = try Office([.generateNumber: 1])
    let outcome = try office.importing(text: "Namn;Telefon\nA AB;\nTelefon;Namn\n08-12 34 56;B AB\n")
    #expect(outcome.counts.created == 1)
    #expect(outcome.counts.rejected == 2)
  }

  @Test("who turns the rule off reads them all")
  func off() throws {
    var office = office
    office.severities = ["row.headings": .off]
    #expect(try office.importing(text: "Kundnr;Namn;Ort\n1;Ek;Lund\nKundnr;Ort;Namn\n2;Malmö;Bo\n").counts.created == 3)
  }
}
