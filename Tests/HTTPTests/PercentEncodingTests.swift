import Testing

@testable import HTTP

struct PercentEncodingTests {
  @Test(arguments: [
    ("A-1_b", "A-1_b"), ("1/2", "1%2F2"), ("1+2", "1%2B2"), ("#?%", "%23%3F%25"), ("Å 1", "%C3%85%201"),
    ("2026-10-25 01:20", "2026-10-25%2001%3A20"),
  ])
  func everythingButTheUnreservedIsEncoded(text: String, encoded: String) {
    #expect(PercentEncoding.encoded(text) == encoded)
  }

  @Test(arguments: ["", ".", ".."])
  func whatWouldNameAnotherPlaceIsNoSegment(text: String) { #expect(PercentEncoding.segment(text) == nil) }
}
