import CustomerModel
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

/// Rows whose number is a word for totals, and that say more than a total does.
@Suite struct DoubtfulTotalsTests: OddRowsSuite {
  let office: Office
  init() throws { office = try Office() }

  private static let heading = "Nr;Namn;Ort;Telefon;E-post;Order;invoiceAddress.postalCode;invoiceAddress.line1\n"

  private func told(_ outcome: ImportOutcome) -> [String] {
    outcome.report.problems.entries.map { "\($0.severity.rawValue) \($0.code)" }.sorted()
  }

  private func take(_ row: String) throws -> ImportOutcome {
    try office.importing(text: Self.heading + "1;A;;;;;;\n\(row)\n2;B;;;;;;\n")
  }

  @Test(
    "with a name and one word more it may be a total of that, and is rejected",
    arguments: [
      "SUMMA;Summa AB;Lund;;;;;", "Totalt;Norr;Lund;;;12;;", "Antal;Bolag;Malmö;;;3 st;;", "Total:;;Lund;;;9;;",
    ])
  func rejected(row: String) throws {
    let outcome = try take(row)
    #expect(outcome.counts.created == 2)
    #expect(told(outcome) == ["reject row.total"])
    #expect(outcome.report.problems.entries[0].examples[0].position == 3)
  }

  @Test(
    "with a telephone, an address or an e-mail address it is a customer, with a word",
    arguments: [
      "SUMMA;Summa AB;Lund;08-12 34 56;;;;", "TOTAL;Bensin AB;;;info@example.se;;;",
      "Total;Bensin AB;Lund;;;;223 50;", "SUMMA;Ek;Lund;;;;;Storgatan 1",
    ])
  func warned(row: String) throws {
    let outcome = try take(row)
    #expect(outcome.counts.created == 3)
    #expect(told(outcome) == ["warn row.mayBeTotal"])
    let example = outcome.report.problems.entries[0].examples[0]
    #expect(example.position == 3)
    #expect(example.header == "Nr")
    #expect(example.value == row.split(separator: ";").first.map(String.init))
    // Once it is there, it is like any other.
    #expect(told(try take(row)) == [])
  }

  @Test(
    "customers that are only called so, or have such a number among other signs, are nobody's total",
    arguments: [
      "1001;Summa AB;Lund;;;;;", "TOTAL1;Bensin AB;Lund;;;;;", "TOT-7;Ek;Lund;;;;;", "9;Total;Lund;;;;;",
      "TOTALREN;Ren AB;Lund;;;;;", "K12;12 kunder;Lund;;;;;",
    ])
  func customers(row: String) throws {
    let outcome = try take(row)
    #expect(outcome.counts.created == 3)
    #expect(told(outcome) == [])
  }

  @Test("in a list without numbers a name that is such a word is told")
  func names() throws {
    var office = try Office([.generateNumber: 1])
    office.library = try Office.shippedMappings()
    let outcome = try office.importing(text: "Namn;Ort\nA;Lund\nTotal;Lund\nTotalbygg AB;Lund\n")
    #expect(outcome.counts.created == 3)
    #expect(told(outcome) == ["warn row.mayBeTotal"])
    #expect(outcome.report.problems.entries[0].examples[0].header == "Namn")
  }

  @Test("the configuration may reject what is doubtful, and take what is rejected")
  func severities() throws {
    var office = try Office()
    office.severities = ["row.mayBeTotal": .reject, "row.total": .off]
    let outcome = try office.importing(
      text: Self.heading + "SUMMA;Summa AB;Lund;;;;;\nTOTAL;Bensin AB;;08-12 34 56;;;;\n")
    #expect(told(outcome) == ["reject row.mayBeTotal"])
    #expect(outcome.counts.created == 1)
    #expect(try office.card("SUMMA")?[.customerName] == "Summa AB")
  }
}
