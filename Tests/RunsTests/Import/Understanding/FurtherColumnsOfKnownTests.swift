import CustomerModel
import Foundation
import Mapping
import RegisterStore
import Rows
import TestSupport
import Testing
import Texts

import Runs

/// What is told of columns that new customers get beside a fitting mapping, where rows are of customers that are there.
@Suite struct FurtherColumnsOfKnownTests {
  private let office: Office

  init() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    self.office = office
  }

  private static let vat = """
    Kundnr;Namn;Momsregnr kund
    1;Ek Bygg AB;SE559999000801
    2;Alm VVS AB;SE559999001601

    """

  @Test func aFirstImportHasTakenAColumnThatProvesWhatItIs() throws {
    let outcome = try office.importing(text: Self.vat)
    #expect(outcome.counts.created == 2)
    #expect(outcome.report.provenColumns.isEmpty)
    #expect(!outcome.needsAttention)
  }

  @Test func aProvenColumnOfWhichKnownCustomersGetNothingNeedsAttention() throws {
    try office.importing(text: "Kundnr;Namn\n1;Ek Bygg AB\n")
    let outcome = try office.importing(text: Self.vat)
    #expect((outcome.counts.created, outcome.counts.unchanged) == (1, 1))
    #expect(outcome.report.provenColumns == ["Momsregnr kund"])
    #expect(outcome.needsAttention)
    // So does the same list in the next night, whose rows are known by their digests.
    #expect(try office.importing(text: Self.vat).report.provenColumns == ["Momsregnr kund"])
  }

  @Test func aProvenColumnThatIsBlankForKnownCustomersIsTaken() throws {
    try office.importing(text: "Kundnr;Namn\n3;Bok AB\n")
    let outcome = try office.importing(text: Self.vat + "3;Bok AB;\n")
    #expect(outcome.counts.created == 2)
    #expect(outcome.report.provenColumns.isEmpty)
  }

  @Test func whatIsMendedInAColumnThatNobodyGetsIsNotTold() throws {
    let list = "Kundnr;Namn;Telefon kontor\n1;Ek Bygg AB;=\"08-465 004 01\"\n"
    try office.importing(text: "Kundnr;Namn\n1;Ek Bygg i Lund AB\n")
    let known = try office.importing(text: list)
    #expect(known.counts.updated == 1)
    #expect(!known.report.columnNotices.contains { $0.code == "repair.guard" })
    let new = try office.importing(text: list + "2;Alm AB;=\"08-465 004 02\"\n")
    #expect(new.report.columnNotices.count { $0.code == "repair.guard" } == 1)
    #expect(try office.card("2")?[FieldPath("phone")!] == "08-465 004 02")
  }

  @Test func whatIsMendedInKnownRowsIsToldOfTheColumnsThatTheyGet() throws {
    try office.importing(text: "Kundnr;Namn\n1;Ek Bygg AB\n")
    let outcome = try office.importing(
      text: "Kundnr;Namn;Telefon;Webbsajt\n1;Ek Bygg AB;=\"08-465 004 01\";www.example.se\n")
    #expect(outcome.counts.updated == 1)
    #expect(outcome.report.columnNotices.count { $0.code == "repair.guard" } == 1)
  }
}
