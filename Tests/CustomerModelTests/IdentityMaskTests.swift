import CustomerModel
import Testing

@Suite struct IdentityMaskTests {
  @Test(arguments: [
    ("19800101-1234", "19800101-****"),
    ("198001011234", "19800101****"),
    ("800101-1234", "800101-****"),
    ("800101+1234", "800101+****"),
    ("8001611234", "800161****"),
    ("556677-8899", "556677-8899"),
    ("Born 19800101-1234, org 556677-8899.", "Born 19800101-****, org 556677-8899."),
    ("070-123 45 67", "070-123 45 67"),
    ("1", "1"),
    ("", ""),
    // GUIDs are nobody's number, whatever their digits look like.
    ("19800101-1234-4123-8123-198001011234", "19800101-1234-4123-8123-198001011234"),
    (
      "Post 19800101-1234-4ABC-8123-abcdef012345, 800101-1234", "Post 19800101-1234-4ABC-8123-abcdef012345, 800101-****"
    ),
    ("19800101-1234-4123-8123-1234567890123", "19800101-****-4123-8123-1234567890123"),
    ("19800101-1234 4123-8123-123456789012 och mer text", "19800101-**** 4123-8123-123456789012 och mer text"),
  ])
  func masksPersonalNumbersOnly(text: String, expected: String) {
    #expect(IdentityMask.masked(text) == expected)
  }

  @Test(arguments: [
    ("Customer 800101 1234: 1 created", "Customer 800101 ****: 1 created"),
    ("There is no customer 800101-1234. Look.", "There is no customer 800101-****. Look."),
    ("Wrote kunder-20261127-0200.csv.", "Wrote kunder-20261127-0200.csv."),
    ("in/20261127-0200.csv: 8001011234", "in/20261127-0200.csv: 800101****"),
    ("There is no customer 800101-1234/Anna.", "There is no customer 800101-****/Anna."),
    ("There is no customer 800101-1234.Anna", "There is no customer 800101-****.Anna"),
    ("8001011234\n20261127-0200.csv.rejects.csv 8001011234.", "800101****\n20261127-0200.csv.rejects.csv 800101****."),
    ("Look at kunder-20261127-0200.xlsm.", "Look at kunder-20261127-0200.xlsm."),
    (
      "r.db.files/ab/ab8001011234\(String(repeating: "f", count: 52)) is damaged.",
      "r.db.files/ab/ab8001011234\(String(repeating: "f", count: 52)) is damaged."
    ),
    ("8001011234@example.se", "800101****@example.se"), ("pnr:8001011234.", "pnr:800101****."), ("A B", "A B"),
  ])
  func theNamesOfFilesStay(text: String, expected: String) {
    #expect(IdentityMask.masked(text, outside: []) == expected)
  }

  @Test(arguments: [
    ("Wrote in 20261127-0200/k: 8001011234", ["in 20261127-0200/k"], "Wrote in 20261127-0200/k: 800101****"),
    ("Customer 19800101-1231 is in 1.", ["1"], "Customer 19800101-**** is in 1."),
    ("a 20261127-0200 b 20261127-0200 c", ["", "b 20261127-0200 c"], "a 20261127-**** b 20261127-0200 c"),
  ])
  func theFilesThatASentenceNamesStayAsTheyAre(text: String, paths: [String], expected: String) {
    #expect(IdentityMask.masked(text, outside: paths) == expected)
  }

  /// A day that does not exist, a wrong check digit, and an organisation are no person; 1231 and 1239 end a person's.
  @Test(arguments: [
    ("1001010001", "1001010001"), ("19800101-1234", "19800101-1234"), ("8002301239", "8002301239"),
    ("198001011231", "19800101****"), ("800101-1231", "800101-****"), ("K-8001011231", "K-800101****"),
    ("5566778899", "5566778899"), ("1001", "1001"),
  ])
  func aCustomersNumberIsMaskedWhenItIsAPersonsOnly(number: String, expected: String) {
    #expect(IdentityMask.maskedNumber(number) == expected)
    #expect(IdentityMask.masked(number, of: .number) == expected)
  }

  @Test(arguments: [
    ("identityNumber", "198001-1234", "198001-****"), ("identityNumber", "556677-8899", "556677-8899"),
    ("identityNumber", "8001011", "800101*"), ("vatNumber", "SE800101123401", "SE800101******"),
    ("vatNumber", "SE556677889901", "SE556677889901"),
    ("taxReduction.coApplicants", "19800101-1234\u{1F}19121212-1212\u{1F}", "19800101-****\u{1F}19121212-****\u{1F}"),
    ("comments", "198001-1234", "198001-1234"), ("identityNumber", "19800101-****", "19800101-****"),
  ])
  func aSensitiveFieldShowsNoMistypedPersonalNumberEither(name: String, value: String, expected: String) throws {
    let field: Field = try #require(Field.named(name))
    #expect(IdentityMask.masked(value, of: field) == expected)
  }
}
