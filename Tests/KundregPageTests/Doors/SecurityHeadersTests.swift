import Testing

@testable import KundregPage

/// Every answer tells browsers the same, whatever became of the request.
@Suite struct SecurityHeadersTests {
  @Test func everyAnswerHasThem() async throws {
    let reception = try Reception()
    let cookie = try await reception.logIn()
    let link = "/link/" + reception.links.make(for: "anna").text
    let replies = [
      try await reception.get("/", as: cookie), try await reception.get("/customers", as: cookie),
      try await reception.get(link), try await reception.get("/"), try await reception.get("/nowhere", as: cookie),
      try await reception.get("/runs/17", as: cookie),
      try await reception.get("/" + String(repeating: "x", count: 5000)),
      try await reception.send("GET", "/", host: "evil.example"), try await reception.send("POST", "/logout"),
      try await reception.send("PUT", "/"), try await reception.post("/language", "language=no", as: cookie),
      try await reception.post("/language", String(repeating: "x", count: 70_000), as: cookie),
      try await reception.get("/assets/" + Asset.stylesheet.name), try await reception.send("HEAD", "/", as: cookie),
      try await Reception(requests: 0).get("/"), try await reception.post(link),
      try await reception.post("/logout", as: cookie),
    ]
    #expect(
      replies.map(\.status)
        == [200, 200, 200, 403, 404, 404, 414, 421, 403, 405, 400, 413, 200, 200, 503, 303, 303])
    for reply in replies {
      let policy = try #require(reply["Content-Security-Policy"])
      let rules = Set(policy.split(separator: ";").map { $0.drop { $0 == " " } })
      #expect(
        rules == [
          "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
          "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
        ])
      #expect(reply["X-Content-Type-Options"] == "nosniff")
      #expect(reply["X-Frame-Options"] == "DENY")
      #expect(reply["Referrer-Policy"] == "same-origin")
      #expect(reply["Cross-Origin-Opener-Policy"] == "same-origin")
      #expect(reply["Cross-Origin-Resource-Policy"] == "same-origin")
      #expect(reply["Access-Control-Allow-Origin"] == nil)
    }
  }

  @Test func onlyWhatHoldsNoCustomersIsKept() async throws {
    let reception = try Reception()
    let cookie = try await reception.logIn()
    for path in ["/", "/customers", "/runs", "/sessions", "/nowhere"] {
      #expect(try await reception.get(path, as: cookie)["Cache-Control"] == "no-store")
    }
    #expect(try await reception.get("/")["Cache-Control"] == "no-store")
    let kept = try await reception.get("/assets/" + Asset.stylesheet.name)
    #expect(kept["Cache-Control"] == "private, max-age=31536000, immutable")
  }
}
