import Testing

@testable import KundregPage

@Suite struct AuditEventTests {
  /// A name cannot write a line of its own into the log.
  @Test func aNameStaysOnItsLine() {
    let event = AuditEvent.login(user: "anna\nlogin user=\"bo\" \u{1B}[2J", session: "s1", address: "")
    let line = event.line
    #expect(!line.utf8.contains { $0 < 0x20 })
    #expect(line == #"login user="anna\nlogin user=\"bo\" \u{1B}[2J" session=s1 from=socket"#)
  }

  @Test(arguments: [
    ("\u{202E}", #"\u{202E}"#), ("\u{2028}", #"\u{2028}"#), ("\u{2029}", #"\u{2029}"#), ("\u{85}", #"\u{0085}"#),
    ("\u{9B}", #"\u{009B}"#), ("\u{200B}", #"\u{200B}"#), ("\u{E000}", #"\u{E000}"#), ("\t", #"\t"#), ("\\", #"\\"#),
    ("\"\u{338}", "\\\"\u{338}"),
  ])
  func whatTurnsOrEndsALineIsEscaped(sign: String, written: String) {
    let line = AuditEvent.logout(user: "a\(sign)b", session: "s1", address: "").line
    #expect(line.utf8.elementsEqual("logout user=\"a\(written)b\" session=s1 from=socket".utf8), "\(line)")
  }

  @Test(arguments: ["Åsa Öberg-Lind", "日本", "e\u{301}", "🙂", "O'Hara"]) func lettersStayAsTheyAre(name: String) {
    #expect(AuditEvent.logout(user: name, session: "s1", address: "").line.contains("user=\"\(name)\""))
  }

  @Test func saysFromWhere() {
    #expect(AuditEvent.loginFailed(address: "127.0.0.1").line == "login failed from=127.0.0.1")
  }
}
