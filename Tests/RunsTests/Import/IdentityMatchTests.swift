import CustomerModel
import Differ
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

@Suite struct IdentityMatchTests {
  private let office: Office
  private static let (a, b, c) = (
    TestIdentity.organisation(1), TestIdentity.organisation(2), TestIdentity.organisation(3)
  )

  init() throws {
    office = try Office()
    try office.importing(text: "Nr;Namn;Orgnr\n1;A;\(Self.a)\n2;B;\(Self.b)\n3;B två;\(Self.b)\n")
  }

  @discardableResult
  private func importing(_ text: String, _ match: [MatchKey] = [.number, .identity]) throws -> ImportOutcome {
    try office.importing(text: text) { $0.match = match }
  }
  private func codes(_ outcome: ImportOutcome) -> Set<String> { Set(outcome.report.problems.entries.map(\.code)) }

  @Test func aRowWithoutNumberFindsItsCustomerWhenAskedTo() throws {
    let text = "Namn;Orgnr;Telefon\nA;\(Self.a);08-12 34 56\n"
    let byNumber = try importing(text, [.number])
    #expect(codes(byNumber) == ["number.missing"])
    let byIdentity = try importing(text)
    #expect(byIdentity.counts == .init(rows: 1, updated: 1))
    #expect(try office.card("1")?[FieldPath("phone")!] == "08-12 34 56")
    #expect(try importing(text).counts == .init(rows: 1, unchanged: 1))
  }

  @Test func twoCandidatesAreRejectedAndBothNamed() throws {
    let outcome = try importing("Namn;Orgnr\nB;\(Self.b)\n")
    #expect(outcome.counts == .init(rows: 1, rejected: 1))
    let entry = try #require(outcome.report.problems.entries.first)
    #expect(entry.code == "identity.ambiguous")
    #expect(entry.examples.first?.message.contains("2, 3") == true)
    #expect(try importing("Nr;Namn;Orgnr\n3;B två;\(Self.b)\n").counts.unchanged == 1)
  }

  @Test("a person is found whatever the century, and by the whole number before its last ten digits")
  func centuries() throws {
    // Skatteverket's own test number, right in either century.
    try importing("Nr;Namn;Orgnr;Typ\n10;P;19121212-1212;Privat\n", [.number])
    let found = try importing("Namn;Orgnr;Typ;Telefon\nP;20121212-1212;Privat;08-12 34 56\n")
    #expect(found.counts == .init(rows: 1, updated: 1))
    #expect(try office.card("10")?[.identityNumber] == "20121212-1212")
    try importing("Nr;Namn;Orgnr;Typ\n11;Q;19121212-1212;Privat\n", [.number])
    for (number, year) in [("10", "20"), ("11", "19")] {
      let own = try importing("Namn;Orgnr;Typ;Telefon\n;\(year)121212-1212;Privat;040-12 34 56\n")
      #expect(own.counts == .init(rows: 1, updated: 1))
      #expect(try office.card(number)?[FieldPath("phone")!] == "040-12 34 56")
    }
    try importing("Nr;Namn;Orgnr;Typ\n11;Q;18121212-1212;Privat\n", [.number])
    try importing("Nr;Namn;Orgnr;Typ\n10;P;18121212-1212;Privat\n", [.number])
    #expect(try importing("Namn;Orgnr;Typ\nP;20121212-1212;Privat\n").counts.rejected == 1)
  }

  @Test func aNumberThatDiffersIsWarnedOfAndNeverChanged() throws {
    let outcome = try importing("Nr;Namn;Orgnr\n99;A;\(Self.a)\n")
    #expect(outcome.counts == .init(rows: 1, unchanged: 1, warnings: 1))
    #expect(codes(outcome) == ["number.differs"])
    #expect(try office.card("99") == nil)
    #expect(try importing("Nr;Namn;Orgnr\n99;A;\(Self.a)\n").counts == outcome.counts)
  }

  @Test func theNumberGoesBeforeTheIdentity() throws {
    let outcome = try importing("Nr;Namn;Orgnr\n2;B;\(Self.a)\n")
    #expect(outcome.counts == .init(rows: 1, updated: 1))
    #expect(try office.card("2")?[.identityNumber] == Self.a)
    #expect(try office.card("1")?[.identityNumber] == Self.a)
  }

  @Test func twoRowsForOneCustomerAreNotBothTaken() throws {
    let outcome = try importing("Nr;Namn;Orgnr\n1;A;\(Self.a)\n;A igen;\(Self.a)\n")
    #expect(outcome.counts == .init(rows: 2, unchanged: 1, rejected: 1))
    #expect(codes(outcome) == ["customer.duplicate"])
  }

  @Test(arguments: [1, 5_000])
  func newRowsOfOneIdentityAreTwoCustomersOnlyIfTheirNumbersSaySo(between: Int) throws {
    let others = (0..<between).map { "x\($0);X;\n" }.joined()
    for isDryRun in [true, false] {
      try office.set([.generateNumber: 1])
      try office.folder.write(
        "Nr;Namn;Orgnr\n50;C;\(Self.c)\n\(others)51;C två;\(Self.c)\n;C tre;\(Self.c)\n", to: "k.csv")
      let outcome = try office.importing("k.csv") {
        $0.match = [.number, .identity]
        $0.isDryRun = isDryRun
      }
      #expect(outcome.counts.created == between + 2)
      #expect(outcome.counts.rejected == 1)
      #expect(codes(outcome) == ["customer.duplicate"])
    }
  }

  @Test func aRowWithoutNumberAndOneWithItAreNotBothTakenForOneIdentityInAnyOrder() throws {
    try office.set([.generateNumber: 1])
    for (text, kept) in [
      ("Nr;Namn;Orgnr\n;C;\(Self.c)\n51;C två;\(Self.c)\n52;D;\n", "C"),
      ("Nr;Namn;Orgnr\n51;C två;\(Self.c)\n;C;\(Self.c)\n52;D;\n", "C två"),
    ] {
      let office = try office.twin()
      for isSecond in [false, true] {
        try office.folder.write(text, to: "k.csv")
        let outcome = try office.importing("k.csv") { $0.match = [.number, .identity] }
        #expect(codes(outcome) == ["customer.duplicate"])
        #expect(
          outcome.counts
            == .init(rows: 3, created: isSecond ? 0 : 2, unchanged: isSecond ? 2 : 0, rejected: 1))
        let names = try office.state().cards.values.compactMap {
          $0[.identityNumber] == Self.c ? $0[.customerName] : nil
        }
        #expect(names == [kept])
      }
    }
  }

  /// Matched by identity alone, a row's number is not looked at, but it may still be somebody's.
  @Test(arguments: [false, true], [1, 5_000])
  func aNewCustomersNumberMustBeFree(isDryRun: Bool, between: Int) throws {
    let others = (0..<between).map { "x\($0);X;\n" }.joined()
    try office.folder.write("Nr;Namn;Orgnr\n\(others)1;C;\(Self.c)\n77;D;\n77;E;\n", to: "k.csv")
    let outcome = try office.importing("k.csv") {
      $0.match = [.identity]
      $0.isDryRun = isDryRun
    }
    #expect(outcome.counts == .init(rows: between + 3, created: between + 1, rejected: 2))
    #expect(codes(outcome) == ["number.taken", "number.duplicate"])
    #expect(try office.card("1")?[.customerName] == "A")
  }
}
