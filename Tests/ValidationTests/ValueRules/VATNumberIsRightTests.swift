import Testing

@Suite struct VATNumberIsRightTests {
  @Test("right numbers pass", arguments: ["SE556677889901", "DK13585628", "FI20774740", "DE123456789", "EL094259216"])
  func right(number: String) throws { #expect(try codes("vatNumber", number).isEmpty) }

  @Test(
    "what is wrong has a code of its own",
    arguments: [
      ("556677889901", "vatNumber.country"), ("GB123456789", "vatNumber.country"), ("SE5566778899", "vatNumber.shape"),
      ("SE556677889902", "vatNumber.shape"), ("SE556677889801", "vatNumber.checksum"),
      ("DK13585627", "vatNumber.checksum"),
    ])
  func wrong(number: String, code: String) throws { #expect(try codes("vatNumber", number) == [code]) }
}
