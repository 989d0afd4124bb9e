import Testing

@testable import KundregPage

@Suite struct SessionTests {
  private let reception: Reception
  init() throws { reception = try Reception() }

  private func isIn(_ cookie: String?, path: String = "/sessions") async throws -> Bool {
    try await reception.get(path, as: cookie).status == 200
  }

  @Test(arguments: ["/", "/customers", "/customers/1", "/runs", "/runs/1", "/sessions", "/nowhere"])
  func nobodyWhoIsNotLoggedInSeesAnything(path: String) async throws {
    let reply = try await reception.get(path)
    #expect(reply.status == 403)
    #expect(BrowserView(reply.text).all("nav").isEmpty)
  }

  @Test(arguments: ["/logout", "/language", "/sessions/x/end", "/nowhere"])
  func nobodyWhoIsNotLoggedInChangesAnything(path: String) async throws {
    #expect(try await reception.post(path, "language=sv").status == 403)
  }

  @Test func endsAfterHalfAnHourWithoutUse() async throws {
    let cookie = try await reception.logIn()
    reception.pass(30 * 60 - 1)
    #expect(try await isIn(cookie))
    reception.pass(30 * 60 - 1)
    #expect(try await isIn(cookie))
    reception.pass(30 * 60)
    #expect(try await !isIn(cookie))
    // And does not come back.
    #expect(try await !isIn(cookie))
  }

  @Test func endsAfterTwelveHoursHoweverItIsUsed() async throws {
    let cookie = try await reception.logIn()
    for _ in 0..<35 {
      reception.pass(20 * 60)
      #expect(try await isIn(cookie))
    }
    reception.pass(20 * 60)
    #expect(try await !isIn(cookie))
  }

  /// Styles and scripts are no use of a session.
  @Test func assetsKeepNobodyIn() async throws {
    let cookie = try await reception.logIn()
    reception.pass(20 * 60)
    #expect(try await isIn(cookie, path: "/assets/" + Asset.script.name))
    reception.pass(20 * 60)
    #expect(try await !isIn(cookie))
  }

  @Test func loggingOutEndsItAndRemovesTheCookie() async throws {
    let (cookie, other) = (try await reception.logIn(), try await reception.logIn())
    let reply = try await reception.post("/logout", as: cookie)
    #expect(reply.status == 303)
    #expect(try #require(reply["Set-Cookie"]).contains("Max-Age=0"))
    #expect(try await !isIn(cookie))
    #expect(try await isIn(other))
  }

  @Test func anotherBrowserOfTheSameUserCanBeLoggedOut() async throws {
    let other = try await reception.logIn(browser: "Lynx")
    let cookie = try await reception.logIn()
    let page = BrowserView(try await reception.get("/sessions", as: cookie).text)
    let actions = page.all("form").compactMap { $0.attributes["action"] }.filter { $0.hasSuffix("/end") }
    // The own session has no such button.
    #expect(actions.count == 1)
    #expect(page.text.contains("Lynx"))
    #expect(try await reception.post(try #require(actions.first), as: cookie).status == 303)
    #expect(try await !isIn(other))
    #expect(try await isIn(cookie))
    guard case .sessionEnded(user: "anna", session: _, address: _)? = reception.audit.last else {
      Issue.record("\(reception.audit)")
      return
    }
  }

  @Test func nobodyLogsOthersOutOrSeesWhereTheyAre() async throws {
    let bo = try await reception.logIn("bo", browser: "Lynx")
    let anna = try await reception.logIn()
    let id = try #require(reception.sessions.all(of: "bo").first?.id)
    #expect(try await !reception.get("/sessions", as: anna).text.contains("Lynx"))
    _ = try await reception.post("/sessions/\(id)/end", as: anna)
    #expect(try await isIn(bo))
  }

  @Test func theLeastUsedOfTooManyEnds() async throws {
    let first = try await reception.logIn()
    let second = try await reception.logIn()
    reception.pass(1)
    #expect(try await isIn(first))
    for _ in 2..<LoginLimits.sessionsOfUser { _ = try await reception.logIn() }
    #expect(try await isIn(second, path: "/assets/" + Asset.icon.name))
    reception.pass(1)
    _ = try await reception.logIn()
    #expect(try await isIn(first))
    #expect(try await !isIn(second))
  }

  @Test(arguments: [
    "kundreg=TOKEN", "__Host-kundreg=", "__host-kundreg=TOKEN", "__Host-kundreg =TOKEN", "__Host-kundreg=TOKENx",
    "__Host-kundreg=TOKEN; __Host-kundreg=TOKEN", "__Host-kundreg=x; __Host-kundreg=TOKEN",
  ])
  func cookiesThatAreNotOursOpenNothing(cookie: String) async throws {
    let own = try await reception.logIn()
    let token = String(try #require(own.split(separator: "=").last))
    #expect(try await !isIn(cookie.replacing("TOKEN", with: token)))
    #expect(try await isIn("a=b;  \(own); c=d"))
  }
}
