import CustomerModel
import Differ
import RegisterStore
import Runs
import TestSupport
import Testing

@Suite struct MissingCustomersTests {
  private let office: Office

  init() throws {
    office = try Office()
    try office.importing(text: Self.file(1...10))
  }

  private static func file(_ numbers: some Sequence<Int>) -> String {
    "Nr;Namn\n" + numbers.map { "\($0);Kund \($0)\n" }.joined()
  }

  @Test func whatTheFileLacksIsInactivatedAndComesBackWithIt() throws {
    let off = try office.importing(text: Self.file(3...11)) { $0.inactivatesMissing = true }
    #expect(off.counts == .init(rows: 9, created: 1, unchanged: 8, inactivated: 2))
    #expect(try ["1", "2", "3"].map { try office.card($0)?[.active] } == ["0", "0", "1"])
    // Being in the whole register means being active, also for a row that the register knows by heart.
    let on = try office.importing(text: Self.file(1...11)) { $0.inactivatesMissing = true }
    #expect(on.counts == .init(rows: 11, unchanged: 9, reactivated: 2))
    #expect(try office.card("1")?[.active] == "1")
  }

  @Test func withoutTheOptionNobodyIsInactivatedOrReactivated() throws {
    try office.importing(text: Self.file(2...10)) { $0.inactivatesMissing = true }
    #expect(try office.importing(text: Self.file(1...3)).counts == .init(rows: 3, unchanged: 3))
    #expect(try office.card("1")?[.active] == "0")
  }

  @Test func aCustomerThatTheFileSaysIsInactiveStaysSo() throws {
    try office.importing(text: Self.file(2...10)) { $0.inactivatesMissing = true }
    let text = "Nr;Namn;Aktiv\n1;Kund 1;Nej\n" + (2...10).map { "\($0);Kund \($0);\n" }.joined()
    for _ in 0..<3 {
      #expect(
        try office.importing(text: text) { $0.inactivatesMissing = true }.counts == .init(rows: 10, unchanged: 10))
    }
    #expect(try office.card("1")?[.active] == "0")
  }

  /// What the row says, whether it is known by heart or not, and whether it says anything else that is new.
  @Test(
    arguments: [("Nej", "0"), ("nej", "0"), ("", "1"), ("  ", "1"), ("Ja", "1")], [false, true])
  func onlyARowThatSaysNothingOfItMakesACustomerActive(row: (says: String, active: String), isChanged: Bool) throws {
    let text = { (name: String) in
      "Nr;Namn;Aktiv\n1;\(name);\(row.says)\n" + (2...10).map { "\($0);Kund \($0);\n" }.joined()
    }
    try office.importing(text: text("Kund 1"))
    try office.edit("1", "active=no")
    // Taken once as it stands, so that the row is known when it comes again.
    if row.says != "Ja" { try office.importing(text: text("Kund 1")) }
    let outcome = try office.importing(text: text(isChanged ? "Annan" : "Kund 1")) { $0.inactivatesMissing = true }
    #expect(outcome.counts.rejected == 0)
    #expect(try office.card("1")?[.active] == row.active)
    #expect(try office.card("1")?[.customerName] == (isChanged ? "Annan" : "Kund 1"))
    let isLeft = row.active == "0" && !isChanged
    #expect(outcome.counts.unchanged == (isLeft ? 10 : 9))
    #expect(outcome.counts.reactivated == (row.active == "1" ? 1 : 0))
  }

  @Test(arguments: [false, true], [(3, 0.2, false), (3, 0.3, true), (2, 0.2, true), (10, 1.0, true), (1, 0.0, false)])
  func tooManyAreRefused(isDryRun: Bool, limit: (missing: Int, most: Double, isAllowed: Bool)) throws {
    // New rows of the same file do not make the register larger than it was when the limit is counted.
    let text = Self.file((limit.missing + 1)..<11) + (100..<120).map { "\($0);Ny\n" }.joined()
    try office.folder.write(text, to: "kunder.csv")
    let choose: (inout ImportOptions) -> Void = {
      $0.inactivatesMissing = true
      $0.maximumInactivated = limit.most
      $0.isDryRun = isDryRun
    }
    if limit.isAllowed {
      #expect(try office.importing("kunder.csv", choose).counts.inactivated == limit.missing)
    } else {
      let error = try office.failure("kunder.csv", choose)
      #expect(error.status == .failed)
      #expect(error.code == "missing.tooMany")
      #expect(error.message.contains(", more than \(limit.most == 0 ? "0%" : "20%"). Nothing was written."))
    }
  }

  @Test func aRejectedRowsCustomerIsNotMissing() throws {
    let text = Self.file(2...10) + "1;" + String(repeating: "x", count: 201) + "\n"
    let outcome = try office.importing(text: text) { $0.inactivatesMissing = true }
    #expect(outcome.counts == .init(rows: 10, unchanged: 9, rejected: 1))
    #expect(try office.card("1")?[.active] == "1")
  }

  @Test func aRowThatCouldMeanSeveralCustomersSparesThemAll() throws {
    let identity = TestIdentity.organisation(1)
    try office.importing(text: "Nr;Namn;Orgnr\n21;A;\(identity)\n22;B;\(identity)\n")
    let text = "Nr;Namn;Orgnr\n" + (1...10).map { "\($0);Kund \($0);\n" }.joined() + ";C;\(identity)\n"
    let outcome = try office.importing(text: text) {
      $0.inactivatesMissing = true
      $0.match = [.number, .identity]
    }
    #expect(outcome.counts == .init(rows: 11, unchanged: 10, rejected: 1))
    #expect(try office.card("21")?[.active] == "1")
    #expect(try office.card("22")?[.active] == "1")
  }
}
