import CustomerModel
import Foundation
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

@Suite struct RecordFilesTests {
  let office: Office

  init() throws {
    office = try Office([.showServiceArticles: 1])
    try office.importing(text: "Nr;Namn;Aktiv\n1;Ett;ja\n2;Två;nej\n")
  }

  private func take(
    _ text: String, into list: String, _ choose: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportOutcome {
    try office.folder.write(text, to: "poster.csv")
    var options = office.options("poster.csv")
    choose(&options)
    let run = try RecordImportRun(
      options, target: RecordTarget(name: list), context: .init(library: office.library, severities: office.severities))
    let outcome = try run.perform(on: office.register, as: office.actor, today: Office.today)
    #expect(outcome.counts.rows == outcome.counts.updated + outcome.counts.unchanged + outcome.counts.rejected)
    return outcome
  }

  private func codes(_ outcome: ImportOutcome) -> [String] { outcome.report.problems.entries.map(\.code).sorted() }

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

  private func notices(_ outcome: ImportOutcome) -> [String] { outcome.report.columnNotices.map(\.code).sorted() }

  @Test func cellsAreMendedAsAnImportMendsThem() throws {
    let outcome = try take(
      "Kundnr;Artikelnr;Benämning;Antal;Enhet;Pris\n1.0;101.0;'=Filter;2.0;NULL;12.50\n2.0;102.0;=\"0012\";1.0;st;nan\n",
      into: "serviceArticles")
    #expect(outcome.counts.updated == 2, "\(codes(outcome))")
    #expect(
      try ["1", "2"].map { try office.card($0)?[.serviceArticles] } == [
        #"[{"number":"101","description":"=Filter","quantity":2,"price":12.5}]"#,
        #"[{"number":"102","description":"0012","quantity":1,"unit":"st"}]"#,
      ])
    #expect(notices(outcome) == ["repair.blankWord", "repair.fraction", "repair.guard"])
    let told = outcome.report.columnNotices.map(\.message).joined()
    for word in ["“Enhet” 1", "“Pris” 1", "“Kundnr” 2", "“Artikelnr” 2", "“Benämning” 2"] {
      #expect(told.contains(word), "\(word) in \(told)")
    }
  }

  @Test func contactPersonsAreMendedToo() throws {
    let outcome = try take(
      "Kundnr;Namn;E-post;Telefon\n1;Anna;saknas;'+46 8 12 34 51\n1;None;bo@x.se;081234.0\n", into: "contactPersons")
    #expect(outcome.counts.updated == 2)
    let card = try #require(try office.card("1"))
    #expect(card[FieldPath("contactPersons[0].phone")!] == "+46 8 12 34 51")
    #expect(card[FieldPath("contactPersons[0].email")!] == nil)
    // A name is kept, and so is a fraction that not the whole column has.
    #expect(card[FieldPath("contactPersons[1].name")!] == "None")
    #expect(card[FieldPath("contactPersons[1].phone")!] == "081234.0")
    #expect(notices(outcome) == ["repair.blankWord", "repair.guard"])
    #expect(Set(codes(outcome)).isSuperset(of: ["cell.blankWord", "cell.fraction"]))
  }

  @Test func whatOnlyLooksDamagedStaysInAFileOfRecords() throws {
    let outcome = try take(
      "Kundnr;Artikelnr;Benämning;Enhet\n1;1.0;'t Hooft;Null\n2;1.5;Null Design;st\n", into: "serviceArticles")
    #expect(
      try ["1", "2"].map { try office.card($0)?[.serviceArticles] } == [
        #"[{"number":"1.0","description":"'t Hooft","unit":"Null"}]"#,
        #"[{"number":"1.5","description":"Null Design","unit":"st"}]"#,
      ])
    #expect(notices(outcome).isEmpty)
    #expect(codes(outcome) == ["cell.blankWord"])
  }

  @Test func aRejectedRowOfAFileOfRecordsComesBackWithoutItsMendedFractions() throws {
    _ = try take("Kundnr;Artikelnr;Enhet\n9.0;101.0;NULL\n1.0;102.0;st\n", into: "serviceArticles")
    #expect(try office.read("poster.csv.rejects.csv").contains("9;101;NULL;"))
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

  @Test func newReferencesAreJudgedAndOldOnesStay() throws {
    try office.set([.orderNumberRequired: 1])
    let first = try take(
      "Kund;Typ;Nummer;Beställningsnummer\n1;Order;10;B1\n2;Order;11;B2\n1;Order;12;\n", into: "references")
    #expect(codes(first) == ["orderNumber.missing", "reference.customerInactive", "reference.orderNumberMissing"])
    #expect(try office.card("1")?[.references] == #"[{"kind":"order","number":"10","orderNumber":"B1"}]"#)
    try office.set([.orderNumberRequired: 0])
    try office.importing(text: "Nr;Namn;Aktiv;facilitiesDisabled;costCenterRequired;costCenter\n1;Ett;nej;;ja;7\n")
    let second = try take("Kund;Typ;Nummer;Status\n1;Order;10;Klar\n1;Order;13;\n", into: "references")
    #expect(second.counts.updated == 1)
    #expect(codes(second) == ["reference.customerInactive"])
    #expect(
      try office.card("1")?[.references] == #"[{"kind":"order","number":"10","status":"Klar","orderNumber":"B1"}]"#)
  }

  @Test(arguments: [
    ("facilityRequired", "reference.facilityMissing", "Order;1;"),
    ("facilityRequired", "reference.facilityMissing", "Order;1;HITTEPÅ"),
    ("costCenterRequired", "reference.costCenterMissing", "Order;1;"),
    ("facilitiesDisabled", "reference.facilitiesDisabled", "Offert;1;A"),
  ])
  func theCardsOwnTermsHold(field: String, code: String, row: String) throws {
    try office.importing(text: "Nr;Namn;\(field)\n1;Ett;ja\n")
    let outcome = try take("Kundnr;Typ;Nummer;Anläggning\n1;\(row)\n", into: "references")
    #expect(codes(outcome) == [code])
    #expect(outcome.counts.rejected == 1)
  }

  /// A list in a cell of the customers' own file is judged as one in a file of its own: existing references stay.
  @Test(
    arguments: [
      ("active", "0", "reference.customerInactive"), ("facilityRequired", "1", "reference.facilityMissing"),
      ("costCenterRequired", "1", "reference.costCenterMissing"), ("comments", "x", nil),
    ] as [(String, String, String?)])
  func aListInACellBringsNoReferenceThatTheCustomerDoesNotTake(field: String, value: String, code: String?) throws {
    let office = try Office()
    let header = "Nr;Namn;\(field);references\n"
    func row(_ orders: String...) -> String {
      let list = orders.map { #"{""kind"":""order"",""number"":""\#($0)""}"# }.joined(separator: ",")
      return "1;Ett;\(value);\"[\(list)]\"\n"
    }
    // A new customer comes with what it had where it came from.
    #expect(try office.importing(text: header + row("7")).counts.created == 1)
    #expect(try office.importing(text: header + row("7")).counts.unchanged == 1)
    let outcome = try office.importing(text: header + row("7", "8"))
    #expect(outcome.counts.rejected == (code == nil ? 0 : 1))
    #expect(outcome.report.problems.entries.filter { $0.severity == .reject }.map(\.code) == [code].compactMap(\.self))
    #expect(try office.card("1")?[.references]?.contains("8") == (code == nil))
  }

  /// By command, from a file of their own and from a cell, orders copy the same.
  @Test func anOrderInACellCopiesWhatTheCardHasAndTheSameListAgainChangesNothing() throws {
    try office.set([.orderNumberRequired: 1])
    try office.importing(text: "Nr;Namn;orderNumber\n1;Ett;B7\n")
    let text = "Nr;Namn;references\n1;Ett;\"[{\"\"kind\"\":\"\"order\"\",\"\"number\"\":\"\"1\"\"}]\"\n"
    #expect(try office.importing(text: text).counts.updated == 1)
    #expect(try office.card("1")?[.references] == #"[{"kind":"order","number":"1","orderNumber":"B7"}]"#)
    try office.importing(text: "Nr;Namn;orderNumber\n1;Ett;B8\n")
    #expect(try office.importing(text: text).counts.unchanged == 1)
    #expect(try office.card("1")?[.references] == #"[{"kind":"order","number":"1","orderNumber":"B7"}]"#)
  }

  @Test func anOrderCopiesCostCenterAndOrderNumberOfTheCard() throws {
    try office.set([.orderNumberRequired: 1, .costCenterRequired: 1])
    try office.importing(text: "Nr;Namn;Kst;orderNumber\n1;Ett;100;B7\n")
    #expect(codes(try take("Kundnr;Typ;Nummer\n1;Order;1\n", into: "references")) == [])
    #expect(
      try office.card("1")?[.references]
        == #"[{"kind":"order","number":"1","costCenter":"100","orderNumber":"B7"}]"#)
  }

  @Test func filesGoWithTheInputInOneRun() throws {
    let office = try Office()
    try office.folder.write("Nr;Namn\n1;Ett\n2;Två\n", to: "kunder.csv")
    try office.folder.write("Kundnr;Nummer\n1;A\n3;B\n", to: "anl.csv")
    try office.folder.write("Kundnr;Namn\n2;Anna\n", to: "kontakter.csv")
    let empty = try office.state()
    let with = { (options: inout ImportOptions) in
      options.with = [
        .init(.records(.facilities), path: office.folder.file("anl.csv")),
        .init(.contactPersons, path: office.folder.file("kontakter.csv")),
      ]
    }
    let dry = try office.importing("kunder.csv") { options in
      with(&options)
      options.isDryRun = true
    }
    #expect(dry.run == nil)
    #expect(dry.isDryRun)
    #expect(dry.counts.rejected == 1)
    #expect(try office.state() == empty)
    #expect(try office.files == ["anl.csv", "kontakter.csv", "kunder.csv"])
    let outcome = try office.importing("kunder.csv", with)
    #expect(outcome.counts.created == 2)
    #expect(outcome.counts.updated == 2)
    #expect(outcome.counts.rejected == 1)
    #expect(outcome.report.with.map(\.counts.rows) == [2, 1])
    #expect(outcome.report.with[0].rejects == office.folder.file("anl.csv.rejects.csv"))
    #expect(outcome.rejects == nil)
    #expect(try office.card("1")?[.facilities] == #"[{"number":"A"}]"#)
    #expect(try office.card("2")?[.contactName] == "Anna")
    try office.undo(try #require(outcome.run))
    #expect(try office.state().cards.isEmpty)
  }

  @Test func aFileThatFailsLeavesEverythingAsItWas() throws {
    try office.folder.write("Nr;Namn\n5;Fem\n", to: "kunder.csv")
    try office.folder.write("Kundnr;Nummer\n9;B\n", to: "anl.csv")
    let error = try office.failure("kunder.csv") { options in
      options.with = [.init(.records(.facilities), path: office.folder.file("anl.csv"))]
      options.maximumRejects = .count(0)
    }
    #expect(error.code == "rejects.tooMany")
    #expect(try office.read("anl.csv.rejects.csv").contains("records.customerUnknown"))
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

  @Test(
    "a row of records with more cells than the header is rejected, and one whose further cells are blank is taken",
    arguments: [
      ("serviceArticles", "Kundnr;Artikelnr;Benämning", "1;A-1;Filter; grovt", "1;A-2;Filter; ;\u{A0}"),
      ("facilities", "Kundnr;Nummer;Anläggning", "1;1;Ek; Bok", "1;2;Ek;;"),
      ("references", "Kundnr;Typ;Nummer", "1;order;7;8", "1;order;9;;"),
      ("contactPersons", "Kundnr;Namn", "1;Eva;Ek", "1;Bo;"),
    ])
  func longRows(list: String, heading: String, long: String, plain: String) throws {
    let outcome = try take("\(heading)\n\(long)\n\(plain)\n", into: list)
    #expect(codes(outcome) == ["row.long"])
    #expect(outcome.report.problems.entries.first?.examples.map(\.position) == [2])
    #expect(outcome.counts.rejected == 1 && outcome.counts.updated == 1)
    let again = try take(try office.read("poster.csv.rejects.csv"), into: list)
    #expect(codes(again) == ["row.long"])
  }

  private func take(_ rows: [[String?]], into list: String) throws -> ImportOutcome {
    try SheetBook().sheet("Lista", rows).write(to: office.folder, "poster.xlsx")
    let run = try RecordImportRun(
      office.options("poster.xlsx"), target: RecordTarget(name: list),
      context: .init(library: office.library, severities: office.severities))
    return try run.perform(on: office.register, as: office.actor, today: Office.today)
  }

  @Test("what a sheet of records has under no heading is named once, and rejects no row")
  func valuesUnderNoHeading() throws {
    let outcome = try take(
      [
        ["Kundnr", "Artikelnr", "", "Benämning"], ["1", "A-1", "x", "Filter", "y"], ["1", "A-2", nil, "Rem", "z"],
        ["1", "A-3"],
      ],
      into: "serviceArticles")
    #expect(outcome.counts.updated == 3 && outcome.counts.rejected == 0)
    let notices = outcome.report.columnNotices.filter { $0.code == "column.unheaded" }.map(\.message)
    #expect(notices.count == 2)
    #expect(notices.first?.hasPrefix("Column C has a value in row 2") == true)
    #expect(notices.last?.hasPrefix("Column E has values in 2 rows, the first of them row 2") == true)
  }

  @Test("a text of records tells of a column without a heading, too")
  func aColumnWithoutAHeading() throws {
    let outcome = try take("Kundnr;Artikelnr;;Benämning\n1;A-1;x;Filter\n1;A-2;;Rem\n", into: "serviceArticles")
    #expect(outcome.counts.updated == 2)
    #expect(
      outcome.report.columnNotices.filter { $0.code == "column.unheaded" }.map { $0.message.prefix(28) }
        == ["Column 3 has a value in row 2"].map { $0.prefix(28) })
  }

  /// A sheet of articles; a cell of `#N/A` or `#REF!` holds that error.
  private func takeErrors(_ rows: [[String]], _ severities: [String: Severity] = [:]) throws -> ImportOutcome {
    let cells = rows.map { row in
      "<row>" + row.map { "<c t=\"\($0.hasPrefix("#") ? "e" : "str")\"><v>\($0)</v></c>" }.joined() + "</row>"
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let sheet = "<worksheet xmlns=\"\(main)\"><sheetData>\(cells.joined())</sheetData></worksheet>"
    try SheetBook().sheet("Lista", [["x"]]).write(to: office.folder, "poster.xlsx")
    try PythonScript.run(
      """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1]) as book: parts = {n: book.read(n) for n in book.namelist()}
      parts["xl/sheets/1.xml"] = sys.argv[2].encode()
      with zipfile.ZipFile(sys.argv[1], "w") as book:
          for name, part in parts.items(): book.writestr(name, part)
      """, [office.folder.file("poster.xlsx"), sheet])
    let run = try RecordImportRun(
      office.options("poster.xlsx"), target: RecordTarget(name: "serviceArticles"),
      context: .init(library: office.library, severities: severities))
    return try run.perform(on: office.register, as: office.actor, today: Office.today)
  }

  private static let errors = [
    ["Kundnr", "Artikelnr", "Benämning", "Eget"], ["1", "A-1", "#REF!", ""], ["#N/A", "A-2", "Rem", ""],
    ["1", "A-3", "Rem", "#N/A"], ["1", "#DIV/0!", "Rem", ""],
  ]

  @Test("an error of a workbook is no value of a record")
  func errorCells() throws {
    let outcome = try takeErrors(Self.errors)
    #expect(codes(outcome) == ["cell.error"])
    #expect(outcome.counts.rejected == 3 && outcome.counts.updated == 1)
    #expect(outcome.report.problems.entries.first?.examples.map(\.header) == ["Benämning", "Kundnr", "Artikelnr"])
    #expect(try office.card("1")?[.serviceArticles] == #"[{"number":"A-3","description":"Rem"}]"#)
  }

  @Test("where an error only warns the value is left out, and a row that needs it is rejected")
  func errorCellsThatOnlyWarn() throws {
    let outcome = try takeErrors(Self.errors, ["cell.error": .warn])
    #expect(outcome.counts.rejected == 2 && outcome.counts.updated == 2)
    #expect(codes(outcome) == ["cell.error", "records.customerMissing", "records.memberMissing"])
    #expect(
      try office.card("1")?[.serviceArticles] == #"[{"number":"A-1"},{"number":"A-3","description":"Rem"}]"#)
  }

  @Test(
    "errors of a spreadsheet as text are what they are in customers' files",
    arguments: ["#REF!", "#VÄRDEFEL!", "#DIV/0!", " #NAMN? ", "#########"])
  func errorsAsText(text: String) throws {
    let outcome = try take(
      "Kundnr;Artikelnr;Benämning\n1;A-1;\(text)\n\(text);A-2;Filter\n1;A-3;#1 Filter\n1;A-4;#N/A\n",
      into: "serviceArticles")
    #expect(codes(outcome) == ["cell.error"])
    #expect(outcome.counts.rejected == 2)
    let card = try office.card("1")?[.serviceArticles]
    #expect(card?.contains("#1 Filter") == true)
    #expect(card?.contains("A-1") == false && card?.contains("N/A") == false)
  }

  @Test("so are they in files of contact persons")
  func errorsAsTextOfPersons() throws {
    let outcome = try take("Kundnr;Namn;Telefon\n1;Eva;#REF!\n1;Bo;08-465 004 10\n", into: "contactPersons")
    #expect(codes(outcome) == ["cell.error"])
    #expect(outcome.counts.rejected == 1)
  }
}
