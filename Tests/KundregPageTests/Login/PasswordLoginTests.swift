import CustomerModel
import RegisterStore
import Testing

@testable import KundregPage

@Suite struct PasswordLoginTests {
  private let reception: Reception

  init() throws {
    reception = try Reception()
    try reception.grant("anna", .administrator)
    try reception.grant("eva", .view)
    try reception.give("eva", "rätt häst batteri")
  }

  private func logIn(
    _ name: String, _ password: String, to path: String = "/", as cookie: String? = nil
  ) async throws -> Reception.Reply {
    let fields = [("name", name), ("password", password), ("to", path)]
    let form = fields.map { $0.0 + "=" + PercentEncoding.encode($0.1) }.joined(separator: "&")
    return try await reception.post("/login", form, as: cookie)
  }

  @Test func whoKnowsThePasswordIsLetIn() async throws {
    let reply = try await logIn("eva", "rätt häst batteri", to: "/customers?search=a")
    #expect(reply.status == 303)
    #expect(reply["Location"] == "/customers?search=a")
    let page = try await reception.get("/sessions", as: reply.cookie)
    #expect(page.status == 200 && page.text.contains("eva"))
    guard case .login(user: "eva", session: _, address: "127.0.0.1")? = reception.audit.last else {
      Issue.record("\(reception.audit)")
      return
    }
  }

  @Test(arguments: [
    ("eva", ""), ("eva", "ratt hast batteri"), ("eva", "rätt häst batteri "), ("Eva", "rätt häst batteri"),
    ("", ""), ("anna", ""), ("anna", "rätt häst batteri"), ("nobody", "rätt häst batteri"),
    ("eva\0", "rätt häst batteri"), ("eva\0x", "rätt häst batteri"), ("\0eva", "rätt häst batteri"),
    ("eva\n", "rätt häst batteri"), ("eva\u{7F}", "rätt häst batteri"),
    ("eva", String(repeating: "x", count: 5000)), (String(repeating: "x", count: 5000), "x"),
  ])
  func nobodyElseIsLetIn(name: String, password: String) async throws {
    let reply = try await logIn(name, password)
    #expect(reply.status == 403)
    #expect(reply["Set-Cookie"] == nil)
    #expect(reception.audit.last == .wrongPassword(address: "127.0.0.1"))
  }

  /// The same words for a name that nobody has, and nothing of what was typed.
  @Test func whoFailsDoesNotLearnWhichNamesThereAre() async throws {
    let (known, unknown) = (try await logIn("eva", "fel lösenord nu"), try await logIn("okänd", "fel lösenord nu"))
    #expect(known.text == unknown.text)
    #expect(!unknown.text.contains("okänd") && !unknown.text.contains("fel l"))
  }

  @Test func theRightPasswordIsNotLookedAtWhileANameWaits() async throws {
    for _ in 0..<3 { #expect(try await logIn("eva", "fel lösenord nu").status == 403) }
    let refused = try await logIn("eva", "rätt häst batteri")
    #expect(refused.status == 429)
    #expect(refused["Retry-After"] == "1")
    #expect(reception.audit.last == .passwordTooSoon(address: "127.0.0.1"))
    // Others do not wait.
    #expect(try await logIn("anna", "fel lösenord nu").status == 403)
    reception.pass(1)
    #expect(try await logIn("eva", "rätt häst batteri").status == 303)
  }

  /// All that come at once are one after the other: what the first ones came to counts for the next.
  @Test func thoseWhoComeAtOnceAreNoMoreTries() async throws {
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<LoginLimits.waitingPasswords {
        group.addTask { try await logIn("eva", "fel lösenord nu").status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.count { $0 == 403 } == 3)
    #expect(statuses.count { $0 == 429 } == LoginLimits.waitingPasswords - 3)
    // Others who come at once do not wait for that.
    #expect(try await logIn("anna", "fel lösenord nu").status == 403)
  }

  /// What the register would take for the same name is no way round the delays.
  @Test(arguments: ["\0", "\0x", "\u{1}", "\n"]) func noNameIsTriedUnderAnother(tail: String) async throws {
    for _ in 0..<3 { _ = try await logIn("eva", "fel lösenord nu") }
    #expect(try await logIn("eva" + tail, "rätt häst batteri").status == 403)
    #expect(try await logIn("eva", "rätt häst batteri").status == 429)
    #expect(reception.sessions.all(of: "eva" + tail).isEmpty && reception.sessions.all(of: "eva").isEmpty)
  }

  @Test func aUserWhoWasRemovedHasNoPassword() async throws {
    try reception.register.write { try $0.unregister(user: "eva") }
    #expect(try await logIn("eva", "rätt häst batteri").status == 403)
    try reception.grant("eva", .view)
    #expect(try await logIn("eva", "rätt häst batteri").status == 403)
  }

  /// Who changes a password wants whoever knows the old one out, and is let in by the new one.
  @Test func anotherPasswordEndsTheSessionsOfTheOneBefore() async throws {
    let before = try await logIn("eva", "rätt häst batteri").cookie
    let link = try await reception.logIn("eva")
    #expect(try await reception.get("/customers", as: before).status == 200)
    try reception.give("eva", "ett annat lösenord")
    let after = try await logIn("eva", "ett annat lösenord").cookie
    for _ in 0..<2 { #expect(try await reception.get("/customers", as: before).status == 403) }
    #expect(reception.sessions.all(of: "eva").count == 2)
    #expect(try await reception.get("/customers", as: after).status == 200)
    try reception.register.write { _ = try $0.removePassword(ofUser: "eva") }
    #expect(try await reception.get("/customers", as: after).status == 403)
    // A link is no password.
    #expect(try await reception.get("/customers", as: link).status == 200)
  }

  @Test func theFormIsThereOnlyWhereItLeadsSomewhere() async throws {
    let page = BrowserView(try await reception.get("/customers?search=a").text)
    let form = try #require(page.all("form").first)
    #expect(form.attributes["action"] == "/login" && form.attributes["method"] == "post")
    #expect(
      page.all("input").contains { $0.attributes["name"] == "to" && $0.attributes["value"] == "/customers?search=a" })
    #expect(page.all("input").contains { $0.attributes["type"] == "password" })
    let empty = try Reception()
    #expect(BrowserView(try await empty.get("/").text).all("form").isEmpty)
  }

  @Test(arguments: ["https://evil.example", "//evil.example", "/logout", "/link/x", "/login", "", "/nowhere"])
  func leadsToPagesOfOursOnly(to: String) async throws {
    #expect(try await logIn("eva", "rätt häst batteri", to: to)["Location"] == "/")
  }

  @Test func formsOfOtherPagesAreNotLookedAt() async throws {
    let reply = try await reception.send(
      "POST", "/login", ["Sec-Fetch-Site": "cross-site", "Content-Type": "application/x-www-form-urlencoded"],
      "name=eva&password=r%C3%A4tt+h%C3%A4st+batteri")
    #expect(reply.status == 403)
    #expect(reply["Set-Cookie"] == nil)
  }

  @Test func theSessionBeforeEnds() async throws {
    let before = try await reception.logIn("anna")
    let reply = try await logIn("eva", "rätt häst batteri", as: before)
    #expect(reply.status == 303)
    #expect(try await reception.get("/sessions", as: before).status == 403)
  }
}
