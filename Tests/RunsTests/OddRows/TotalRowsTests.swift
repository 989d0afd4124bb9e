import CustomerModel
import Foundation
import RegisterStore
import Rows
import Runs
import TestSupport
import Testing
import Texts
import Validation
import Writers

/// Rows of totals and of what printouts write, and customers that are called so.
@Suite struct TotalRowsTests: OddRowsSuite {
  let office: Office
  init() throws { office = try Office() }

  @Test(
    "a row that says it is a total is passed over",
    arguments: [
      "Summa;;;;12", "Summa:;2;;;1 234,50", "TOTALT;;;;", "Total;2;;;", "Antal kunder: 12;;;;", ";Antal kunder;;;2",
      ";Summa;;;12 kr", "Delsumma;;;;-3", "Totalt antal kunder 12;;;;", "12 kunder;;;;", "(2 rows affected);;;;",
      "(2 rows);;;;", ";;;Summa;12", "Grand total;;;;100 %", "Summa 2 st;;;;", "Medelvärde;;;;6",
      "För alla 2 kunder;;;;",
      "Företag, antal: 2;;;;", "Kunder totalt: 2;;;;", "\u{A0}Summa;;;;", "I allt 2 rader;;;;",
    ])
  func totals(row: String) throws {
    let outcome = try take("1;A;;;5\n2;B;;;7\n\(row)\n")
    #expect(outcome.counts.rows == 2)
    #expect(outcome.counts.created == 2)
    #expect(passedOver(outcome) == ["4 row.total"])
  }

  @Test(
    "a customer that is called so, or has such a number, stays one",
    arguments: [
      "3;Summa Bygg AB;;;", "3;Summa;;;", "TOTAL;Bensin AB;08-12 34 56;;", "TOTAL;Total;;info@example.se;",
      "SUMMA;Ek;08-12 34 56;;7", "3;Total;;;", "Kund-12;Ek;;;", "Post-3;Gran;;;", "customer-7;Asp;;;", "Rad-8;Al;;;",
      "ST12;Totalt Rent AB;;;", "3;12 kunder;;;", "A12;K;;;", "3;Antal;;;12",
    ])
  func calledSo(row: String) throws {
    let outcome = try take("1;A;;;\n\(row)\n2;B;;;\n")
    #expect(outcome.counts.created == 3)
    #expect(passedOver(outcome) == [])
  }

  @Test("a customer called Total without number gets one where its telephone says what it is")
  func totalGetsNumber() throws {
    let office = try Office([.generateNumber: 1])
    let outcome = try office.importing(
      text: Self.heading + "1;A;;;\n;Total;0812345678;;\n;Summa;;;12\n;Summa Bygg AB;;;\n")
    #expect(outcome.counts.created == 3)
    #expect(passedOver(outcome) == ["4 row.total"])
  }

  @Test("what spreadsheets and printouts write between the rows gets no number")
  func rowsOfReports() throws {
    let office = try Office([.generateNumber: 1])
    let outcome = try office.importing(
      text: Self.heading + """
        1;A;;;100
        ;Lund Summa;;;100
        ;Totalt Norr;;;2 st
        ;Namn;Telefon;E-post;Order
        ;Sida 2 (4);;;
        ;Sida 2 av 4;;;
        ;Utskrivet av Eva 2026-11-29;;;
        *** Slut ***;;;;
        ;Summa Bygg AB;08-12 34 56;;
        ;Sidan AB;;;
        ;Slut Rör AB;;;
        ;Totalt Golv AB;;info@example.se;7

        """)
    #expect(outcome.counts.created == 5)
    #expect(outcome.counts.rejected == 2)
    #expect(rejected(outcome) == ["row.total"])
    #expect(
      passedOver(outcome) == ["5 row.headings", "6 row.footer", "7 row.footer", "8 row.footer", "9 row.footer"])
  }

  @Test("a total's word with nothing but a name beside it is rejected, not guessed at")
  func uncertainTotal() throws {
    let outcome = try take("1;A;;;\nTotalt;Alla i Storstad;;;\n")
    #expect(outcome.counts.created == 1)
    #expect(outcome.counts.rejected == 1)
    #expect(rejected(outcome).contains("row.total"))
  }

  @Test("a customer that the register knows by such a number is its own row")
  func knownTotal() throws {
    _ = try take("TOTAL;Bensin AB;08-12 34 56;;")
    let outcome = try office.importing(text: "Nr;Namn;Order\nTOTAL;;12\n")
    #expect(outcome.counts.unchanged == 1)
    #expect(passedOver(outcome) == [])
  }

  @Test(
    "a total's word and a name may be a customer's or a total's, whatever else is counted in the row",
    arguments: ["Summa;Kylbolaget AB;;;", "TOTALT;Norr och Söder;;;12", "Antal;Aktiva bolag;;;2 st"])
  func totalWithAName(row: String) throws {
    let outcome = try take("1;A;;;\n\(row)\n2;B;;;\n")
    #expect(outcome.counts.created == 2)
    #expect(rejected(outcome).contains("row.total"))
    #expect(passedOver(outcome) == [])
    // Mended, it is a customer like others.
    #expect(try take("\(row.replacing(/^[^;]*/, with: "3"))\n").counts.created == 1)
  }
}
