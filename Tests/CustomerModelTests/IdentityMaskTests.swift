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
  ])
  func masksPersonalNumbersOnly(text: String, expected: String) {
    #expect(IdentityMask.masked(text) == expected)
  }
}
