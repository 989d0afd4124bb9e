import Mapping
import Rows
import Testing

/// Fields that each row has from the first of its columns that is filled.
@Suite struct FallbackTests {
  @Test func rowsWithoutTheFirstHaveTheOthersTogether() throws {
    let file = try Probe.file(
      #"{"columns": [{"field": "name", "firstOf": [["Företag"], ["Firma"]], "join": [["Förnamn"], ["Efternamn"]]}]}"#)
    let mapping = try CompiledMapping(
      file, header: ["Företag", "Förnamn", "Efternamn", "Firma"], today: Probe.today)
    let records = mapping.map(
      Probe.batch([
        ["Ek AB", "Anna", "Ek", ""], ["", "Bo", "Alm", ""], ["", "Cia", "Lind", "Lind AB"], ["", "", "", ""],
      ]))
    #expect((0..<4).map { records.text(column: 0, row: $0) } == ["Ek AB", "Bo Alm", "Lind AB", nil])
  }

  @Test func columnsThatAListLacksArePassedOver() throws {
    let file = try Probe.file(
      #"{"columns": [{"field": "name", "firstOf": [["Firma"], ["Företag"]], "join": [["Förnamn"], ["Efternamn"]]}]}"#)
    let mapping = try CompiledMapping(file, header: ["Företag", "Efternamn"], today: Probe.today)
    let records = mapping.map(Probe.batch([["Ek AB", "Ek"], ["", "Alm"]]))
    #expect((0..<2).map { records.text(column: 0, row: $0) } == ["Ek AB", "Alm"])
  }
}
