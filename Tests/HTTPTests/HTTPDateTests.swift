import Testing

@testable import HTTP

@Suite struct HTTPDateTests {
  /// By `date -u -d … +%s`.
  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777.0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199), ("Fri, 01 Mar 2024 00:00:00 GMT", 1_709_251_200),
    ("Sun, 01 Mar 2026 00:00:00 GMT", 1_772_323_200), ("Thu, 31 Dec 2099 12:00:00 GMT", 4_102_401_600),
  ])
  func countsSeconds(text: String, seconds: Double) { #expect(HTTPDate.seconds(text) == seconds) }

  @Test(arguments: [
    "", "55", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 32 Nov 1994 08:49:37 GMT",
    "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
  ])
  func readsNothingElse(text: String) { #expect(HTTPDate.seconds(text) == nil) }
}
