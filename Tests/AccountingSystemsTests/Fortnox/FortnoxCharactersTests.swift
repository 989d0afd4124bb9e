import HTTP
import Testing
import Texts

@testable import AccountingSystems

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
    ("a<b>", VendorTexts.character("<")), ("\"x\"", VendorTexts.character("\"")), ("a|b", VendorTexts.character("|")),
    ("[x]", VendorTexts.character("[")), ("{x}", VendorTexts.character("{")), ("~", VendorTexts.character("~")),
    ("a\tb", VendorTexts.character(codePoint: "0009")), ("hej 😀", VendorTexts.character("😀")),
    ("a\u{200B}b", VendorTexts.character(codePoint: "200B")),
    ("a—b", VendorTexts.character("—")),
  ])
  func theFirstCharacterThatIsNotIsNamed(text: String, name: Text) {
    #expect(service.objection(to: text, key: "Comments") == FortnoxTexts.hasCharacter(name))
  }

  @Test(arguments: [".", ".."])
  func aNumberThatWouldNameAnotherAddressIsNotTaken(number: String) {
    #expect(
      service.objection(to: number, key: "CustomerNumber")
        == FortnoxTexts.fitsNoAddress(number))
    #expect(service.objection(to: number, key: "Name") == nil)
  }

  @Test func whatIsNoTextHasNoWrongCharacters() { #expect(service.objection(to: "<", key: "Active") == nil) }
}
