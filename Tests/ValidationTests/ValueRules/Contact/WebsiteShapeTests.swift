import Testing

@Suite struct WebsiteShapeTests {
  @Test("an address passes", arguments: ["example.se", "www.example.se", "https://rör.se/kontakt?a=1"])
  func address(text: String) throws { #expect(try codes("website", text).isEmpty) }

  @Test(
    "anything else is reported", arguments: ["saknas", "www example.se", "anna@example.se", ".se", "a.", "a.se, b.se"])
  func noAddress(text: String) throws { #expect(try codes("website", text) == ["website.shape"]) }
}
