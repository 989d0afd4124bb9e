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

/// Rows of hints, signs and drawn lines, and customers that are called so.
@Suite struct HintRowsTests: OddRowsSuite {
  let office: Office
  init() throws { office = try Office() }

  @Test("numbers in brackets are no hints", arguments: ["(1);Bolaget ett;;;", "[1];(2);;;", "<12345>;Bygg AB;(08);;"])
  func numbersInBrackets(row: String) throws {
    let outcome = try take("\(row)\n2;B;;;\n")
    #expect(passedOver(outcome) == [])
    #expect(outcome.counts == .init(rows: 2, created: 1, rejected: 1, warnings: outcome.counts.warnings))
    #expect(rejected(outcome).contains("number.characters"))
  }

  @Test("a customer whose name stands in brackets is one")
  func nameInBrackets() throws {
    let outcome = try take("1;(1);;;\n2;(Vilande) Bygg AB;;;\n")
    #expect(outcome.counts.created == 2)
    #expect(passedOver(outcome) == [])
  }

  @Test(
    "the row of the headings is counted with and without rows of delimiters above it",
    arguments: [5, 2])
  func headerRowBelowDelimiters(headerRow: Int) throws {
    let mapping = Office.mapping.replacing("\"columns\"", with: "\"headerRow\": \(headerRow), \"columns\"")
    for delimiters in [";;", " ; ;\u{A0}"] {
      let office = try Office(mapping: mapping)
      let blank = delimiters + "\n"
      let outcome = try office.importing(
        text: "Kundlista;;\n" + blank + blank + blank + "Nr;Namn;Telefon\n" + blank + "1;A;08-465 004 01\n")
      #expect(outcome.counts == .init(rows: 1, created: 1))
      #expect(try office.card("1")?[FieldPath("phone")!] == "08-465 004 01")
    }
  }

  @Test(
    "a row of hints below the headings is passed over",
    arguments: [
      "(5 siffror);(max 50 tecken);;;", "obligatoriskt;obligatoriskt;valfritt;valfritt;", "text;text;text;text;tal",
      "5 siffror;max 50 tecken;;;st", ";obligatoriskt;;;kr", "NNNN;fritext;;;",
      "varchar(20);varchar(200);varchar(20);;int",
      "nr;namn;text;text;", "INT;VARCHAR;TEXT;TEXT;FLOAT", "bigint;nvarchar;nvarchar;;datetime", "nr;namn;text;nr;tal",
      "t.ex. 1001;t.ex. Bygg AB;;;", "[required];[required];[optional];;", "max 10 tecken;text;;;",
    ])
  func hints(row: String) throws {
    let outcome = try take("\(row)\n1;A;;;\n2;B;;;\n")
    #expect(outcome.counts.rows == 2)
    #expect(passedOver(outcome) == ["2 row.hints"])
  }

  @Test(
    "the first customer stays one, whatever its number or name is like",
    arguments: [
      "KR;Kronans Rör AB;;;", "TEXT;Text & Form AB;;;", "1001;Text;;;", "ST;Stål AB;08-12 34 56;;",
      "1;(Gamla) Bolaget;;;",
      "XXL;Nyman;;;", "5;Datum;;;",
    ])
  func firstCustomer(row: String) throws {
    let outcome = try take("\(row)\n2;B;;;\n")
    #expect(outcome.counts.created == 2)
    #expect(passedOver(outcome) == [])
  }

  @Test("a number that can be none beside other words is rejected")
  func uncertainHints() throws {
    let outcome = try take("obligatoriskt;Kundens namn;;;\n2;B;;;\n")
    #expect(outcome.counts.created == 1)
    #expect(rejected(outcome).contains("row.hints"))
  }

  @Test(
    "one word in every column, or letters of kinds, are rejected, not guessed at",
    arguments: ["x;x;x;;", "Test;test;TEST;test;", "N;A;A;A;N", "AN;AN;AN;;"])
  func triedOut(row: String) throws {
    let outcome = try take("\(row)\n2;B;;;\n")
    #expect(outcome.counts.created == 1)
    #expect(rejected(outcome).contains("row.hints"))
  }

  @Test("a customer called as its number is one", arguments: ["ABB;ABB;;;", "A;B;;;", "NR;Bygg;;;", "Char;Char AB;;;"])
  func calledAsNumber(row: String) throws { #expect(try take("\(row)\n2;B;;;\n").counts.created == 2) }

  @Test(
    "a row of signs below the headings is passed over",
    arguments: [
      ";;%;;", ";;-;;", ";-;;;", ";;;;…", ";%;%;;", "-;;;;", "*;;;;", " ;(%);;€; ", ";;;;?", "(5 siffror);-;;text;",
      "nr;-;text;…;text",
    ])
  func signs(row: String) throws {
    let outcome = try take("\(row)\n1;A;;;\n")
    #expect(outcome.counts == .init(rows: 1, created: 1, warnings: 1))
    #expect(passedOver(outcome) == ["2 row.hints"])
  }

  @Test(
    "a row with a letter or a figure is no row of signs",
    arguments: [";-;;a@exempel.se;", ";%;;;7", "-;A;;;", "7;-;;;", "A;%;;;", "☺;☺;;;"])
  func noSigns(row: String) throws {
    let outcome = try take("\(row)\n1;A;;;\n")
    #expect(passedOver(outcome).isEmpty)
    #expect(outcome.counts.rows == 2)
  }

  @Test("a row of signs behind a customer is told", arguments: [";;%;;", ";%;;;"])
  func signsFurtherDown(row: String) throws {
    let outcome = try take("1;A;;;\n\(row)\n2;B;;;\n")
    #expect(outcome.counts.created == 2 && outcome.counts.rejected == 1)
  }

  @Test("several rows of hints are passed over, one after the other")
  func severalHints() throws {
    let outcome = try take("nr;namn;text;text;\nstring;string;string;;\nINT;VARCHAR;TEXT;;\n1;A;;;\n")
    #expect(outcome.counts.rows == 1)
    #expect(outcome.report.passedOver.count == 3)
  }

  @Test("hints stand below the headings only")
  func hintsFurtherDown() throws {
    let outcome = try take("1;A;;;\ntext;text;;;\n")
    #expect(outcome.counts.created == 2)
  }

  @Test(
    "drawn lines are passed over, a single dash is a value",
    arguments: ["-----;-----;--;;", "=====;;;;", "|---;---|;;;"])
  func lines(row: String) throws {
    let outcome = try take("\(row)\n1;A;;;\n2;-;;;\n")
    #expect(outcome.counts.rows == 2)
    #expect(passedOver(outcome) == ["2 row.lines"])
  }
}
