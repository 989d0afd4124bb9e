import Foundation
import Testing

/// What `import` advises below problems and notes: only what helps with the rows that have them.
@Suite struct ProblemAdviceTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  private func told(_ list: String, _ status: Int32 = 2) throws -> String {
    try place.write(list, to: "k.csv")
    return try place.expect(status, "import", "k.csv", "--format", "table", "--language", "en").stdout
  }

  @Test(
    "a row without name where the column is known needs no mapping, and without number and name no generated one",
    arguments: [
      "Kundnr;Namn;Telefon\n1;A;\n;;08-12 34 56\n", "Kundnr;Namn;Telefon\n;;08-12 34 56\n1;A;\n;;08-65 43 21\n",
    ])
  func rowsWithoutName(list: String) throws {
    let told = try told(list)
    #expect(told.contains("name.missing") && told.contains("number.missing"))
    #expect(!told.contains("mapping suggest"))
    #expect(!told.contains("settings set generateNumber"))
  }

  @Test("rows that have a name and no number get the way to have one made")
  func rowsWithoutNumber() throws {
    let told = try told("Kundnr;Namn;Telefon\n1;A;\n;B;08-12 34 56\n;;08-65 43 21\n")
    #expect(told.contains("settings set generateNumber on"))
    #expect(!told.contains("mapping suggest"))
  }

  @Test("further rows are advised where the file has contact persons, and only there")
  func severalRows() throws {
    #expect(try !told("Kundnr;Namn\n1;A\n1;B\n").contains("--several-rows"))
    #expect(
      try told("Kundnr;Namn;contactPersons[0].name\n1;A;Anna\n1;A;Bo\n").contains("--several-rows contactPersons"))
  }

  @Test("a file without a column of names is told how to begin a mapping")
  func fileWithoutNames() throws {
    _ = try told("Kundnr;Namn\n1;A\n", 0)
    #expect(try told("Kundnr;Telefon\n2;08-12 34 56\n").contains("mapping suggest k.csv"))
  }

  @Test("persons who became companies: the option that lets the number decide is named, and again with the run")
  func typeByIdentity() throws {
    let list = "Kundnr;Namn;Personnr\n1;Bo Ek;19800101-1231\n"
    #expect(try told(list, 0).contains("--type-by identity"))
    #expect(try place.succeed("runs", "show", "1", "--format", "table").stdout.contains("--type-by identity"))
    #expect(try !told(list, 0).contains("--type-by identity"))
  }
}
