import CustomerModel
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

/// What a whole import mends of the cells of its file, whatever it is, and what it tells of that.
@Suite struct RepairsTests: RepairsSuite {
  let office: Office
  init() throws { office = try .withShippedMappings() }

  @Test func countsAddUpOverManyBatches() throws {
    let rows = (1...5000).map { "\($0);Kund \($0);\($0.isMultiple(of: 4) ? "NULL" : "Storstad");\($0).0\n" }.joined()
    let outcome = try office.importing(text: "Kundnr;Namn;Ort;Lägenhetsnummer\n" + rows)
    #expect(notices(outcome)["repair.blankWord"]?.hasPrefix("1250 cells") == true)
    #expect(notices(outcome)["repair.fraction"]?.hasPrefix("5000 cells") == true)
    // What is known needs no mending.
    let again = try office.importing("kunder.csv")
    #expect(again.counts.unchanged == 5000)
  }

  @Test func aRejectedRowComesBackAsItStood() throws {
    let outcome = try office.importing(text: "Kundnr;Namn;Orgnr;Ort;Telefon\n1;A;123;NULL;'+46 8 465\n2;B;;Storstad;\n")
    #expect(outcome.counts.rejected == 1)
    #expect(try office.read("kunder.csv.rejects.csv").contains("1;A;123;NULL;'+46 8 465;2;"))
  }

  @Test func anErrorOfASpreadsheetAsTextRejectsItsRow() throws {
    let outcome = try office.importing(
      text: "Kundnr;Namn;Ort\n1;#REFERENS!;Lund\n2;Ek AB;########\n3;#1 Bar;Lund\n4;#N/A AB;#SAKNAS!\n")
    #expect(outcome.counts == .init(rows: 4, created: 2, rejected: 2))
    #expect(outcome.report.problems.entries.map(\.code) == ["cell.error"])
    #expect(try office.card("3")?[.customerName] == "#1 Bar")
    let again = try office.importing("kunder.csv")
    #expect(again.counts.rejected == 2)
  }

  @Test func aJSONTextIsMendedLikeACell() throws {
    try office.folder.write(
      #"[{"number":"1","name":"A","phone":"NULL","comments":"'- ring","invoiceAddress":{"city":"nan"}},{"number":"2","name":"B","phone":null}]"#,
      to: "k.json")
    let outcome = try office.importing("k.json")
    #expect(Set(notices(outcome).keys) == ["repair.blankWord", "repair.guard"])
    #expect(try office.card("1")?[Field.named("phone")!] == nil)
    #expect(try office.card("1")?[Field.named("comments")!] == "- ring")
  }
}
