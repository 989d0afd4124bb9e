import Mapping
import Testing

@Suite struct HeaderUnionTests {
  private static let json = """
    {"name": "k", "columns": [
      {"field": "number", "headers": ["Kundnr", "Kundnummer"], "required": true},
      {"field": "name", "headers": ["Namn", "Firma"]},
      {"field": "name", "join": [["Förnamn"], ["Efternamn"]]},
      {"field": "identityNumber", "firstOf": [["Orgnr"], ["Personnr"]]},
      {"field": "phone", "headers": ["Telefon"]}
    ]}
    """

  private func union(_ headers: [[String]]) throws -> HeaderUnion {
    HeaderUnion(headers, mapping: try MappingFile(json: Array(Self.json.utf8), origin: "k.json"))
  }

  @Test("columns in another order and under other headings of the same field are one")
  func synonyms() throws {
    let union = try union([["Kundnr", "Namn", "Telefon"], ["TELEFON", "Kundnummer", "Firma"]])
    #expect(union.names == ["Kundnr", "Namn", "Telefon"])
    #expect(union.places == [[0, 1, 2], [2, 0, 1]])
    #expect(union.isOneTable)
  }

  @Test("columns that only one sheet has stand behind those of the first")
  func ownColumns() throws {
    let union = try union([["Kundnr", "Orgnr"], ["Kundnr", "Personnr", "Ort"], ["Ort", "Kundnr"]])
    #expect(union.names == ["Kundnr", "Orgnr", "Personnr", "Ort"])
    #expect(union.places == [[0, 1], [0, 2, 3], [3, 0]])
    #expect(union.isOneTable)
  }

  @Test("what nothing takes is one column by its heading, the second of a sheet by itself, without heading by sheet")
  func unmapped() throws {
    let union = try union([["Kundnr", "Zon", "Zon", ""], ["Kundnr", "zon", "", "ZON"]])
    #expect(union.names == ["Kundnr", "Zon", "Zon", "", ""])
    #expect(union.places == [[0, 1, 2, 3], [0, 1, 4, 2]])
    #expect(union.isOneTable)
  }

  @Test("fields that the header names itself are one column whatever they say of their kind")
  func named() throws {
    let union = try union([["Kundnr", "customFields.Yta:number"], ["customFields.Yta", "Kundnr"]])
    #expect(union.places == [[0, 1], [1, 0]])
  }

  @Test("entries of which only one can fill a field make more than one table")
  func oneOfSeveralEntries() throws {
    let union = try union([["Kundnr", "Namn"], ["Kundnr", "Förnamn", "Efternamn"]])
    #expect(union.names == ["Kundnr", "Namn", "Förnamn", "Efternamn"])
    #expect(!union.isOneTable)
  }

  @Test("equal headers are themselves")
  func equal() throws {
    let union = try union([["Kundnr", "Namn", "x"], ["Kundnr", "Namn", "x"]])
    #expect(union.names == ["Kundnr", "Namn", "x"])
    #expect(union.places == [[0, 1, 2], [0, 1, 2]])
  }
}
