import CustomerModel
import RegisterStore
import Runs
import Testing
import Validation

/// Signs that programs put before a cell to keep it a text.
@Suite struct GuardsTests: RepairsSuite {
  let office: Office
  init() throws { office = try .withShippedMappings() }

  @Test func guardsAreTakenOffAndTold() throws {
    let outcome = try office.importing(
      text: #"""
        Kundnummer;Namn;Telefon;Postnummer;Kommentar
        '1001;'=Plus AB;'+46 8 465 004 11;'11122;'- ring först
        ="0012";'t Hooft;="08-465 004 10";="11123";"=""a;b"""
        1003;'68 Bar;;;
        """#)
    #expect(outcome.counts.created == 3)
    let notice = try #require(notices(outcome)["repair.guard"])
    #expect(notice.contains("9 cells") && notice.contains("“Kundnummer” 2, “Namn” 1, “Telefon” 2"))
    #expect(notice.contains(#""repairs": ["fractions"]"#))
    let first = try #require(try office.card("1001"))
    #expect(first[.customerName] == "=Plus AB")
    #expect(first[Field.named("comments")!] == "- ring först")
    let second = try #require(try office.card("0012"))
    #expect(second[.customerName] == "'t Hooft")
    #expect(second[Field.named("comments")!] == "a;b")
    let third = try office.card("1003")
    #expect(third?[.customerName] == "'68 Bar")
    #expect(outcome.report.problems.entries.map(\.code) == ["cell.guard"])
  }

  @Test func aCellOfACustomerAbroadIsCountedOnce() throws {
    let outcome = try office.importing(text: "Kundnr;Namn;Orgnr;Land\n1;A;'985615616;NO\n")
    #expect(notices(outcome)["repair.guard"]?.contains("“Orgnr” 1;") == true)
  }
}
