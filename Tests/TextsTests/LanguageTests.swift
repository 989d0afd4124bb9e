import Testing
import Texts

@Suite struct LanguageTests {
  @Test(
    "a Swedish locale of any shape is Swedish, every other is English",
    arguments: [
      ("sv_SE.UTF-8", Language.swedish), ("sv", .swedish), ("sv_FI@euro", .swedish), ("sv-SE", .swedish),
      ("C", .english),
      ("POSIX", .english), ("en_US.UTF-8", .english), ("svk_SK", .english), ("", .english), ("SV", .english),
    ])
  func locale(_ locale: String, _ language: Language) {
    #expect(Language(environment: ["LANG": locale]) == language)
  }

  @Test("LC_ALL decides before LC_MESSAGES, and that before LANG; an empty one decides nothing")
  func precedence() {
    #expect(Language(environment: ["LC_ALL": "sv_SE", "LC_MESSAGES": "C", "LANG": "C"]) == .swedish)
    #expect(Language(environment: ["LC_ALL": "", "LC_MESSAGES": "sv_SE", "LANG": "C"]) == .swedish)
    #expect(Language(environment: ["LC_MESSAGES": "C", "LANG": "sv_SE"]) == .english)
    #expect(Language(environment: [:]) == .english)
  }
}
