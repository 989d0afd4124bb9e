import CustomerModel
import RegisterStore
import Testing
import Validation

@testable import Runs

/// Numbers that differ only in case or look.
@Suite struct LookalikeNumbersTests {
  private let office: Office
  init() throws { office = try Office() }

  private func warnings(_ outcome: ImportOutcome) -> [String] {
    outcome.report.problems.entries.filter { $0.code == "number.lookalike" }.flatMap(\.examples).map {
      "\($0.position ?? 0) \($0.message)"
    }
  }

  @Test(
    "the second of two that look alike is taken with a warning that names the first",
    arguments: [("K-1001", "k-1001"), ("åb1", "ÅB1"), ("kÖk", "Kök"), ("É1", "é1")])
  func capitals(first: String, second: String) throws {
    let outcome = try office.importing(text: "Nr;Namn\n\(first);A\n7;B\n\(second);C\n")
    #expect(outcome.counts.created == 3)
    let warnings = warnings(outcome)
    #expect(warnings.count == 1)
    #expect(warnings.first?.hasPrefix("4 ") == true && warnings.first?.contains("row 2") == true)
  }

  @Test(
    "one that is rejected for its dash or its blank is told whose it looks like, in either order",
    arguments: [
      ("K-1001", "K–1001"), ("K–1001", "k-1001"), ("1004", "1 004"), ("1 004", "1004"), ("1004", "1\u{A0}004"),
    ])
  func rejectedForm(first: String, second: String) throws {
    let outcome = try office.importing(text: "Nr;Namn\n\(first);A\n7;B\n\(second);C\n")
    #expect(outcome.counts.rejected == 1)
    #expect(warnings(outcome).count == 1)
    #expect(warnings(outcome).first?.contains("row 2") == true)
  }

  @Test(
    "what differs in more looks like nobody's",
    arguments: [("K-1001", "K1001"), ("0012", "12"), ("K-1", "K-2"), ("A/1", "A-1"), ("ß", "ss"), ("7a", "7")])
  func others(first: String, second: String) throws {
    #expect(warnings(try office.importing(text: "Nr;Namn\n\(first);A\n\(second);B\n")) == [])
  }

  @Test("the same number twice is a duplicate and nothing more")
  func duplicate() throws {
    let outcome = try office.importing(text: "Nr;Namn\nK-1;A\nK-1;B\n")
    #expect(outcome.report.problems.entries.map(\.code) == ["number.duplicate"])
  }

  @Test("a new number is compared with the register's, in the next run, too, only while it is new")
  func registered() throws {
    try office.importing(text: "Nr;Namn\nK-1001;A\n1004;B\nx9;C\n")
    let outcome = try office.importing(text: "Nr;Namn\nk-1001;D\n1 004;E\nX9;F\nK-1001;A\n")
    let warnings = warnings(outcome)
    #expect(warnings.count == 3)
    #expect(warnings.contains { $0.hasPrefix("2 ") && $0.contains("customer K-1001 in the register") })
    #expect(warnings.contains { $0.hasPrefix("3 ") && $0.contains("customer 1004 in the register") })
    #expect(warnings.contains { $0.hasPrefix("4 ") && $0.contains("customer x9 in the register") })
    #expect(self.warnings(try office.importing(text: "Nr;Namn\nk-1001;D\nX9;F\n")) == [])
  }

  @Test("plain numbers are not remembered")
  func plain() {
    var lookalikes = LookalikeNumbers(seed: 1)
    var numbers = SeenKeys(seed: 1)
    for number in 1...1000 {
      Array(String(number).utf8).withUnsafeBytes { bytes in
        #expect(numbers.mark(bytes, row: UInt32(number)) == nil)
        #expect(lookalikes.mark(bytes, row: UInt32(number), among: numbers) == nil)
      }
    }
    #expect(lookalikes.bytes.isEmpty)
    let found = Array("5 00".utf8).withUnsafeBytes { lookalikes.mark($0, row: 2000, among: numbers) }
    #expect(found == 500)
  }
}
