import CustomerModel
import Mapping
import RegisterStore
import Runs
import Testing
import Validation

/// Words that stand in cells for no value: blank where they are, told once, and never taken for a name or a number.
@Suite struct WordsForNothingTests: RepairsSuite {
  let office: Office
  init() throws { office = try .withShippedMappings() }

  @Test func wordsForNothingAreBlankAndToldOnceWithTheirColumns() throws {
    let outcome = try office.importing(
      text: """
        Kundnr;Namn;Orgnr;Telefon;Ort;Kommentar
        1001;Norra Kyl AB;559999-3002;08-465 004 10;Storstad;NULL
        1002;Null Design AB;NULL;-;NULL;None
        1003;Nan;saknas;0;Nullstad;Ring NULL
        """)
    #expect(outcome.counts.created == 3)
    let notice = try #require(notices(outcome)["repair.blankWord"])
    #expect(notice.contains("7 cells") && notice.contains("“Orgnr” 2, “Telefon” 2, “Ort” 1, “Kommentar” 2"))
    #expect(notice.contains("first NULL in row 2"))
    #expect(notice.contains(#""blankWords": []"#))
    let second = try #require(try office.card("1002"))
    #expect(second[.customerName] == "Null Design AB")
    for field in ["identityNumber", "phone", "invoiceAddress.city", "comments"] {
      #expect(second[try #require(Field.named(field))] == nil)
    }
    let third = try #require(try office.card("1003"))
    #expect(third[.customerName] == "Nan")
    #expect(third[Field.named("invoiceAddress.city")!] == "Nullstad")
    #expect(third[Field.named("comments")!] == "Ring NULL")
    #expect(outcome.report.problems.entries.map(\.code) == ["cell.blankWord"])
    #expect(outcome.report.problems.entries[0].examples.map(\.position) == [4])
    #expect(outcome.report.problems.entries[0].examples.map(\.header) == ["Namn"])
  }

  @Test func aMappingsOwnWordsMayHaveBlanksAndNoLetters() throws {
    let mapping = #"""
      {"blankWords": ["", " ", "en längre text utan värde"],
        "columns": [{"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"]}, {"field": "comments", "headers": ["K"]}]}
      """#
    let office = try Office(mapping: mapping)
    try office.importing(text: "Nr;Namn;K\n1;A;en längre text utan värde\n2;B;NULL\n")
    #expect(try office.card("1")?[Field.named("comments")!] == nil)
    #expect(try office.card("2")?[Field.named("comments")!] == "NULL")
  }

  @Test func nobodysNameIsADash() throws {
    let outcome = try office.importing(text: "Kundnr;Namn\n1;-\n2;saknas\n3;Anna\n")
    let found = outcome.report.problems.entries.first { $0.code == "cell.blankWord" }
    #expect(found?.examples.map(\.position) == [2, 3])
    #expect(outcome.counts.created == 3)
  }

  @Test func aWordForNothingIsABlankCellOfAnUpdate() throws {
    try office.importing(text: "Kundnr;Namn;Ort\n1;A;Storstad\n")
    try office.importing(text: "Kundnr;Namn;Ort\n1;A;NULL\n")
    let kept = try office.card("1")
    #expect(kept?[Field.named("invoiceAddress.city")!] == "Storstad")
    try office.importing(text: "Kundnr;Namn;Ort\n1;B;NULL\n") { $0.empty = .clear }
    let cleared = try office.card("1")
    #expect(cleared?[Field.named("invoiceAddress.city")!] == nil)
  }

  @Test(arguments: ["NULL", "-", "nan"])
  func aWordForNothingHidesNoNameOfAnotherColumn(word: String) throws {
    let outcome = try office.importing(
      text: "Kundnr;Företag;Förnamn;Efternamn\n1;Norra Kyl AB;NULL;NULL\n2;\(word);Bo;Berg\n3;Null Design AB;;\n")
    #expect(outcome.counts == .init(rows: 3, created: 3, warnings: 2))
    #expect(outcome.report.problems.entries.map(\.code) == ["cell.blankWord"])
    #expect(try office.card("2")?[.customerName] == "Bo Berg")
    #expect(try office.card("3")?[.customerName] == "Null Design AB")
  }

  @Test func aWordInAPersonsNameBesideACompanysIsToldOnceForEachCell() throws {
    let mapping = #"""
      {"columns": [{"field": "number", "headers": ["Nr"]},
        {"field": "name", "firstOf": [["Bolag"]], "join": [["Förnamn"], ["Efternamn"]]},
        {"field": "contactPersons[0].name", "join": [["Förnamn"], ["Efternamn"]], "shared": true}]}
      """#
    let office = try Office(mapping: mapping)
    let outcome = try office.importing(
      text: "Nr;Bolag;Förnamn;Efternamn\n1;Norra Kyl AB;NULL;NULL\n2;;Bo;Berg\n3;;Eva;NULL\n")
    #expect(outcome.counts.created == 3)
    // A person may be called so: the name is kept.
    #expect(outcome.report.problems.entries.map { "\($0.code) \($0.count)" } == ["cell.blankWord 3"])
  }

  @Test func theFirstOfSeveralNamesIsNoWordForNothing() throws {
    let mapping = #"""
      {"columns": [{"field": "number", "headers": ["Nr"]}, {"field": "name", "firstOf": [["Bolag"], ["Person"]]}]}
      """#
    let office = try Office(mapping: mapping)
    try office.importing(text: "Nr;Bolag;Person\n1;NULL;Bo Berg\n2;Nan;Eva\n")
    #expect(try office.card("1")?[.customerName] == "Bo Berg")
    #expect(try office.card("2")?[.customerName] == "Nan")
  }

  @Test func aWordForNothingTakesNobodysName() throws {
    try office.importing(text: "Kundnr;Namn;Ort\n1;Bo Berg;Lund\n")
    let outcome = try office.importing(text: "Kundnr;Namn;Ort\n1;NULL;Malmö\n")
    let card = try #require(try office.card("1"))
    #expect(card[.customerName] == "Bo Berg")
    #expect(card[Field.named("invoiceAddress.city")!] == "Malmö")
    #expect(outcome.counts.updated == 1)
    let entry = try #require(outcome.report.problems.entries.first)
    #expect(entry.code == "cell.blankWord")
    #expect(entry.examples.first?.message.hasPrefix("“Namn” holds a word") == true)
    #expect(entry.examples.first?.message.contains("keeps its name") == true)
  }

  @Test(arguments: ["NULL", "null", "nan", "\\N", "#N/A", "-", "–", "saknas", "N/A", "n.a."])
  func aWordForNothingIsNobodysNumber(word: String) throws {
    let outcome = try office.importing(text: "Kundnr;Namn\n\(word);Ek AB\n7;Bo AB\n")
    #expect(outcome.counts == .init(rows: 2, created: 1, rejected: 1))
    #expect(outcome.report.problems.entries.map(\.code) == ["number.missing"])
    #expect(notices(outcome)["repair.blankWord"]?.contains("“Kundnr” 1") == true)
  }

  /// Zero has been somebody's number, and so have two letters: they are kept, and remarked on.
  @Test(arguments: ["0", "NA", "Null", "Nan"])
  func whatMayBeANumberIsKeptAndRemarkedOn(word: String) throws {
    let outcome = try office.importing(text: "Kundnr;Namn\n\(word);Ek AB\n")
    #expect(outcome.counts.created == 1)
    #expect(outcome.report.problems.entries.map(\.code) == ["cell.blankWord"])
    #expect(try office.card(word)?[.customerName] == "Ek AB")
  }

  @Test(arguments: ["Nullsson-1", "00", "NAN-7", "K-", "0-1"])
  func numbersThatHoldAWordForNothingAreNumbers(number: String) throws {
    let outcome = try office.importing(text: "Kundnr;Namn\n\(number);Ek AB\n")
    #expect(outcome.counts == .init(rows: 1, created: 1))
    #expect(outcome.report.problems.entries.isEmpty && notices(outcome).isEmpty)
  }

  @Test func aNumberThatTheRegisterHasComesBackFromItsExport() throws {
    let heading = "Kundnummer;Namn;Fakturaadress ort"
    let outcome = try office.importing(text: heading + "\nNULL;Ek AB;Lund\n")
    #expect(outcome.counts.created == 1)
    #expect(outcome.report.problems.entries.map(\.code) == ["cell.blankWord"])
  }

  @Test func aNoticeMayBeSwitchedOff() throws {
    var office = office
    office.severities = ["repair.blankWord": .off, "cell.blankWord": .reject]
    let outcome = try office.importing(text: "Kundnr;Namn;Ort\n1;A;NULL\n2;None;X\n")
    #expect(outcome.report.columnNotices.isEmpty)
    #expect(outcome.counts.rejected == 1)
  }

  @Test("rows that are passed over are not among the cells that are told, nor the first of them")
  func passedOverRowsAreNotCounted() throws {
    let outcome = try office.importing(
      text: """
        Kundnr;Namn;Telefon;Orgnr
        ---;---;---;---
        1001;Norra Kyl AB;08-465 004 10;
        1002;Södra Kyl AB;-;
        ---;---;---;---
        """)
    #expect(outcome.counts.created == 2)
    #expect(outcome.report.passedOver.count == 2)
    let notice = try #require(notices(outcome)["repair.blankWord"])
    #expect(notice.contains("1 cell ") && notice.contains("“Telefon” 1") && notice.contains("in row 4"))
  }

  @Test("where only rows that are passed over hold such words nothing is told")
  func onlyPassedOver() throws {
    let outcome = try office.importing(text: "Kundnr;Namn;Telefon\n---;---;---\n1;Ek;08-465 004 10\n")
    #expect(outcome.report.passedOver.count == 1)
    #expect(notices(outcome)["repair.blankWord"] == nil)
  }

  @Test("a name that is a word for nothing is not called an empty cell")
  func nameOfNothing() throws {
    let outcome = try office.importing(text: "Kundnr;Företag;Förnamn;Efternamn\n1;NULL;;\n2;;;\n3;Ek AB;;\n")
    let entries = outcome.report.problems.entries.filter { $0.code == "name.missing" }
    #expect(outcome.counts.rejected == 2)
    #expect(entries.allSatisfy { entry in entry.examples.allSatisfy { !$0.message.contains("is empty") } })
  }
}
