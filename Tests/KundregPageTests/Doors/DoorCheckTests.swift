import Testing

@testable import KundregPage

@Suite struct DoorCheckTests {
  private let reception: Reception
  init() throws { reception = try Reception() }

  // MARK: The name

  @Test(arguments: [
    nil, "", "evil.example", "localhost:8481", "127.0.0.1:8481", "[::1]:8481", "kundreg-1234.localhost",
    "kundreg-1234.localhost:8482", "kundreg-1234.localhost:8481.evil.example", "kundreg-1234.localhost.:8481",
    "kundreg-1234.localhost:08481", "anna@kundreg-1234.localhost:8481",
  ])
  func otherNamesGetNothing(host: String?) async throws {
    let cookie = try await reception.logIn()
    for path in ["/", "/customers", "/assets/" + Asset.stylesheet.name, "/link/x"] {
      let reply = try await reception.send("GET", path, host: host, as: cookie)
      #expect(reply.status == 421)
      #expect(!reply.text.contains("anna"))
    }
    #expect(reception.audit.last == .wrongHost(address: "127.0.0.1"))
  }

  @Test func theNameIsTheSameInCapitals() async throws {
    #expect(try await reception.send("GET", "/", host: "KUNDREG-1234.LocalHost:8481").status == 403)
  }

  @Test func aSecondNameIsRefused() async throws {
    #expect(try await reception.get("/", ["Host": Reception.host]).status == 421)
    #expect(try await reception.get("/", ["Host": "evil.example"]).status == 421)
  }

  @Test func aRequestForAWholeAddressIsNoPageOfOurs() async throws {
    let cookie = try await reception.logIn()
    #expect(try await reception.get("http://evil.example/customers", as: cookie).status == 404)
  }

  @Test func nobodyComesInBeforeTheNameIsKnown() async throws {
    #expect(try await Reception(origin: nil).get("/").status == 421)
  }

  // MARK: Forms

  /// What other pages' forms come with.
  static let foreign: [KeyValuePairs<String, String>] = [
    ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Sec-Fetch-Site": "none"],
    ["Sec-Fetch-Site": ""], ["Sec-Fetch-Site": "Same-Origin"], ["Sec-Fetch-Site": "same-origin, same-origin"],
    ["Sec-Fetch-Site": "cross-site", "Origin": Reception.origin],
    ["Sec-Fetch-Site": "same-origin", "Sec-Fetch-Site": "cross-site"],
    [:], ["Origin": "null"], ["Origin": ""], ["Origin": "http://evil.example"],
    ["Origin": "http://kundreg-1234.localhost:9999"], ["Origin": "http://kundreg-1234.localhost"],
    ["Origin": "https://kundreg-1234.localhost:8481"], ["Origin": "http://localhost:8481"],
    ["Origin": Reception.origin + "/"], ["Origin": Reception.origin, "Origin": "http://evil.example"],
    ["Referer": Reception.origin + "/"],
  ]

  @Test(arguments: foreign.indices)
  func formsOfOtherPagesChangeNothing(index: Int) async throws {
    let cookie = try await reception.logIn()
    let key = reception.links.make(for: "anna").text
    for path in ["/logout", "/link/" + key, "/language", "/nowhere"] {
      let reply = try await reception.send("POST", path, as: cookie, Self.foreign[index])
      #expect(reply.status == 403, "\(Self.foreign[index])")
      #expect(reply["Set-Cookie"] == nil)
    }
    #expect(reception.audit.last == .foreignForm(address: "127.0.0.1"))
    #expect(reception.links.isOpen(key))
    #expect(try await reception.get("/sessions", as: cookie).status == 200)
  }

  /// Browsers that say nothing of the site say the origin.
  @Test func formsOfOurOwnAreTaken() async throws {
    for headers: KeyValuePairs<String, String> in [
      ["Sec-Fetch-Site": "same-origin"], ["Origin": Reception.origin],
      ["Sec-Fetch-Site": "same-origin", "Origin": Reception.origin],
    ] {
      let cookie = try await reception.logIn()
      #expect(try await reception.send("POST", "/logout", as: cookie, headers).status == 303)
    }
  }

  @Test(arguments: ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
  func otherMethodsAreRefused(method: String) async throws {
    let cookie = try await reception.logIn()
    let reply = try await reception.send(method, "/customers", as: cookie, Reception.ourFormFields)
    #expect(reply.status == 405)
    #expect(reply["Allow"] == "GET, HEAD, POST")
  }

  @Test func lookingChangesNothing() async throws {
    let cookie = try await reception.logIn()
    let id = try #require(reception.sessions.all(of: "anna").first?.id)
    for path in ["/logout", "/language", "/sessions/\(id)/end"] {
      #expect(try await reception.get(path, as: cookie).status == 405)
    }
    #expect(reception.sessions.all(of: "anna").count == 1)
  }

  @Test func pagesTakeNoForms() async throws {
    let cookie = try await reception.logIn()
    for path in ["/", "/customers", "/customers/1", "/runs", "/runs/1", "/sessions", "/assets/x"] {
      #expect(try await reception.post(path, as: cookie).status == 405)
    }
  }

  @Test func headsAreAsPagesWithoutTheirText() async throws {
    let cookie = try await reception.logIn()
    let page = try await reception.get("/", as: cookie)
    let head = try await reception.send("HEAD", "/", as: cookie)
    #expect(head.status == 200 && head.text.isEmpty)
    #expect(head["Content-Length"] == page["Content-Length"])
  }
}
