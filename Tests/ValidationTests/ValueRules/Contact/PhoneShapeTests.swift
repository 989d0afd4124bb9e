import Testing

@Suite struct PhoneShapeTests {
  @Test(
    "a number passes",
    arguments: ["08-123 45 67", "+46 70 123 45 67", "070/123.45.67", "(08) 12345", "11414", "+123456789012345"])
  func number(text: String) throws {
    #expect(try codes("phone", text).isEmpty)
    #expect(try codes("contactPersons[0].mobile", text).isEmpty)
  }

  @Test(
    "anything else is reported",
    arguments: [
      "1234", "+1234567890123456", "08-1234567 ankn 12", "saknas", "070-1234567, 08-1234567", "46+70123", "-",
    ])
  func noNumber(text: String) throws { #expect(try codes("mobile", text) == ["phone.shape"]) }
}
