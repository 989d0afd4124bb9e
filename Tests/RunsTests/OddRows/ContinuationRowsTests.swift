import CustomerModel
import Documents
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

/// Rows without number below a customer's row, as programs write one contact person after the other.
@Suite struct ContinuationRowsTests {
  private static let heading = "Nr;Namn;Telefon;Orgnr;contactPersons[0].name;contactPersons[0].email\n"

  private static let rows = """
    1;Ett;08-12 34 56;;Anna;anna@x.se
    ;;;;Bo;bo@x.se
    ;;;;Cilla;
    2;Två;;;Dan;dan@x.se
    ;Två;;;Eva;eva@x.se

    """

  private func codes(_ outcome: ImportOutcome) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: outcome.report.problems.entries.map { ($0.code, $0.count) })
  }

  private func persons(_ number: String, in office: Office) throws -> [String] {
    guard let card = try office.card(number) else { return [] }
    return (0..<card.contactPersonCount).compactMap { card[FieldPath(.contactName, position: $0)] }
  }

  @Test("with several rows a customer they bring its contact persons, in every run", arguments: [false, true])
  func understood(generates: Bool) throws {
    let office = try Office(generates ? [.generateNumber: 1] : [:])
    for run in 1...2 {
      let outcome = try office.importing(text: Self.heading + Self.rows) { $0.severalRows = .contactPersons }
      #expect(codes(outcome) == [:])
      #expect(outcome.counts.created == (run == 1 ? 2 : 0))
      #expect(outcome.counts.updated == (run == 1 ? 3 : 0))
      #expect(try persons("1", in: office) == ["Anna", "Bo", "Cilla"])
      #expect(try persons("2", in: office) == ["Dan", "Eva"])
    }
  }

  @Test(
    "without, they are rejected by a reason that proposes it, also where numbers are generated",
    arguments: [false, true])
  func proposed(generates: Bool) throws {
    let office = try Office(generates ? [.generateNumber: 1] : [:])
    let outcome = try office.importing(text: Self.heading + Self.rows)
    #expect(codes(outcome) == ["row.continues": 3])
    #expect(outcome.counts.created == 2)
    let messages = outcome.report.problems.entries.flatMap(\.examples).map(\.message)
    #expect(messages[0].contains("row 2 (customer 1)") && messages[0].contains("severalRows"))
    #expect(messages[2].contains("row 5 (customer 2)"))
    #expect(!messages.contains { $0.contains("generateNumber") || $0.contains("is empty") })
  }

  @Test("what is wrong with such a row is kept with its own customer")
  func problemsOfTheRightCustomer() throws {
    let office = try Office()
    let heading = "Nr;Namn;contactPersons[0].name;contactPersons[0].email\n"
    let outcome = try office.importing(text: heading + "1;Ett;Anna;\n;;Bo;fel1\n2;Två;Dan;\n;;Eva;fel2\n") {
      $0.severalRows = .contactPersons
    }
    #expect(codes(outcome) == ["email.shape": 2])
    for (number, value) in [("1", "fel1"), ("2", "fel2")] {
      let document = try Disclosure.document(of: number, in: office.register, as: office.actor)
      #expect(document["problems"]?.elements.compactMap { $0["value"]?.scalarText } == [value])
    }
  }

  @Test("rejected and imported again, they are the persons of the customer that they went on with")
  func comesBack() throws {
    let office = try Office()
    let text = Self.heading + "1;Ett;;5562056101;;\n2;Två;;;Anna;a@x.se\n;;;;Bo;bo@x.se\n3;Tre;;;;\n"
    let first = try office.importing(text: text)
    #expect(codes(first) == ["identity.checksum": 1, "row.continues": 1])
    let rejects = try office.read("kunder.csv.rejects.csv")
    try office.folder.write(rejects.replacing("5562056101", with: ""), to: "mended.csv")
    let plain = try office.importing("mended.csv")
    #expect(plain.counts.created == 1)
    #expect(try persons("1", in: office) == [])
    #expect(try persons("2", in: office) == ["Anna"])
    let several = try office.importing("mended.csv") { $0.severalRows = .contactPersons }
    #expect(several.counts.rejected == 0, "\(codes(several))")
    #expect(try persons("1", in: office) == [])
    #expect(try persons("2", in: office) == ["Anna", "Bo"])
  }

  @Test("a customer that lacks its number is told so, and is nobody's contact person")
  func otherCustomers() throws {
    let office = try Office()
    let text = Self.heading + "1;Ett;;;Anna;\n;Tre;08-12 34 56;;Bo;\n;;08-65 43 21;;;\n"
    for several in [nil, .contactPersons] as [SeveralRows?] {
      let outcome = try office.importing(text: text) { $0.severalRows = several }
      #expect(codes(outcome)["number.missing"] == 2)
      #expect(codes(outcome)["row.continues"] == nil)
      #expect(try persons("1", in: office) == ["Anna"])
    }
  }

  @Test("a row below a rejected customer goes with it")
  func afterRejected() throws {
    let office = try Office()
    let long = String(repeating: "x", count: 201)
    let text = Self.heading + "1;Ett;;;Anna;\n2;\(long);;;Bo;\n;;;;Cilla;\n"
    let outcome = try office.importing(text: text) { $0.severalRows = .contactPersons }
    #expect(codes(outcome)["row.firstRejected"] == 1)
    #expect(try persons("1", in: office) == ["Anna"])
  }

  @Test("a row that goes on with the first batch is found in the second")
  func acrossBatches() throws {
    let office = try Office()
    let rows = (1...1024).map { "\($0);K\($0);;;A\($0);\n" }.joined() + ";;;;Sist;\n"
    let outcome = try office.importing(text: Self.heading + rows) { $0.severalRows = .contactPersons }
    #expect(outcome.counts.created == 1024)
    #expect(try persons("1024", in: office) == ["A1024", "Sist"])
    let other = try Office().importing(text: Self.heading + rows)
    #expect(other.report.problems.entries.first?.examples.first?.message.contains("row 1025 (customer 1024)") == true)
  }

  @Test("a row of which no field takes anything is told how it may be understood")
  func untaken() throws {
    let office = try Office()
    let outcome = try office.importing(
      text: "Nr;Namn;Kontakter/Namn;Kontakter/E-post\n1;Ett;Anna;a@x.se\n;;Bo;b@x.se\n")
    #expect(codes(outcome) == ["row.continues": 1])
    #expect(
      outcome.report.problems.entries[0].examples[0].message.contains(
        "name the columns of contactPersons[0] in a mapping"))
  }

  @Test("a name with a telephone below a full row becomes a customer with a number of its own only with a word")
  func mayContinue() throws {
    let office = try Office([.generateNumber: 1])
    let identity = TestIdentity.organisation(3)
    let outcome = try office.importing(
      text:
        "Nr;Namn;Orgnr;Typ;Telefon\n1;Ett;\(identity);company;08-12 34 56\n;Anna Ek;;;070-174 06 05\n;Tre AB;;company;\n"
    )
    #expect(outcome.counts.created == 3)
    #expect(codes(outcome) == ["row.mayContinue": 1])
    #expect(outcome.report.problems.entries[0].examples[0].position == 3)
  }
}
