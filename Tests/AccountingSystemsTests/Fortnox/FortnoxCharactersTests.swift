import AccountingSystems
import Testing

struct FortnoxCharactersTests {
  private let service: FortnoxService

  init() throws { service = try fortnox(ScriptedAPI([:] as [String: HTTPResponse])) }

  @Test(arguments: [
    "Åkeri & Söner (publ) 50%", "Αθήνα Москва 東京", "a\u{A0}b\r\nc", "A\u{30A}a\u{308}", "Cafe\u{301}",
    "O'Brien O’Brien",
    ":\\.,;^#%&/()=+-*_!?@`´–¤§£$€¢¥©™°²³®½", "",
  ])
  func whatIsOnTheWhiteListIsTaken(text: String) { #expect(service.objection(to: text, key: "Name") == nil) }

  @Test(arguments: [
    ("a<b>", "the character “<”"), ("\"x\"", "the character “\"”"), ("a|b", "the character “|”"),
    ("[x]", "the character “[”"), ("{x}", "the character “{”"), ("~", "the character “~”"),
    ("a\tb", "the character U+0009"), ("hej 😀", "the character “😀”"), ("a\u{200B}b", "the character U+200B"),
    ("a—b", "the character “—”"),
  ])
  func theFirstCharacterThatIsNotIsNamed(text: String, name: String) {
    #expect(service.objection(to: text, key: "Comments") == "has \(name), which Fortnox does not take")
  }

  @Test(arguments: [".", ".."])
  func aNumberThatWouldNameAnotherAddressIsNotTaken(number: String) {
    #expect(
      service.objection(to: number, key: "CustomerNumber")
        == "is “\(number)”, which cannot stand in the address of a customer in Fortnox")
    #expect(service.objection(to: number, key: "Name") == nil)
  }

  @Test func whatIsNoTextHasNoWrongCharacters() { #expect(service.objection(to: "<", key: "Active") == nil) }
}
