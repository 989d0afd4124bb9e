import CustomerModel
import RegisterStore
import Rows
import Runs
import TestSupport
import Testing
import Texts
import Writers

/// A list with groups above its headings.
@Suite struct HeadingBandImportTests {
  private let office: Office
  init() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    self.office = office
  }

  private static let rows: [[String?]] = [
    ["Kund", nil, nil, "Besöksadress", nil, "Kontaktperson", nil, "Ägare", nil],
    ["Nr", "Namn", "Telefon", "Postnr", "Ort", "Namn", "Telefon", "Namn", "E-post"],
    ["1001", "Norra Kyl AB", nil, "111 99", "Lillköping", "Eva Ek", "070-174 06 05", "Fonden", "fond@example.se"],
    ["Nr", "Namn", "Telefon", "Postnr", "Ort", "Namn", "Telefon", "Namn", "E-post"],
    ["1002", nil, nil, "111 98", "Lillköping", "Bo Berg", "070-174 06 06", nil, nil],
  ]

  private func expectGroups(_ outcome: ImportOutcome) throws {
    let card = try #require(try office.card("1001"))
    #expect(card[.customerName] == "Norra Kyl AB")
    #expect(card[FieldPath("phone")!] == nil)
    #expect(card[FieldPath("email")!] == nil)
    #expect(card[FieldPath("visitingAddress.city")!] == "Lillköping")
    #expect(card[FieldPath("contactPersons[0].name")!] == "Eva Ek")
    #expect(card[FieldPath("contactPersons[0].phone")!] == "070-174 06 05")
    #expect(!card.values.values.contains { $0.contains("fond") || $0.contains("Fond") })
    #expect(outcome.report.unmappedColumns == ["Ägare Namn", "Ägare E-post"])
    #expect(
      outcome.report.notes.contains { $0.english.contains("“Kontaktperson”") && $0.english.contains("“Ägare E-post”") })
    #expect(outcome.report.passedOver.rows.map(\.code) == ["row.headings"])
  }

  @Test("a text puts each column in the field of its group, names what it left out, and takes its mended rejects")
  func text() throws {
    let lines = Self.rows.map { $0.map { $0 ?? "" }.joined(separator: ";") }
    let outcome = try office.importing(text: lines.joined(separator: "\n"))
    try expectGroups(outcome)
    #expect(outcome.counts.rejected == 1)
    let rejects = try office.read("kunder.csv.rejects.csv")
    try office.folder.write(rejects.replacing("1002;;", with: "1002;Södra Värme AB;"), to: "mended.csv")
    #expect(try office.importing("mended.csv").counts.created == 1)
    let card = try #require(try office.card("1002"))
    #expect(card[FieldPath("phone")!] == nil)
    #expect(card[FieldPath("contactPersons[0].phone")!] == "070-174 06 06")
  }

  @Test("so does a workbook")
  func workbook() throws {
    let writer = try WorkbookWriter(path: office.folder.file("k.xlsx"))
    try writer.addSheet("Kunder", columns: Self.rows[0].map { WorkbookWriter.Column($0 ?? "") })
    for row in Self.rows.dropFirst() { try writer.append(row) }
    try writer.finish()
    try expectGroups(try office.importing("k.xlsx"))
  }

  @Test("headings in two rows are read as one, their rows start below, and both are known again")
  func twoRows() throws {
    let upper = "Kundnr;Namn;Kontaktperson;;Besöksadress;\n"
    let outcome = try office.importing(
      text: upper + ";;Telefon;E-post;Adress;Ort\n1;Ek;070-174 06 05;a@example.se;Gatan 1;Lund\n" + upper
        + "2;Bo;070-174 06 06;;;\n")
    #expect(outcome.counts.created == 2)
    #expect(outcome.counts.rejected == 0)
    let card = try #require(try office.card("1"))
    #expect(card[FieldPath("contactPersons[0].phone")!] == "070-174 06 05")
    #expect(card[FieldPath("contactPersons[0].email")!] == "a@example.se")
    #expect(card[FieldPath("visitingAddress.city")!] == "Lund")
    #expect(card[FieldPath("phone")!] == nil)
    #expect(outcome.report.passedOver.rows.map(\.place.row) == [4])
    #expect(outcome.report.notes.contains { $0.english.contains("two rows") })
  }

  @Test("the words over the groups are passed over where a page begins again")
  func groupsAgain() throws {
    let head = "Kund;;;Kontaktperson;\nKundnr;Namn;Ort;Namn;Telefon\n"
    let outcome = try office.importing(
      text: head + "1;Ek;Lund;Eva;070-174 06 05\n" + head + "2;Bo;Lund;Al;070-174 06 06\n")
    #expect(outcome.counts.created == 2)
    #expect(outcome.counts.rejected == 0)
    #expect(outcome.report.passedOver.rows.map(\.place.row) == [4, 5])
  }

  @Test("a title above the headings is none")
  func title() throws {
    let outcome = try office.importing(
      text: "Kundlista 2026;;;\nKundnr;Namn;Telefon;E-post\n1;A;08-12 34 56;a@example.se\n")
    #expect(outcome.counts == .init(rows: 1, created: 1))
    #expect(try office.card("1")?[FieldPath("phone")!] == "08-12 34 56")
    #expect(outcome.report.notes == [])
  }
}
