import Testing

@Suite struct BooleanIsYesOrNoTests {
  @Test("the canonical yes and no pass", arguments: ["0", "1"])
  func known(value: String) throws { #expect(try codes("active", value).isEmpty) }

  @Test("anything else is refused", arguments: ["ja", "2", "10", "kanske", "!"])
  func unknown(value: String) throws {
    #expect(try codes("active", value) == ["boolean.unknown"])
    #expect(try codes("contactPersons[0].mainContact", value) == ["boolean.unknown"])
  }
}
