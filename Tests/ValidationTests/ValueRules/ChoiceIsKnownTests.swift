import Testing

@Suite struct ChoiceIsKnownTests {
  @Test(
    "a fixed word passes",
    arguments: [
      ("type", "company"), ("type", "private"), ("vatType", "normal"), ("vatType", "none"), ("vatType", "custom"),
    ])
  func known(field: String, word: String) throws { #expect(try codes(field, word).isEmpty) }

  @Test(
    "any other word is refused",
    arguments: [
      ("type", "Företag", "type.unknown"), ("type", "Company", "type.unknown"), ("type", "compan", "type.unknown"),
      ("vatType", "25", "vatType.unknown"),
    ])
  func unknown(field: String, word: String, code: String) throws { #expect(try codes(field, word) == [code]) }
}
