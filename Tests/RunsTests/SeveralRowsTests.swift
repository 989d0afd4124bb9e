import CustomerModel
import Differ
import Foundation
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

/// Customers that stand on several rows, each of which brings a contact person.
@Suite struct SeveralRowsTests {
  private let office: Office
  init() throws { office = try Office() }

  private static let heading = "Nr;Namn;Telefon;contactPersons[0].name;contactPersons[0].email\n"

  /// Imports rows of which a customer may have several.
  @discardableResult
  private func take(
    _ rows: String, heading: String = Self.heading, _ choose: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportOutcome {
    try office.importing(text: heading + rows) {
      $0.severalRows = .contactPersons
      choose(&$0)
    }
  }

  private func codes(_ outcome: ImportOutcome) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: outcome.report.problems.entries.map { ($0.code, $0.count) })
  }

  /// The names of a customer's contact persons with their addresses, in their order.
  private func persons(_ number: String) throws -> [String] {
    guard let card = try office.card(number) else { return [] }
    return (0..<card.contactPersonCount).map { position in
      [Field.contactName, .contactEmail].map { card[FieldPath($0, position: position)] ?? "-" }.joined(separator: " ")
    }
  }

  /// Rows in succession and apart, with the customer's columns repeated and left blank.
  private static let rows = """
    1;Ett;08-12 34 56;Anna;anna@x.se
    1;Ett;08-12 34 56;Bo;bo@x.se
    2;Två;;Cilla;cilla@x.se
    3;Tre;;;
    1;;;Dan;
    2;Två;;Eva;eva@x.se
    3;;;Fia;

    """

  @Test(arguments: [false, true])
  func furtherRowsBringContactPersons(isKnown: Bool) throws {
    if isKnown { try office.importing(text: "Nr;Namn\n1;Ett\n9;Nio\n") }
    let outcome = try take(Self.rows)
    #expect(codes(outcome) == [:])
    #expect(outcome.counts.rows == 7)
    #expect(outcome.counts.created == (isKnown ? 2 : 3))
    #expect(outcome.counts.updated == (isKnown ? 5 : 4), "a further row that brings a person counts as updated")
    #expect(try persons("1") == ["Anna anna@x.se", "Bo bo@x.se", "Dan -"])
    #expect(try persons("2") == ["Cilla cilla@x.se", "Eva eva@x.se"])
    #expect(try persons("3") == ["Fia -"])
    #expect(try office.card("1")?[FieldPath("phone")!] == "08-12 34 56")
  }

  @Test func theSecondRunChangesNothing() throws {
    try take(Self.rows)
    let before = try office.state()
    for _ in 1...2 {
      let outcome = try take(Self.rows)
      #expect(outcome.counts.unchanged == 7)
    }
    #expect(try office.state() == before)
  }

  @Test func rowsAreFoundAgainAcrossBatches() throws {
    let numbers = Array(1...5_000)
    let rows = numbers.map { "\($0);K;;Anna;a\($0)@x.se\n" } + numbers.map { "\($0);;;Bo;b\($0)@x.se\n" }
    let first = try take(rows.joined())
    #expect(first.counts.created == 5_000)
    #expect(first.counts.updated == 5_000)
    #expect(try take(rows.joined()).counts.unchanged == 10_000)
    #expect(try persons("4999") == ["Anna a4999@x.se", "Bo b4999@x.se"])
  }

  @Test func aRowThatDisagreesIsRejectedByTheNameOfItsField() throws {
    let outcome = try take(
      "1;Ett;08-12 34 56;Anna;\n1;Annan;08-12 34 56;Bo;\n1;;08-65 43 21;Cilla;\n1;Ett;;Dan;\n")
    #expect(outcome.counts.created == 1)
    #expect(outcome.counts.updated == 1)
    #expect(outcome.counts.rejected == 2)
    #expect(codes(outcome) == ["row.disagrees": 2])
    let messages = outcome.report.problems.entries.flatMap(\.examples).map(\.message)
    #expect(messages.contains { $0.contains("“Namn”") && $0.contains("row 2") })
    #expect(messages.contains { $0.contains("“Telefon”") && $0.contains("row 2") })
    #expect(try persons("1") == ["Anna -", "Dan -"])
    #expect(try office.card("1")?[.customerName] == "Ett")
    let rejects = try office.read("kunder.csv.rejects.csv")
    #expect(rejects.contains("1;Annan;08-12 34 56;Bo;;3;row.disagrees: "))
    #expect(rejects.contains("1;;08-65 43 21;Cilla;;4;row.disagrees: "))
  }

  @Test func twoRowsOfOnePersonMayAddButNotContradict() throws {
    let heading = "Nr;Namn;contactPersons[0].name;contactPersons[0].email;contactPersons[0].phone\n"
    let rows = "1;Ett;Anna;a@x.se;\n1;;anna;A@x.se;08-12 34 56\n1;;Anna;a@x.se;08-65 43 21\n1;;Anna;b@x.se;08-1 11 11\n"
    let outcome = try take(rows, heading: heading)
    #expect(codes(outcome) == ["row.disagrees": 1])
    #expect(outcome.report.problems.entries.first?.examples.first?.message.contains("contactPersons[0].phone") == true)
    #expect(try persons("1") == ["Anna a@x.se", "Anna b@x.se"])
    #expect(try office.card("1")?[FieldPath("contactPersons[0].phone")!] == "08-12 34 56")
    let again = try take(rows, heading: heading)
    #expect(again.counts.unchanged == 3)
    #expect(again.counts.rejected == 1)
  }

  @Test func furtherRowsGoWithARejectedFirst() throws {
    let long = String(repeating: "x", count: 201)
    for isKnown in [false, true] {
      if isKnown { try office.importing(text: "Nr;Namn\n1;Ett\n") }
      let outcome = try take("1;\(long);;Anna;\n1;\(long);;Bo;\n2;Två;;Cilla;\n1;;;Dan;\n")
      #expect(outcome.counts.rejected == 3)
      #expect(codes(outcome)["row.firstRejected"] == 2)
      let mended = try office.read("kunder.csv.rejects.csv").replacing(long, with: "Ett")
      try office.folder.write(mended, to: "mended.csv")
      let again = try office.importing("mended.csv") { $0.severalRows = .contactPersons }
      #expect(again.counts.rejected == 0)
      #expect(try persons("1") == ["Anna -", "Bo -", "Dan -"])
      try office.undo(try #require(again.run))
    }
  }

  @Test func aMendedFurtherRowBringsItsPersonAndNothingElse() throws {
    try take("1;Ett;08-12 34 56;Anna;\n1;Annan;;Bo;\n") { $0.empty = .clear }
    let rejects = try office.read("kunder.csv.rejects.csv")
    #expect(rejects.contains("row.disagrees: "))
    try office.folder.write(rejects, to: "unmended.csv")
    let unmended = try office.importing("unmended.csv") {
      $0.severalRows = .contactPersons
      $0.empty = .clear
    }
    #expect(codes(unmended)["row.disagrees"] == 1)
    #expect(unmended.report.problems.entries.first?.examples.first?.message.contains("the register") == true)
    try office.folder.write(rejects.replacing("Annan", with: ""), to: "mended.csv")
    let mended = try office.importing("mended.csv") {
      $0.severalRows = .contactPersons
      $0.empty = .clear
    }
    #expect(mended.counts.updated == 1)
    #expect(try persons("1") == ["Anna -", "Bo -"], "nobody is replaced")
    #expect(try office.card("1")?[.customerName] == "Ett", "blank cells of a further row clear nothing")
    #expect(try office.card("1")?[FieldPath("phone")!] == "08-12 34 56")
  }

  @Test func aFurtherRowIsKnownAgainWhateverItWasRejectedFor() throws {
    var office = office
    office.severities = ["email.shape": .reject]
    let choose: (inout ImportOptions) -> Void = {
      $0.severalRows = .contactPersons
      $0.empty = .clear
    }
    let outcome = try office.importing(text: Self.heading + "1;Ett;08-12 34 56;Anna;\n1;;;Bo;trasig\n", choose)
    #expect(codes(outcome) == ["email.shape": 1])
    let rejects = try office.read("kunder.csv.rejects.csv")
    #expect(rejects.contains("row.further: "))
    try office.folder.write(rejects.replacing("trasig", with: "bo@x.se"), to: "mended.csv")
    #expect(try office.importing("mended.csv", choose).counts.updated == 1)
    #expect(try persons("1") == ["Anna -", "Bo bo@x.se"])
    #expect(try office.card("1")?[FieldPath("phone")!] == "08-12 34 56")
  }

  @Test func aMendedFurtherRowIsRefusedWithoutTheOption() throws {
    try take("1;Ett;;Anna;\n1;Annan;;Bo;\n")
    try office.folder.write(try office.read("kunder.csv.rejects.csv").replacing("Annan", with: ""), to: "mended.csv")
    let outcome = try office.importing("mended.csv")
    #expect(codes(outcome) == ["duplicate.notMended": 1])
    #expect(try persons("1") == ["Anna -"])
  }

  @Test func rowsRejectedAsDuplicatesAreTakenWithTheOption() throws {
    let first = try office.importing(text: Self.heading + Self.rows)
    #expect(codes(first)["number.duplicate"] == 4)
    let message = try #require(
      first.report.problems.entries.first { $0.code == "number.duplicate" }?.examples.first?.message)
    #expect(message.contains("severalRows"))
    let outcome = try office.importing("kunder.csv.rejects.csv") { $0.severalRows = .contactPersons }
    #expect(outcome.counts.updated == 4)
    #expect(try persons("1") == ["Anna anna@x.se", "Bo bo@x.se", "Dan -"])
  }

  @Test func theMappingMaySayIt() throws {
    let json = Office.mapping.replacing("\"columns\"", with: "\"severalRows\": \"contactPersons\", \"columns\"")
    let office = try Office(mapping: json)
    let outcome = try office.importing(text: Self.heading + Self.rows)
    #expect(outcome.counts.created == 3)
    #expect(outcome.counts.updated == 4)
  }

  @Test func rowsWithoutNumberAreOfOneCustomerByIdentity() throws {
    let office = try Office([.generateNumber: 1])
    let identity = TestIdentity.organisation(7)
    let text =
      "Namn;Orgnr;contactPersons[0].name\nEtt;\(identity);Anna\nTvå;;Cilla\nEtt;\(identity);Bo\n;\(identity);Dan\n"
    for isSecond in [false, true] {
      let outcome = try office.importing(text: text) {
        $0.severalRows = .contactPersons
        $0.match = [.number, .identity]
      }
      #expect(outcome.counts.rejected == 0)
      #expect(outcome.counts.created == (isSecond ? 0 : 2))
      #expect(outcome.counts.unchanged == (isSecond ? 4 : 0))
    }
    let card = try #require(try office.state().cards.values.first { $0[.identityNumber] == identity })
    #expect(card.contactPersonCount == 3)
  }

  @Test func anInactiveCustomerIsActivatedOnceAndItsFurtherRowsStillCount() throws {
    try office.importing(text: "Nr;Namn;Aktiv\n1;Ett;Nej\n2;Två;\n")
    let outcome = try take("1;Ett;;Anna;\n1;;;Bo;\n") {
      $0.inactivatesMissing = true
      $0.maximumInactivated = 1
    }
    #expect(outcome.counts.reactivated == 1)
    #expect(outcome.counts.updated == 1)
    #expect(outcome.counts.inactivated == 1)
    #expect(try persons("1") == ["Anna -", "Bo -"])
  }

  @Test func withoutContactColumnsTheImportIsRefused() throws {
    try office.folder.write("Nr;Namn\n1;Ett\n", to: "k.csv")
    let error = try office.failure("k.csv") { $0.severalRows = .contactPersons }
    #expect(error.code == "severalRows.noColumns")
    #expect(error.message.contains("contactPersons[0]"))
  }

  // MARK: Any file

  /// Rows of few customers and few persons, so that they meet in every way.
  private func randomRows(_ random: inout SeededGenerator) -> String {
    var text = "Nr;Namn;Telefon;contactPersons[0].name;contactPersons[0].email;contactPersons[0].phone\n"
    for _ in 0..<30 {
      let number = Int.random(in: 1...5, using: &random)
      let name = random.chance(0.05) ? "Annan" : random.chance(0.4) ? "" : "Kund \(number)"
      // Everybody is called by one address or one name: whoever is now called so and now so may be taken for another.
      let person = random.pick(["Anna;a@x.se", "anna;A@x.se", "Bo;b@x.se", "Bo;B@x.se", "Cilla;", "cilla;", ";d@x.se"])
      let cells = [
        "\(number)", name, random.chance(0.1) ? "08-12 34 56" : "", person,
        random.pick(["08-1 11 11", "08-2 22 22", "", "", ""]),
      ]
      text += cells.joined(separator: ";") + "\n"
    }
    return text
  }

  @Test(arguments: 1...40)
  func aSecondRunChangesNothingAndUndoTakesAllBack(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    try office.importing(text: randomRows(&random)) { $0.severalRows = .contactPersons }
    let before = try office.state()
    let text = randomRows(&random)
    let clears = random.chance(0.5)
    let choose: (inout ImportOptions) -> Void = {
      $0.severalRows = .contactPersons
      $0.empty = clears ? .clear : .keep
    }
    let twin = try office.twin()
    let first = try office.importing(text: text, choose)
    let after = try office.state()
    let second = try office.importing(text: text, choose)
    #expect(second.counts.rejected == first.counts.rejected)
    #expect(second.counts.unchanged == second.counts.rows - second.counts.rejected)
    #expect(try office.state() == after)
    try office.undo(try #require(second.run))
    try office.undo(try #require(first.run))
    #expect(try office.state() == before)

    let path = twin.folder.file("plan.json")
    let plan = try PlanFile(path: path, register: twin.register, source: "kunder.csv", mapping: "kunder")
    let planned = try twin.importing("kunder.csv", changes: plan) {
      choose(&$0)
      $0.isDryRun = true
    }
    try plan.finish()
    #expect(try twin.state() == before, "a dry run writes nothing")
    #expect(planned.counts == first.counts)
    _ = try ApplyRun.perform(plan: path, on: twin.register, as: twin.actor)
    #expect(try twin.state() == after)
  }
}
