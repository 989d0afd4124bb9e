import Foundation
import Testing
import Texts

@testable import Runs

/// `import --type-by identity`
@Suite struct TypeByIdentityCommandTests {
  private let place: Workplace
  init() throws {
    place = try Workplace()
    try place.write("Kundnr;Namn;Personnr\n1;Bo Ek;19800101-1231\n2;Utan;\n", to: "k.csv")
  }

  @Test func theReportCountsAndSaysWhatDecides() throws {
    let report = try place.succeed("import", "k.csv").json()["report"]
    #expect(report?["personsTakenAsCompanies"] == .number(1))
    let told = NewNameTexts.personsTakenAsCompanies(1).english
    #expect(report?["notes"]?.elements.first?.text?.contains(told) == true)
  }

  @Test func theNumberDecides() throws {
    try place.succeed("import", "k.csv", "--type-by", "identity")
    let rows = try place.succeed("customer", "list", "--columns", "number,type").json().elements
    #expect(rows.map { $0["type"]?.text } == ["private", "company"])
  }

  @Test func itIsForCustomersAndNothingElseDecides() throws {
    try place.expect(64, "import", "k.csv", "--type-by", "name")
    let outcome = try place.expect(64, "import", "k.csv", "--type-by", "identity", "--into", "facilities")
    #expect(outcome.stderr.contains("--type-by is for customers"))
  }
}
