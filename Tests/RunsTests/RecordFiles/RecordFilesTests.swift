import CustomerModel
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

/// Files of records: whose rows they are, and what becomes of them.
@Suite struct RecordFilesTests: RecordFilesSuite {
  let office: Office
  init() throws { office = try .withTwoCustomers() }

  @Test func rowsOfOneCustomerAreGatheredAndReplacedByKey() throws {
    let first = try take(
      "Kundnr;Artikelnr;Benämning;Antal;Pris;Tid\n1;A-1;Filter;2;12,50;\n1;A-0;Arbete;0;;ja\n2;A-1;Filter;1;10;\n",
      into: "serviceArticles")
    #expect(first.counts.updated == 3)
    #expect(codes(first) == [])
    #expect(
      try office.card("1")?[.serviceArticles]
        == #"[{"number":"A-0","description":"Arbete","quantity":0,"isTime":true},"#
        + #"{"number":"A-1","description":"Filter","quantity":2,"price":12.5}]"#)
    let second = try take("Kundnr;Artikelnr;Pris\n1;A-1;13\n1;A-2;1\n2;A-1;10\n", into: "servicearticles")
    #expect(second.counts.updated == 2)
    #expect(second.counts.unchanged == 1)
    #expect(
      try office.card("1")?[.serviceArticles]
        == #"[{"number":"A-0","description":"Arbete","quantity":0,"isTime":true},"#
        + #"{"number":"A-1","description":"Filter","quantity":2,"price":13},{"number":"A-2","price":1}]"#)
    let before = try office.state()
    let third = try take("Kundnr;Artikelnr;Ta bort\n1;A-1;ja\n1;A-2;nej\n1;A-9;x\n", into: "serviceArticles")
    #expect(codes(third) == ["records.nothingToRemove"])
    #expect(try office.card("1")?[.serviceArticles]?.contains("A-1") == false)
    #expect(try office.card("1")?[.serviceArticles]?.contains("A-2") == true)
    try office.undo(try #require(third.run))
    #expect(try office.state() == before)
  }

  @Test func whatCannotBeTakenGoesToTheRejectsOfThatFile() throws {
    let outcome = try take(
      "Kundnr;Nummer;Anläggning;Land\n9;1;Nio;\n;1;Ingen;\n1;1;Ett;\n1;1;Igen;\n1;;Nummerlös;\n1;3;Fel;Utopia\n",
      into: "facilities")
    #expect(outcome.counts.updated == 1)
    #expect(outcome.counts.rejected == 5)
    #expect(
      codes(outcome) == [
        "records.country", "records.customerMissing", "records.customerUnknown", "records.memberMissing",
        "records.rowDuplicate",
      ])
    let rejects = try office.read("poster.csv.rejects.csv")
    #expect(rejects.contains("9;1;Nio;;2;"))
    #expect(rejects.contains("1;1;Igen;;5;"))
    #expect(try office.card("1")?[.facilities] == #"[{"number":"1","name":"Ett"}]"#)
  }

  @Test func contactPersonsAreFoundByEmailAndThenByName() throws {
    _ = try take("Kundnummer;Namn;E-post;Telefon\n1;Anna;anna@x.se;08-12 34 51\n1;Bo;;\n", into: "contactPersons")
    let outcome = try take(
      "Kundnummer;Namn;E-post;Telefon;Ta bort\n1;Anna Ek;ANNA@x.se;;\n1;bo;bo@x.se;;\n1;Cilla;;08-12 34 53;\n1;;;08-12 34 54;\n",
      into: "contactPersons")
    #expect(codes(outcome) == ["contact.unknown"])
    var card = try #require(try office.card("1"))
    #expect(card.contactPersonCount == 3)
    #expect(card[FieldPath("contactPersons[0].name")!] == "Anna Ek")
    #expect(card[FieldPath("contactPersons[0].phone")!] == "08-12 34 51")
    #expect(card[FieldPath("contactPersons[1].email")!] == "bo@x.se")
    #expect(card[FieldPath("contactPersons[2].name")!] == "Cilla")
    _ = try take("Kundnummer;E-post;Ta bort\n1;anna@x.se;ja\n", into: "contactPersons")
    card = try #require(try office.card("1"))
    #expect(card.contactPersonCount == 2)
    #expect(card[FieldPath("contactPersons[0].email")!] == "bo@x.se")
  }

  @Test(arguments: ["documents", "customerUsers", "name"])
  func otherListsAreNoTarget(name: String) {
    let error = #expect(throws: KundregError.self) { try RecordTarget(name: name) }
    #expect(error?.code == "records.target")
    #expect(error?.status == .usage)
  }

  @Test func aHeaderWithoutCustomerIsRefused() throws {
    let error = #expect(throws: KundregError.self) { try take("Artikelnr;Pris\nA;1\n", into: "serviceArticles") }
    #expect(error?.code == "records.header")
    #expect(error?.status == .configuration)
  }

  @Test func aHiddenSheetOfRecordsIsToldAsHidden() throws {
    try SheetBook().sheet("Läs mig", [["Hej"]]).sheet(
      "Artiklar", [["Kundnr", "Artikelnr"], ["1", "A"]], isHidden: true
    )
    .write(to: office.folder, "poster.xlsx")
    let error = #expect(throws: KundregError.self) {
      try RecordImportRun(
        office.options("poster.xlsx"), target: .records(.serviceArticles), context: .init(library: office.library))
    }
    #expect(error?.code == "records.header")
    #expect(error?.message.contains("“Artiklar”") == true)
  }

  @Test func anotherUserMayNot() throws {
    try office.register.write { writer throws in try writer.register(user: "eva", permissions: [.edit]) }
    var office = office
    office.actor = try ActingUser(named: "eva", in: office.register)
    try office.folder.write("Kundnr;Namn\n1;Anna\n", to: "kontakter.csv")
    let run = try RecordImportRun(
      office.options("kontakter.csv"), target: .contactPersons, context: .init(library: office.library))
    let error = #expect(throws: KundregError.self) { try run.perform(on: office.register, as: office.actor) }
    #expect(error?.status == .notPermitted)
  }
}
