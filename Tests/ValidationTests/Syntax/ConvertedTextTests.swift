import Testing

@testable import Validation

@Suite struct ConvertedTextTests {
  private func asks(_ text: String, _ rule: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer(rule)
  }

  @Test(
    "what a spreadsheet makes of codes",
    arguments: [
      "2026-10-12", "1999-01-31", "12-okt", "1-maj", "okt-12", "12-Oct", "Oct-12", "1E+05", "2E+11", "9E+100", "SANT",
      "FALSE", "true", "2026/10/12", "12/10/2026", "10/25/2026", "1/5/2026", "12-okt-26", "1-maj-2026",
    ])
  func converted(text: String) { #expect(asks(text, ConvertedText.isOfNumber)) }

  @Test(
    "what only looks so",
    arguments: [
      "2026-13-12", "2026-02-30", "20261012", "32/13/2026", "2026/10/12/1", "12-10-2026", "1234/5678", "12/10/26",
      "K/10/2026", "12-okt-1", "12-abc-26", "1001", "K-12", "MAR-12", "12-OKT", "32-okt", "okt-123",
      "1E5",
      "1E05", "E+05", "12E+05", "sant", "SANTA", "1-2", "12-ok", "", "1", "ABCD", "10-12", "okt-", "-okt", "1E+0a",
    ])
  func ordinary(text: String) { #expect(!asks(text, ConvertedText.isOfNumber)) }

  @Test(arguments: ["1.98E+11", "1,98E+11", "8.465E+8", "1E+05", "9,3e+10"])
  func aShortenedNumberIsKnown(text: String) { #expect(asks(text, ConvertedText.isShortened)) }

  @Test(arguments: [
    "1.98E11", "E+11", ".5E+1", "12E+05", "1.E+05", "1.9.8E+11", "1,98E+", "1.98E+1a", "08-123456", "1.98E+11111", "",
  ])
  func whatOnlyLooksShortenedIsNot(text: String) { #expect(!asks(text, ConvertedText.isShortened)) }

  @Test func daysAloneAreAskedOfNames() {
    #expect(asks("2026-10-12", ConvertedText.isDay))
    for text in ["12.10.2026", "2026-10-12 00:00:00", "2026-10-12T00:00:00.000Z", "12/10/2026 08:30"] {
      #expect(asks(text, ConvertedText.isDay), "\(text)")
    }
    for text in [
      "12-okt", "SANT", "2026-10-1", "2026-10-123", "08.46.50.04", "08-1234567", "2026-10-12 Lund", "12.10.1",
    ] {
      #expect(!asks(text, ConvertedText.isDay), "\(text)")
    }
  }

  @Test func namesOfMonthsAreAskedOfTexts() {
    for text in ["12-okt", "okt-12", "12-Oct-26", "2026-10-12 00:00:00"] {
      #expect(asks(text, ConvertedText.isDayOrMonth), "\(text)")
    }
    for text in ["24-7 Service", "1-2-3 AB", "Bo-Ek", "7-Eleven", "12-okt Bar", "Maj-Britt", "3/4 AB", "A", ""] {
      #expect(!asks(text, ConvertedText.isDayOrMonth), "\(text)")
    }
  }
}
