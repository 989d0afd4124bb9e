import Testing
import Texts

@testable import KundregPage

@Suite struct LanguageTests {
  @Test(arguments: [
    (nil, nil), ("", nil), ("de", nil), ("*", nil), ("sv", Language.swedish), ("sv-SE,sv;q=0.9,en;q=0.8", .swedish),
    ("en-GB", .english), ("en;q=0.5, sv;q=0.6", .swedish), ("de, en;q=0.1", .english), ("sv;q=0, en;q=0.1", .english),
    ("sv;q=0", nil), ("svx", nil), ("SV", .swedish), ("en, sv", .english), ("sv;q=x,en;q=0.1", .english),
  ])
  func theBrowsersWishIsHeard(header: String?, language: Language?) {
    #expect(AcceptedLanguage.best(of: header) == language)
  }

  @Test func whoIsNotAskedForSpeaksTheServersLanguage() async throws {
    let swedish = try Reception(language: .swedish)
    #expect(BrowserView(try await swedish.get("/").text).all("html").first?.attributes == ["lang": "sv"])
    let reply = try await swedish.get("/", ["Accept-Language": "en"])
    #expect(BrowserView(reply.text).all("html").first?.attributes == ["lang": "en"])
    #expect(reply["Content-Language"] == "en")
  }

  @Test func theChoiceStaysWithTheSession() async throws {
    let reception = try Reception()
    let (cookie, other) = (try await reception.logIn(), try await reception.logIn())
    let reply = try await reception.post("/language", "language=sv&to=%2Fcustomers%3Fsearch%3Da", as: cookie)
    #expect(reply["Location"] == "/customers?search=a")
    #expect(try await reception.get("/runs", as: cookie)["Content-Language"] == "sv")
    #expect(try await reception.get("/runs", as: other)["Content-Language"] == "en")
  }

  @Test(arguments: [
    "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", "/\t/evil.example",
    "/nowhere", " /runs", "/logout", "/login", "/link/x",
  ])
  func itLeadsToPagesOfOursOnly(to: String) async throws {
    let reception = try Reception()
    let cookie = try await reception.logIn()
    let reply = try await reception.post("/language", "language=sv&to=" + PercentEncoding.encode(to), as: cookie)
    #expect(reply["Location"] == "/")
  }

  /// Both languages of every page: same shape, other words.
  @Test(arguments: ["/", "/customers", "/customers/1001", "/runs", "/runs/1", "/sessions", "/nowhere"])
  func everyPageIsThereInBoth(path: String) async throws {
    let reception = try Reception()
    try reception.add("1001", ["name": "Åkes Åkeri AB", "type": "company"])
    let cookie = try await reception.logIn()
    let english = BrowserView(try await reception.get(path, as: cookie, ["Accept-Language": "en"]).text)
    let swedish = BrowserView(try await reception.get(path, as: cookie, ["Accept-Language": "sv"]).text)
    #expect(english.tags.map(\.name) == swedish.tags.map(\.name))
    #expect(english.text != swedish.text)
  }
}
