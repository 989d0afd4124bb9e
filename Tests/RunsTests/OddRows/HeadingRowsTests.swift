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

/// Rows that repeat the headings, and those that only look so.
@Suite struct HeadingRowsTests: OddRowsSuite {
  let office: Office
  init() throws { office = try Office() }

  @Test(
    "the headings again are passed over, in whatever letters",
    arguments: ["Nr;Namn;Telefon;E-post;Order", "NR;NAMN;TELEFON;E-POST;ORDER", " Nr ;namn;;;"])
  func repeatedHeadings(row: String) throws {
    let outcome = try take("1;A;;;\n\(row)\n2;B;;;\n")
    #expect(outcome.counts.rows == 2)
    #expect(outcome.counts.created == 2)
    #expect(passedOver(outcome) == ["3 row.headings"])
    #expect(try office.state().cards.keys.sorted() == ["1", "2"])
  }

  @Test("a page's headings come again and again, and in the second run, too")
  func pages() throws {
    let page = (1...3).map { "\($0)0;K\($0);;;" }.joined(separator: "\n") + "\n"
    let text =
      page + "Nr;Namn;Telefon;E-post;Order\n" + page.replacing("0;", with: "1;") + "Nr;Namn;Telefon;E-post;Order\n"
    for run in 1...2 {
      let outcome = try take(text)
      #expect(outcome.counts.rows == 6)
      #expect(outcome.counts.created == (run == 1 ? 6 : 0))
      #expect(passedOver(outcome) == ["5 row.headings", "9 row.headings"])
    }
  }

  @Test(
    "a customer whose name is a heading stays one",
    arguments: ["7;Namn;;;", "7;Nr;;;", "7;Telefon;;namn@example.se;", "Namn;Nr;;;", "NR2;Namn;Telefon;;"])
  func namedLikeHeadings(row: String) throws {
    let outcome = try take("1;A;;;\n\(row)\n")
    #expect(outcome.counts.created == 2)
    #expect(passedOver(outcome) == [])
  }

  @Test("a row that may be the headings or a customer is rejected")
  func uncertainHeadings() throws {
    let outcome = try take("1;A;;;\nNr;Bygg AB;Telefon;;\n")
    #expect(outcome.counts.rejected == 1)
    #expect(rejected(outcome).contains("row.headings"))
  }

  @Test(
    "the headings of another table, which nobody knows, are rejected with the rows below them",
    arguments: [
      "Levnr;Leverantör;Telefon;;", "Objektnr;Benämning;Serie;Anm;", "Artikelnummer;Text;;;",
      "Customer no;Name;Phone;;",
      "Lev.nr;Lev.namn;;;", "Projektkod;Projekt;;;",
    ])
  func unknownHeadings(row: String) throws {
    let outcome = try take("1;A;;;\n;;;;\n\(row)\n2;B;;;\n3;C;;;\n")
    #expect(outcome.counts.created == 1)
    #expect(outcome.counts.rejected == 3)
    #expect(rejected(outcome).contains("row.headings"))
    let error = try office.failure("kunder.csv") { $0.inactivatesMissing = true }
    #expect(error.code == "missing.otherHeadings")
  }

  @Test("the headings in another language below the headings are rejected alone")
  func headingsInTwoLanguages() throws {
    let outcome = try take("Customer no;Name;Phone;E-mail;Order\n1;A;;;\n2;B;;;\n")
    #expect(outcome.counts.created == 2)
    #expect(outcome.counts.rejected == 1)
  }

  @Test(
    "a number of letters that ends as headings do is a customer's where its row has figures, or is no heading's word",
    arguments: [
      "SALTKOD;Salt AB;08-12 34 56;;", "BRUNO;Bruno AB;;;", "BYGG-ID;Bygg AB;;;", "NR;Nr AB;;;", "KOD;Kod AB;;;",
      "Levnr;;;;", "KNR;Kvarn AB;;;",
    ])
  func numbersLikeHeadings(row: String) throws {
    let outcome = try take("1;A;;;\n\(row)\n2;B;;;\n")
    #expect(!rejected(outcome).contains("row.headings"))
    #expect(try office.card("2") != nil)
  }

  @Test("the headings of a list without numbers are known by the name's")
  func withoutNumbers() throws {
    let office = try Office([.generateNumber: 1])
    let outcome = try office.importing(text: "Namn;Telefon\nA AB;\nNamn;Telefon\nSumma Bygg AB;08-12 34 56\n")
    #expect(outcome.counts.created == 2)
    #expect(passedOver(outcome) == ["3 row.headings"])
  }
}
