import CustomerModel
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing
import Texts

/// Rejected rows that lack cells, in runs in which blank cells clear their fields.
@Suite struct RejectedGapsTests {
  private let office: Office
  private let phone = FieldPath("phone")!
  private let email = FieldPath("email")!

  init() throws {
    office = try Office()
    try office.importing(text: "Nr;Namn;Aktiv;Telefon;E-post\n1;Ek;ja;08-123 45 67;ek@example.se\n")
  }

  /// Imports a list whose row is rejected for `kanske`, mends the rejects file and imports it.
  private func mended(
    _ text: String, as name: String = "k.csv", _ mend: (String) -> String = { $0 }, language: Language = .english
  ) throws {
    try office.folder.write(text, to: name)
    let choose: (inout ImportOptions) -> Void = {
      $0.empty = .clear
      $0.language = language
    }
    #expect(try office.importing(name, choose).counts.rejected == 1)
    let rejects = name + ".rejects.csv"
    try office.folder.write(mend(office.read(rejects).replacing("kanske", with: "ja", maxReplacements: 1)), to: rejects)
    #expect(try office.importing(rejects, choose).counts.rejected == 0)
  }

  @Test("a cell that the row lacks clears nothing", arguments: [Language.english, .swedish])
  func shortRows(language: Language) throws {
    try mended("Nr;Namn;Aktiv;Telefon;E-post\n1;Ek;kanske\n", language: language)
    #expect(try office.card("1")?[phone] == "08-123 45 67")
    #expect(try office.card("1")?[email] == "ek@example.se")
  }

  @Test func aBlankCellOfTheRowClears() throws {
    try mended("Nr;Namn;Aktiv;Telefon;E-post\n1;Ek;kanske;\n")
    #expect(try office.card("1")?[phone] == nil)
    #expect(try office.card("1")?[email] == "ek@example.se")
  }

  @Test func aKeyThatAnObjectLacksClearsNothing() throws {
    try mended(
      #"[{"Nr":"1","Namn":"Ek","Aktiv":"kanske","E-post":null},{"Nr":"2","Namn":"Bo","Telefon":"08-123 45 68"}]"#,
      as: "k.json")
    #expect(try office.card("1")?[email] == nil)
    #expect(try office.card("1")?[phone] == "08-123 45 67")
  }

  @Test func whatIsWrittenIntoSuchACellIsTaken() throws {
    try mended(
      "Nr;Namn;Aktiv;Telefon;E-post\n1;Ek;kanske\n",
      { $0.replacing("ja;;;", with: "ja;08-765 43 21;;") })
    #expect(try office.card("1")?[phone] == "08-765 43 21")
    #expect(try office.card("1")?[email] == "ek@example.se")
  }

  @Test func whoeverEmptiesTheReasonsMeansTheBlanks() throws {
    try mended(
      "Nr;Namn;Aktiv;Telefon;E-post\n1;Ek;kanske\n",
      { text in text.replacing(#/;2;.*/#, with: ";2;") })
    #expect(try office.card("1")?[phone] == nil)
  }

  @Test func whereBlanksClearNothingNoGapIsNamed() throws {
    try office.folder.write("Nr;Namn;Aktiv;Telefon;E-post\n1;Ek;kanske\n", to: "k.csv")
    try office.importing("k.csv")
    #expect(try !office.read("k.csv.rejects.csv").contains("row.gaps"))
  }
}
