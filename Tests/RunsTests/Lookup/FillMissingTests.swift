import CompanyLookup
import CustomerModel
import Differ
import Foundation
import Mapping
import RegisterStore
import TestSupport
import Testing
import Texts

@testable import Runs

@Suite struct FillMissingTests {
  private let office: Office
  private static let (a, b, c) = (
    TestIdentity.organisation(1), TestIdentity.organisation(2), TestIdentity.organisation(3)
  )
  private static let mapping = """
    {"name": "kunder", "columns": [
      {"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"]},
      {"field": "type", "headers": ["Typ"]}, {"field": "identityNumber", "headers": ["Orgnr"]},
      {"field": "invoiceAddress.line1", "headers": ["Gata"]}, {"field": "invoiceAddress.city", "headers": ["Ort"]},
      {"field": "email", "headers": ["E-post"]}
    ]}
    """
  private static let alfa = ScriptedDirectory.Answer.facts(
    name: "Alfa AB", address: ["Storgatan 1", "123 45 STORSTAD"])

  init() throws { office = try Office(mapping: Self.mapping) }

  @discardableResult
  private func importing(
    _ text: String, _ directory: ScriptedDirectory?, maximum: Int = 500, as actor: ActingUser? = nil,
    changes: (any ChangeSink)? = nil, _ choose: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportOutcome {
    try office.folder.write(text, to: "kunder.csv")
    var options = office.options("kunder.csv")
    choose(&options)
    let context = ImportContext(library: office.library, directory: directory, maximumLookups: maximum)
    return try ImportRun(options, context: context)
      .perform(on: office.register, as: actor ?? office.actor, today: Office.today, changes: changes)
  }

  private func address(_ number: String) throws -> [String?] {
    let card = try office.card(number)
    return ["line1", "line2", "postalCode", "city"].map { card?[FieldPath("invoiceAddress.\($0)")!] }
  }

  @Test func aRowWithoutNameIsSavedWithTheNameThatWasFound() throws {
    let directory = ScriptedDirectory([Self.a: Self.alfa])
    let text = "Nr;Namn;Orgnr\n1;;\(Self.a)\n2;;\(Self.b)\n3;;\n"
    let outcome = try importing(text, directory)
    #expect(outcome.counts == .init(rows: 3, created: 1, rejected: 2))
    #expect(directory.asked == [Self.a, Self.b])
    #expect(try office.card("1")?[.customerName] == "Alfa AB")
    #expect(try address("1") == ["Storgatan 1", nil, "123 45", "STORSTAD"])
    #expect(try office.card("1")?[.vatNumber] == nil)
    #expect(
      outcome.report.notes.contains(
        LookupTexts.asked("Registret", found: 1, unknown: 1, failed: 0, filled: 1)))
  }

  @Test func nobodyIsAskedUnlessWanted() throws {
    let outcome = try importing("Nr;Namn;Orgnr\n1;;\(Self.a)\n", nil)
    #expect(outcome.counts == .init(rows: 1, rejected: 1))
    #expect(outcome.report.notes.isEmpty)
  }

  @Test func nothingThatTheRowSaysIsReplaced() throws {
    let directory = ScriptedDirectory([Self.a: Self.alfa, Self.b: Self.alfa, Self.c: Self.alfa])
    try importing(
      "Nr;Namn;Orgnr;Gata;Ort\n1;Eget namn;\(Self.a);;\n2;;\(Self.b);Lillgatan 2;\n3;Fullt;\(Self.c);;Byn\n", directory)
    #expect(directory.asked == [Self.a, Self.b])
    #expect(try office.card("1")?[.customerName] == "Eget namn")
    #expect(try address("1") == ["Storgatan 1", nil, "123 45", "STORSTAD"])
    #expect(try office.card("2")?[.customerName] == "Alfa AB")
    #expect(try address("2") == ["Lillgatan 2", nil, nil, nil])
    #expect(try address("3") == [nil, nil, nil, "Byn"])
  }

  @Test func anExistingCustomerGetsItsAddressOnce() throws {
    try importing("Nr;Namn;Orgnr\n1;A;\(Self.a)\n", nil)
    let directory = ScriptedDirectory([Self.a: Self.alfa])
    let changes = Changes()
    let text = "Nr;Namn;Orgnr\n1;A;\(Self.a)\n"
    let outcome = try importing(text, directory, changes: changes)
    #expect(outcome.counts == .init(rows: 1, updated: 1))
    #expect(
      changes.lines == [
        "update 1: invoiceAddress.line1 ->Storgatan 1, invoiceAddress.postalCode ->123 45, "
          + "invoiceAddress.city ->STORSTAD"
      ])
    #expect(try importing(text, directory).counts == .init(rows: 1, unchanged: 1))
    #expect(directory.asked == [Self.a])
    #expect(try importing(text, nil).counts == .init(rows: 1, unchanged: 1))
    try office.undo(try #require(outcome.run))
    #expect(try address("1") == [nil, nil, nil, nil])
  }

  @Test func aNumberIsAskedForOnceHoweverManyRowsHaveIt() throws {
    let directory = ScriptedDirectory([Self.a: Self.alfa])
    let outcome = try importing("Nr;Namn;Orgnr\n1;A;\(Self.a)\n2;B;\(Self.a)\n3;;\(Self.a)\n", directory)
    #expect(outcome.counts.created == 3)
    #expect(directory.asked == [Self.a])
    for number in ["1", "2", "3"] { #expect(try address(number)[3] == "STORSTAD") }
  }

  @Test func aDryRunShowsWhatWouldBeFilled() throws {
    let changes = Changes()
    let outcome = try importing(
      "Nr;Namn;Orgnr\n1;;\(Self.a)\n", ScriptedDirectory([Self.a: Self.alfa]), changes: changes
    ) { $0.isDryRun = true }
    #expect(outcome.counts == .init(rows: 1, created: 1))
    #expect(changes.lines.first?.contains("name ->Alfa AB") == true)
    #expect(try office.state().cards.isEmpty)
  }

  @Test func personsAndRowsRejectedForSomethingElseAreNotAskedFor() throws {
    let directory = ScriptedDirectory([:], fallback: Self.alfa)
    let person = TestIdentity.person(1)
    let outcome = try importing(
      """
      Nr;Namn;Typ;Orgnr
      1;A;Privat;\(person)
      2;B;Företag;\(person)
      3;C;Privat;\(Self.a)
      ;D;Företag;\(Self.b)
      5;E;Företag;556677-8890

      """, directory)
    #expect(directory.asked == [])
    #expect(outcome.report.notes == [LookupTexts.nothingMissing("Registret")])
  }

  @Test(arguments: [
    LookupFailure.unavailable(Text(verbatim: "MS_UNAVAILABLE")), .busy(Text(verbatim: "SERVER_BUSY")),
    .refused(Text(verbatim: "IP_BLOCKED")),
  ])
  func aFailureFailsNothingAndIsTold(failure: LookupFailure) throws {
    let directory = ScriptedDirectory([Self.b: Self.alfa], fallback: .fails(failure))
    let outcome = try importing("Nr;Namn;Orgnr\n1;A;\(Self.a)\n2;;\(Self.b)\n3;;\(Self.c)\n", directory)
    #expect(outcome.counts == .init(rows: 3, created: 2, rejected: 1))
    #expect(
      outcome.report.notes == [
        LookupTexts.asked("Registret", found: 1, unknown: 0, failed: 2, filled: 1),
        LookupTexts.failed(failure.error(directory: "Registret").text, left: 0),
      ])
  }

  @Test func aDirectoryThatIsDownIsAskedNoMoreAfterThreeFailures() throws {
    let directory = ScriptedDirectory([:], fallback: .fails(.unavailable(Text(verbatim: "it says TIMEOUT"))))
    let rows = (1...9).map { "\($0);Kund \($0);\(TestIdentity.organisation($0))\n" }.joined()
    let outcome = try importing("Nr;Namn;Orgnr\n" + rows, directory)
    #expect(outcome.counts == .init(rows: 9, created: 9))
    #expect(directory.asked.count == 3)
    #expect(
      outcome.report.notes.last
        == LookupTexts.failed(
          LookupFailure.unavailable(Text(verbatim: "it says TIMEOUT")).error(directory: "Registret").text, left: 6))
  }

  @Test func oneImportAsksForSoManyAndNoMore() throws {
    let directory = ScriptedDirectory([:], fallback: Self.alfa)
    let text = "Nr;Namn;Orgnr\n" + (1...7).map { "\($0);K;\(TestIdentity.organisation($0))\n" }.joined()
    let outcome = try importing(text, directory, maximum: 5)
    #expect(directory.asked.count == 5)
    #expect(
      outcome.report.notes.last
        == LookupTexts.tooMany(most: 5, left: 2)
    )
    _ = try importing(text, directory, maximum: 5)
    #expect(directory.asked.count == 7)
    #expect(try address("7")[3] == "STORSTAD")
  }

  @Test func aChangeWhileTheDirectoryIsAskedIsKept() throws {
    try importing("Nr;Namn;Orgnr\n1;A;\(Self.a)\n2;B;\(Self.b)\n", nil)
    let register = office.register
    let actor = office.actor
    let directory = ScriptedDirectory([:], fallback: Self.alfa) {
      _ = try? EditRun("edit", today: Office.today).perform(on: register, as: actor) { session in
        let values = try session.assignments([.init(FieldPath("invoiceAddress.city")!, "Handort")])
        try session.edit(try session.customer("1"), values)
      }
    }
    let outcome = try importing("Nr;Namn;Orgnr\n1;A;\(Self.a)\n2;B;\(Self.b)\n", directory)
    #expect(directory.asked == [Self.a, Self.b])
    #expect(outcome.counts == .init(rows: 2, updated: 1, unchanged: 1))
    #expect(try address("1") == [nil, nil, nil, "Handort"])
    #expect(try address("2")[3] == "STORSTAD")
  }

  @Test func theRegisterIsNotHeldWhileTheDirectoryIsAsked() throws {
    let register = office.register
    let written = Written()
    let directory = ScriptedDirectory([:], fallback: Self.alfa) {
      written.note { try register.write { writer throws in try writer.set(.showLanguage, to: 1) } }
    }
    try importing("Nr;Namn;Orgnr\n1;A;\(Self.a)\n", directory)
    #expect(written.errors.isEmpty)
    #expect(written.count == 1)
  }

  @Test func oneWhoMayNotImportSendsNothing() throws {
    try office.register.write { writer throws in try writer.register(user: "bo", permissions: [.view]) }
    let directory = ScriptedDirectory([Self.a: Self.alfa])
    let error = #expect(throws: KundregError.self) {
      try importing("Nr;Namn;Orgnr\n1;;\(Self.a)\n", directory, as: ActingUser(named: "bo", in: office.register))
    }
    #expect(error?.status == .notPermitted)
    #expect(directory.asked.isEmpty)
  }

  @Test func aRowThatBecameACustomerWithAGeneratedNumberIsKnownAgain() throws {
    try office.set([.generateNumber: 1])
    let text = "Namn;Orgnr\nA;\(Self.a)\n"
    try importing(text, nil)
    let outcome = try importing(text, ScriptedDirectory([Self.a: Self.alfa]))
    #expect(outcome.counts == .init(rows: 1, updated: 1))
    let number = try #require(try office.state().cards.keys.first)
    #expect(try address(number)[3] == "STORSTAD")
  }

  @Test func aBlankThatClearsIsFilledAndClearedAgainWithoutTheFlag() throws {
    let directory = ScriptedDirectory([Self.a: Self.alfa])
    let text = "Nr;Namn;Orgnr;Gata;Ort\n1;A;\(Self.a);;\n"
    try importing(text, directory) { $0.empty = .clear }
    #expect(try address("1") == ["Storgatan 1", nil, "123 45", "STORSTAD"])
    try importing(text, nil) { $0.empty = .clear }
    #expect(try address("1") == [nil, nil, "123 45", nil])
  }

  @Test func textsThatTheCardHasNoRoomForAreLeftOut() throws {
    let long = String(repeating: "å", count: 201)
    let directory = ScriptedDirectory([:], fallback: .facts(name: long, address: ["A", long, "123 45 STORSTAD"]))
    let outcome = try importing("Nr;Namn;Orgnr\n1;A;\(Self.a)\n2;;\(Self.b)\n", directory)
    #expect(outcome.counts == .init(rows: 2, created: 1, rejected: 1))
    #expect(try address("1") == ["A", nil, "123 45", "STORSTAD"])
  }

  @Test func manyRowsInSeveralBatchesEachGetTheirOwn() throws {
    let numbers = (1...5).map { TestIdentity.organisation($0) }
    let answers = Dictionary(
      uniqueKeysWithValues: numbers.enumerated().map { index, number in
        (number, ScriptedDirectory.Answer.facts(name: "Bolag \(index)", address: ["\(100 + index) 00 ORT \(index)"]))
      })
    var rows = (1...9000).map { "\($0);Kund \($0);;Gatan;Byn" }
    for (index, row) in [0, 4095, 4096, 8191, 8999].enumerated() { rows[row] = "\(row + 1);;\(numbers[index]);;" }
    let outcome = try importing(
      "Nr;Namn;Orgnr;Gata;Ort\n" + rows.joined(separator: "\n") + "\n", ScriptedDirectory(answers))
    #expect(outcome.counts == .init(rows: 9000, created: 9000))
    for (index, row) in [0, 4095, 4096, 8191, 8999].enumerated() {
      #expect(try office.card("\(row + 1)")?[.customerName] == "Bolag \(index)")
      #expect(try address("\(row + 1)") == [nil, nil, "\(100 + index) 00", "ORT \(index)"])
    }
    #expect(try address("2") == ["Gatan", nil, nil, "Byn"])
  }
}

/// Counts what went well and keeps what did not.
final class Written: @unchecked Sendable {
  // Proof: used by the one thread that the import asks its directory on.
  private(set) var count = 0
  private(set) var errors: [String] = []
  func note(_ body: () throws -> Void) {
    do {
      try body()
      count += 1
    } catch { errors.append("\(error)") }
  }
}
