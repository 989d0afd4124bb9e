import CustomerModel
import Foundation
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

/// What a whole import mends of the cells of its file, and what it tells of that.
@Suite struct RepairsTests {
  private let office: Office
  init() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    self.office = office
  }

  private func notices(_ outcome: ImportOutcome) -> [String: String] {
    Dictionary(outcome.report.columnNotices.map { ($0.code, $0.message) }, uniquingKeysWith: { first, _ in first })
  }

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

  @Test func aCellOfACustomerAbroadIsCountedOnce() throws {
    let outcome = try office.importing(text: "Kundnr;Namn;Orgnr;Land\n1;A;'985615616;NO\n")
    #expect(notices(outcome)["repair.guard"]?.contains("“Orgnr” 1;") == true)
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

  @Test func aMendedRejectsFileMakesNothingAnewOfTheFractions() throws {
    let first = try office.importing(
      text: """
        Kundnr;Namn;Orgnr;Kostnadsställe;Beställningsnummer;Kommentar;Taggar;Anläggning krävs;Momstyp;Momsprocent
        1001.0;A AB;5599993002.0;10.0;77001.0;1.0;3.0;1.0;custom;25.0
        1002.0;B AB;5599993011.0;10.0;77002.0;2.0;4.0;0.0;custom;12.5
        1003.0;C AB;;20.0;77003.0;3.0;3.0;;;
        """)
    #expect(first.counts.rejected == 1)
    let rejects = try office.read("kunder.csv.rejects.csv")
    #expect(rejects.contains("1002;B AB;5599993011;10;77002;2;4;0;custom;12.5;3;"))
    try office.folder.write(rejects.replacingOccurrences(of: "5599993011", with: "5599993010"), to: "mend.csv")
    let second = try office.importing("mend.csv")
    #expect(second.counts.created == 1)
    #expect(second.report.addedReferences == [.tag: ["4"]])
    let card = try #require(try office.card("1002"))
    #expect(card[Field.named("costCenter")!] == "10")
    #expect(card[Field.named("orderNumber")!] == "77002")
    #expect(card[Field.named("comments")!] == "2")
  }

  @Test func whatWasNoFractionOfTheColumnGoesToTheRejectsAsItStood() throws {
    try office.importing(
      text: "Kundnr;Namn;Orgnr;Kommentar\n1;A;123;2.0\n2;B;;Version 2.0\n3;C;;3.0\n4;D;;1.0\n")
    #expect(try office.read("kunder.csv.rejects.csv").contains("1;A;123;2.0;2;"))
  }

  @Test func aFractionThatIsKeptIsToldWithItsColumns() throws {
    let outcome = try office.importing(
      text: "Kundnr;Namn;Postnr;Beställningsnummer;Kommentar\n1;A;11122.0;77001.0;1.0\n2;B;111 23;A-2;Ring\n")
    let told = notices(outcome)
    #expect(told["repair.keptFraction"]?.contains("2 texts") == true)
    #expect(told["repair.keptFraction"]?.contains("“Beställningsnummer” 1, “Kommentar” 1; first in row 2") == true)
    #expect(told["repair.fraction"]?.contains("“Postnr” 1") == true)
    #expect(try office.card("1")?[Field.named("orderNumber")!] == "77001.0")
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

  @Test(arguments: ["NULL", "-", "nan"])
  func aWordForNothingHidesNoNameOfAnotherColumn(word: String) throws {
    let outcome = try office.importing(
      text: "Kundnr;Företag;Förnamn;Efternamn\n1;Norra Kyl AB;NULL;NULL\n2;\(word);Bo;Berg\n3;Null Design AB;;\n")
    #expect(outcome.counts == .init(rows: 3, created: 2, rejected: 1))
    #expect(outcome.report.problems.entries.map(\.code) == ["name.missing"])
    #expect(try office.read("kunder.csv.rejects.csv").contains("2;\(word);Bo;Berg;"))
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

  // MARK: Fractions

  @Test(arguments: [".", ","])
  func aColumnOfFractionsIsMendedInEveryFieldAndToldOnce(sign: String) throws {
    let outcome = try office.importing(
      text: """
        Kundnr;Namn;Telefon;Postnr;Lägenhetsnummer;Momstyp;Momsprocent
        1001\(sign)0;A;846500410\(sign)0;11122\(sign)0;1101\(sign)0;custom;25\(sign)0
        1002\(sign)0;B;;nan;;;
        1003\(sign)0;C;nan;NaN;nan;custom;12\(sign)5
        """)
    #expect(outcome.counts.created == 3, "\(outcome.report.problems.entries)")
    let notice = try #require(notices(outcome)["repair.fraction"])
    #expect(notice.contains("6 cells"))
    #expect(notice.contains("“Kundnr” 3, “Telefon” 1, “Postnr” 1, “Lägenhetsnummer” 1"))
    let card = try #require(try office.card("1001"))
    #expect(card[Field.named("phone")!] == "846500410")
    #expect(card[.apartmentNumber] == "1101")
    #expect(card[Field.named("invoiceAddress.postalCode")!] == "111 22")
  }

  @Test func aFractionAmongOthersIsKeptAndTheMessageNamesIt() throws {
    let outcome = try office.importing(
      text: """
        Kundnr;Namn;Telefon;Lägenhetsnummer;Kommentar
        1001.0;A;846500410.0;1101.0;2.0
        1001.5;B;08-465 004 10;1102;Version 2.0
        """)
    #expect(notices(outcome)["repair.fraction"] == nil)
    #expect(outcome.counts.rejected == 2)
    let entries = Dictionary(uniqueKeysWithValues: outcome.report.problems.entries.map { ($0.code, $0) })
    #expect(entries["number.characters"]?.examples.first?.message.contains("take off the .0 at its end") == true)
    #expect(entries["number.characters"]?.examples.last?.message.contains(".0 at its end") == false)
    #expect(entries["cell.fraction"]?.count == 2)
    #expect(entries["cell.fraction"]?.examples.allSatisfy { $0.message.contains("ends in .0") } == true)
  }

  @Test func aColumnThatIsBlankInTheFirstRowsIsMendedWithTheOthers() throws {
    let rows = (1...200).map { "\($0);K\($0);1112\($0 % 10).0;\($0 > 150 ? "\($0 - 100).0" : "")\n" }.joined()
    let outcome = try office.importing(text: "Kundnr;Namn;Postnr;Beställningsnummer\n" + rows)
    #expect(notices(outcome)["repair.fraction"]?.contains("“Beställningsnummer” 50") == true)
    #expect(try office.card("200")?[Field.named("orderNumber")!] == "100")
  }

  @Test func oneRowFarDownSpeaksAgainstTheWholeColumn() throws {
    let rows = (1...3000).map { "\($0);K\($0);\($0)\($0 == 2500 ? ".5" : ".0")\n" }.joined()
    let mapping =
      #"{"columns": [{"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"]}, {"field": "orderNumber", "headers": ["Ref"]}]}"#
    let office = try Office(mapping: mapping)
    let outcome = try office.importing(text: "Nr;Namn;Ref\n" + rows)
    #expect(notices(outcome)["repair.fraction"] == nil)
    #expect(try office.card("1")?[Field.named("orderNumber")!] == "1.0")
  }

  @Test(arguments: [("Kommentar", "2.0"), ("Beställningsnummer", "2.0")])
  func aSingleTextThatIsAVersionStays(heading: String, text: String) throws {
    let outcome = try office.importing(text: "Kundnr;Namn;\(heading)\n1;A;\(text)\n2;B;\n3;C;nan\n")
    #expect(notices(outcome)["repair.fraction"] == nil)
    let field = Field.all.first { $0.heading == heading }!
    #expect(try office.card("1")?[field] == text)
  }

  @Test func pricesOfTwoDecimalsAreNoWholeNumbersInAText() throws {
    let outcome = try office.importing(text: "Kundnr;Namn;Beställningsnummer\n1;A;100.00\n2;B;250.00\n")
    #expect(notices(outcome)["repair.fraction"] == nil)
    #expect(try office.card("2")?[Field.named("orderNumber")!] == "250.00")
  }

  /// `1.000` is one thousand to a Swede and one to a program: nobody can know.
  @Test func whatMayPartThousandsIsNeverMended() throws {
    let outcome = try office.importing(
      text: "Kundnr;Namn;Telefon\n1.000;Ek;846500410.0\n2.000;Bo;846500411.0\n3,000;Al;12.000\n")
    #expect(notices(outcome)["repair.fraction"] == nil)
    #expect(outcome.counts.rejected == 3)
    let entry = try #require(outcome.report.problems.entries.first { $0.code == "number.characters" })
    #expect(entry.count == 3)
    #expect(entry.examples.allSatisfy { $0.message.contains("000 may be decimals or part thousands") })
    #expect(entry.examples.allSatisfy { !$0.message.contains("take off") })
    #expect(try office.card("1") == nil)
  }

  @Test func numbersLongerThanThreeDigitsPartNoThousands() throws {
    let outcome = try office.importing(text: "Kundnr;Namn\n1001.000;Ek\n1002.000;Bo\n")
    #expect(notices(outcome)["repair.fraction"]?.contains("“Kundnr” 2") == true)
    #expect(try office.card("1001")?[.customerName] == "Ek")
  }

  @Test func whatCountsAsBlankSpeaksNotAgainstAColumnOfWholeNumbers() throws {
    let outcome = try office.importing(
      text: """
        Kundnr;Namn;Telefon;Mobil;Postnr
        1;Ek;846500410.0;saknas;11122.0
        2;Bo;[NULL];701234567.0;undefined
        3;Al;0;uppgift saknas;11123.0
        """)
    #expect(notices(outcome)["repair.fraction"]?.contains("“Telefon” 1, “Mobil” 1, “Postnr” 2") == true)
    #expect(try office.card("1")?[Field.named("phone")!]?.hasSuffix(".0") == false)
    #expect(try office.card("2")?[Field.named("invoiceAddress.postalCode")!] == nil)
  }

  @Test func aMappingsOwnWordForNothingSpeaksNotAgainstIt() throws {
    let office = try Office(
      mapping: """
        {"blankWords": ["?"], "columns": [{"field": "number", "headers": ["Nr"]},
         {"field": "name", "headers": ["Namn"]}, {"field": "phone", "headers": ["Telefon"]}]}
        """)
    let outcome = try office.importing(text: "Nr;Namn;Telefon\n1;Ek;846500410.0\n2;Bo;?\n3;Al;846500411.0\n")
    #expect(notices(outcome)["repair.fraction"]?.contains("“Telefon” 2") == true)
    #expect(try office.card("2")?[Field.named("phone")!] == nil)
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

  @Test func theMappingMayLeaveFractions() throws {
    let mapping =
      #"{"repairs": [], "columns": [{"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"]}, {"field": "orderNumber", "headers": ["Ref"]}]}"#
    let office = try Office(mapping: mapping)
    try office.importing(text: "Nr;Namn;Ref\n1;'=A;1.0\n2;B;2.0\n")
    let card = try office.card("1")
    #expect(card?[Field.named("orderNumber")!] == "1.0")
    #expect(card?[.customerName] == "'=A")
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
