import Testing

@testable import AccountingSystems

struct VendorMessageTests {
  @Test(arguments: [
    ("Numret 800101-1234 är ogiltigt", "Numret ******-**** är ogiltigt"),
    ("Numret 19800101-1234.", "Numret ********-****."),
    ("800101+1234", "******+****"), ("8001011234", "**********"), ("198001011234", "************"),
    ("SE800101123401", "SE************"), ("800101 1234", "****** ****"), ("800101–1234", "******–****"),
    // Mistyped: a digit too few or too many.
    ("800101-123", "******-***"), ("800101-12345", "******-*****"),
    // No GUID: too long, or joined to something else.
    ("19800101-1234-4123-8123-1234567890123", "********-****-4123-8123-*************"),
    ("k19800101-1234-4123-8123-123456789012", "k********-****-4123-8123-************"),
  ])
  func personalNumbersAreHidden(message: String, shown: String) { #expect(VendorMessage.masked(message) == shown) }

  @Test(arguments: [
    "code 2000359", "2026-10-25 01:20", "Kundnummer 1001", "211 20 Malmö", "", "åäö",
    "id 12345678-1234-4123-8123-123456789012 för åäö", "12345678-1234-1234-1234-198001011234",
  ])
  func otherNumbersStay(message: String) { #expect(VendorMessage.masked(message) == message) }

  @Test func aMessageStandsOnOneLineAndIsNotTooLong() {
    #expect(VendorMessage.line("a\r\n  b\u{7}c") == "a b c")
    #expect(VendorMessage.line(String(repeating: "x", count: 400)) == String(repeating: "x", count: 300) + "…")
  }
}
