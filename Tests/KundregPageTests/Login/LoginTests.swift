import Testing

@testable import KundregPage

@Suite struct LoginTests {
  private let reception: Reception
  init() throws { reception = try Reception() }

  private func link(_ user: String = "anna") -> String { "/link/" + reception.links.make(for: user).text }

  @Test func lookingAtALinkUsesNothingUp() async throws {
    let link = link()
    for _ in 0..<3 {
      let page = try await reception.get(link)
      #expect(page.status == 200)
      #expect(page["Set-Cookie"] == nil)
      let form = try #require(BrowserView(page.text).all("form").first)
      #expect(form.attributes == ["method": "post", "action": link])
    }
    _ = try await reception.send("HEAD", link)
    #expect(try await reception.post(link).status == 303)
  }

  @Test func aLinkWorksOnce() async throws {
    let link = link()
    #expect(try await reception.post(link).status == 303)
    let again = try await reception.post(link)
    #expect(again.status == 410)
    #expect(again["Set-Cookie"] == nil)
    #expect(try await reception.get(link).status == 410)
    #expect(reception.audit.last == .loginFailed(address: "127.0.0.1"))
  }

  @Test func aLinkWorksForTenMinutes() async throws {
    let (first, second) = (link(), link())
    reception.pass(599)
    #expect(try await reception.post(first).status == 303)
    reception.pass(1)
    #expect(try await reception.get(second).status == 410)
    #expect(try await reception.post(second).status == 410)
  }

  @Test(arguments: ["x", "", "..", "%00", "a/b"]) func keysThatAreNoneOpenNothing(key: String) async throws {
    _ = link()
    let reply = try await reception.post("/link/" + key)
    #expect([403, 410].contains(reply.status))
    #expect(reply["Set-Cookie"] == nil)
  }

  @Test func theOldestOfTooManyLinksCloses() async throws {
    let links = (0...LoginLimits.links).map { _ in link() }
    #expect(try await reception.get(links[0]).status == 410)
    #expect(try await reception.get(links[1]).status == 200)
  }

  @Test func keysAreLongAndNeverTheSame() {
    let keys = (0..<100).map { _ in Secret().text }
    #expect(Set(keys).count == 100)
    for key in keys { #expect(key.wholeMatch(of: /[A-Za-z0-9_-]{43}/) != nil, "\(key)") }
  }

  @Test func theCookieIsBoundToTheHostAndHiddenFromScripts() async throws {
    let reply = try await reception.post(link())
    let parts = try #require(reply["Set-Cookie"]).split(separator: ";").map { $0.drop { $0 == " " } }
    #expect(parts[0].wholeMatch(of: /__Host-kundreg=[A-Za-z0-9_-]{43}/) != nil)
    #expect(Set(parts.dropFirst()) == ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"])
    #expect(reply["Location"] == "/")
  }

  /// A token that somebody else put into the browser is not what opens the door afterwards.
  @Test func aLoginMakesATokenOfItsOwn() async throws {
    let planted = "__Host-kundreg=" + String(repeating: "A", count: 43)
    let reply = try await reception.send("POST", link(), as: planted, Reception.ourFormFields)
    #expect(reply.status == 303)
    #expect(reply.cookie != planted)
    #expect(try await reception.get("/", as: planted).status == 403)
  }

  @Test func loggingInAgainEndsTheSessionBefore() async throws {
    let before = try await reception.logIn()
    let reply = try await reception.send("POST", link("bo"), as: before, Reception.ourFormFields)
    #expect(try await reception.get("/", as: before).status == 403)
    #expect(try await reception.get("/", as: reply.cookie).text.contains("bo"))
  }

  @Test func loginsAndTheirEndsAreKeptWithoutSecrets() async throws {
    let cookie = try await reception.logIn()
    let id = try #require(reception.sessions.all(of: "anna").first?.id)
    _ = try await reception.post("/logout", as: cookie)
    #expect(
      reception.audit == [
        .login(user: "anna", session: id, address: "127.0.0.1"),
        .logout(user: "anna", session: id, address: "127.0.0.1"),
      ])
    let token = try #require(cookie.split(separator: "=").last)
    #expect(!reception.audit.contains { $0.line.contains(token) })
    #expect(!token.contains(id))
  }
}
