import CustomerModel
import Foundation
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

/// Fractions of zero that programs put behind whole numbers: `1001.0`.
@Suite struct FractionsTests: RepairsSuite {
  let office: Office
  init() throws { office = try .withShippedMappings() }

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

  @Test func theMappingMayLeaveFractions() throws {
    let mapping =
      #"{"repairs": [], "columns": [{"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"]}, {"field": "orderNumber", "headers": ["Ref"]}]}"#
    let office = try Office(mapping: mapping)
    try office.importing(text: "Nr;Namn;Ref\n1;'=A;1.0\n2;B;2.0\n")
    let card = try office.card("1")
    #expect(card?[Field.named("orderNumber")!] == "1.0")
    #expect(card?[.customerName] == "'=A")
  }
}
