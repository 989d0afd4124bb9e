import CustomerModel
import Testing

@testable import PageLaunch

@Suite struct PageOriginTests {
  @Test(arguments: [
    ("https://kunder.example.se", "https://kunder.example.se"),
    ("HTTPS://Kunder.Example.SE/", "https://kunder.example.se"),
    ("https://kunder.example.se:443", "https://kunder.example.se"),
    ("https://kunder.example.se:8443", "https://kunder.example.se:8443"),
    ("http://localhost:8481", "http://localhost:8481"), ("http://kundreg.localhost:80", "http://kundreg.localhost"),
    ("http://127.0.0.1:8481", "http://127.0.0.1:8481"), ("http://[::1]:8481", "http://[::1]:8481"),
    ("https://[2001:db8::1]", "https://[2001:db8::1]"),
  ])
  func isWrittenAsBrowsersWriteIt(text: String, written: String) throws {
    #expect(try PageOrigin(text).description == written)
  }

  @Test(arguments: [
    "", "kunder.example.se", "ftp://kunder.example.se", "https://", "https:///", "https://kunder.example.se/sida",
    "https://anna@kunder.example.se", "https://kunder.example.se:", "https://kunder.example.se:0",
    "https://kunder.example.se:65536", "https://kunder.example.se:+1", "https://kunder.example.se?x", "https://a b",
    "https://bücher.example", "https://[::1", "null", "*",
  ])
  func whatIsNoOriginIsRefused(text: String) {
    #expect(#expect(throws: KundregError.self) { try PageOrigin(text) }?.code == "page.origin")
  }

  /// Between computers nothing goes unencrypted.
  @Test(arguments: ["http://kunder.example.se", "http://192.168.0.2:8481", "http://localhost.example.se"])
  func readableTrafficIsRefused(text: String) {
    #expect(#expect(throws: KundregError.self) { try PageOrigin(text) }?.code == "page.origin")
  }
}
