import CustomerModel
import Rows
import Testing

@Suite struct IdentityNumberIsRightTests {
  @Test("right numbers pass", arguments: ["556677-8899", "19121212-1212", "19701063-2391"])
  func right(number: String) throws {
    #expect(try codes("identityNumber", number).isEmpty)
  }

  @Test(
    "what is wrong has a code of its own",
    arguments: [
      ("1,98E+11", "identity.shape"), ("556677", "identity.shape"), ("19121312-1212", "identity.date"),
      ("20261125-1212", "identity.date"), ("556677-8890", "identity.checksum"), ("19121212-1213", "identity.checksum"),
    ])
  func wrong(number: String, code: String) throws {
    #expect(try codes("identityNumber", number) == [code])
    #expect(try codes("taxReduction.associationNumber", number).first == code)
  }

  private func judged(_ number: String, _ more: [String: String]) throws -> (codes: [String], kept: String?) {
    let fields = ["identityNumber"] + more.keys.sorted()
    let batch = try validated(TestTable(fields: fields, rows: [[number] + more.keys.sorted().map { more[$0] }]))
    let codes = batch.problems.map { "\($0.problem.code) \($0.problem.severity)" }
    return (codes.filter { $0.hasPrefix("identity") }, batch.text(column: 0, row: 0))
  }

  @Test(
    "a number of another country is kept, and doubted only where its check digit is known",
    arguments: [
      ("NO", "999 999 018", []), ("NO", "999999019", ["identity.foreignChecksum warn"]),
      ("NO", "12345", ["identity.foreignChecksum warn"]), ("NO", "01019012345", []), ("DK", "99999004", []),
      ("DK", "99999005", ["identity.foreignChecksum warn"]), ("FI", "9999900-1", []),
      ("FI", "9999900-2", ["identity.foreignChecksum warn"]), ("DE", "HRB 12345 B", []), ("GB", "SC123456", []),
      ("NO", "556677-8899", []),
    ] as [(String, String, [String])])
  func foreign(country: String, number: String, codes: [String]) throws {
    for address in ["invoiceAddress", "visitingAddress", "mailAddress"] {
      let found = try judged(number, ["\(address).country": country])
      #expect(found.codes == codes)
      #expect(found.kept == number)
    }
  }

  @Test("Swedish customers are judged as ever", arguments: ["SE", nil] as [String?])
  func swedish(country: String?) throws {
    let more = country.map { ["invoiceAddress.country": $0] } ?? ["phone": "08-12 34 56"]
    #expect(try judged("556677-8890", more).codes == ["identity.checksum reject"])
    #expect(try judged("999999018", more).codes == ["identity.shape reject"])
  }

  @Test(
    "a number that would be right in a neighbouring country is told so, and stays rejected",
    arguments: [
      ("999999018", "Norway"), ("559900001", "Norway"), ("99999004", "Denmark"), ("9999900-1", "Finland"),
      ("999999019", nil), ("556677", nil), ("99999005", nil), ("01019012345", nil),
    ] as [(String, String?)])
  func likelyElsewhere(number: String, country: String?) throws {
    let problem = try #require(
      try validated(TestTable(fields: ["identityNumber"], rows: [[number]])).problems.first?.problem)
    #expect(problem.code == "identity.shape")
    #expect(problem.severity == .reject)
    let named = ["Norway", "Denmark", "Finland"].filter { problem.message.contains($0) }
    #expect(named == [country].compactMap(\.self))
    // Another number of the card is Swedish whatever it looks like.
    let other = try validated(TestTable(fields: ["taxReduction.associationNumber"], rows: [[number]]))
    #expect(other.problems.allSatisfy { !$0.problem.message.contains("Norway") })
  }

  @Test("without a country, but with a foreign VAT or telephone number, the number is kept and told")
  func unsure() throws {
    for more in [["vatNumber": "NO999999018MVA"], ["phone": "+4722000001"], ["mobile": "004722000001"]] {
      let found = try judged("999999018", more)
      #expect(found.codes == ["identity.notSwedish warn"])
      #expect(found.kept == "999999018")
      #expect(try judged("556677-8899", more).codes.isEmpty)
    }
  }

  @Test("a number that cannot be judged, since its country is not known, is left out and told")
  func unread() throws {
    let found = try judged("999999018", ["invoiceAddress.country": "Atlantis"])
    #expect(found.codes == ["identity.unjudged warn"])
    #expect(found.kept == nil)
    #expect(try judged("556677-8899", ["invoiceAddress.country": "Atlantis"]).kept == "556677-8899")
  }

  @Test(
    "a country that is not known takes no number from a customer whose VAT number or telephone is another country's")
  func unreadElsewhere() throws {
    for more in [["vatNumber": "DE123456788"], ["phone": "+4930123456"], ["mobile": "004930123456"]] {
      let found = try judged("HRB 12345", more.merging(["invoiceAddress.country": "Doitschland"]) { $1 })
      #expect(found.codes == ["identity.notSwedish warn"])
      #expect(found.kept == "HRB 12345")
    }
    let swedish = ["invoiceAddress.country": "Doitschland", "phone": "+46 8 12 34 56"]
    #expect(try judged("HRB 12345", swedish).codes == ["identity.unjudged warn"])
  }

  @Test("a number of another country has at most thirty characters")
  func length() throws {
    let thirty = String(repeating: "Å1", count: 15)
    #expect(try judged(thirty, ["invoiceAddress.country": "DE"]).kept == thirty)
    let found = try judged(thirty + "x", ["invoiceAddress.country": "DE"])
    #expect(found.codes == ["identity.tooLong warn"])
    #expect(found.kept == nil)
  }

  @Test("only a number that a spreadsheet shortened is told so")
  func advice() throws {
    let text = { (number: String) in
      try validated(TestTable(fields: ["identityNumber"], rows: [[number]])).problems.first?.problem.text
    }
    #expect(try text("1,98E+11") == told("identity.shape", of: "identityNumber", mark: "scientific"))
    #expect(try text("999999019") == told("identity.shape", of: "identityNumber"))
  }

  @Test("zeros have one reason, not two that contradict each other")
  func zeros() throws {
    let table = TestTable(
      fields: ["number", "name", "type", "identityNumber"], rows: [["1", "A", "private", "000000-0000"]])
    let batch = try validated(table)
    #expect(batch.problems.map(\.problem.code) == ["identity.date"])
    #expect(batch.provisional.isEmpty)
  }

  @Test("no message repeats the number")
  func discreet() throws {
    let batch = try validated(TestTable(fields: ["identityNumber"], rows: [["19121212-1213"]]))
    #expect(batch.problems.map { $0.problem.message.contains("1912") } == [false])
    #expect(batch.problems.map(\.problem.value) == ["19121212-1213"])
  }
}
