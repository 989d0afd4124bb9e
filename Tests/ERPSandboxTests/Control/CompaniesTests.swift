import ERPSandbox
import Testing

/// Several companies that one client speaks for.
@Suite struct CompaniesTests {
  private static let seed: JSON = [
    "fortnox": ["customers": [["CustomerNumber": "1", "Name": "Ett AB"]], "serviceConsents": ["sandbox"]],
    "visma": ["customers": [["CustomerNumber": "1", "Name": "Ett AB"]]],
  ]

  /// A bearer header for a company's seeded token.
  private func header(_ company: Int, _ system: String, _ it: Rehearsal) async throws -> [String: String] {
    let path = system == "fortnox" ? "/fortnox/oauth-v1/token" : "/visma/connect/token"
    let answer = try await it.form(path, "grant_type=refresh_token&refresh_token=sandbox-refresh-\(company)")
    return ["Authorization": "Bearer " + (try #require(answer.json["access_token"]?.text))]
  }

  private static let lists = ["fortnox": "/fortnox/3/customers", "visma": "/visma/v2/customers"]

  @Test(arguments: ["fortnox", "visma"])
  func eachCompanyHasARegisterOfItsOwn(_ system: String) async throws {
    try await Rehearsal.run(seed: Self.seed, { $0.companies = 3 }) { it in
      let second = try await header(2, system, it)
      _ = try await it.ask("PUT", "/_sandbox/\(system)/customers/9?company=2", ["Name": "Nio AB"])
      let path = try #require(Self.lists[system])
      func count(_ headers: [String: String]) async throws -> Int? {
        let json = try await it.ask("GET", path, headers: headers).json
        return (json["Customers"] ?? json["Data"])?.elements?.count
      }
      #expect(try await count(second) == 2)
      #expect(try await count(header(3, system, it)) == 1)
      #expect(try await count([:]) == 1)
      let state = try await it.ask("GET", "/_sandbox/state?company=2").json
      #expect(state[system]?["customers"]?.elements?.count == 2)
      #expect(state["companies"] == 3)
      #expect(try await it.ask("GET", "/_sandbox/state").json[system]?["customers"]?.elements?.count == 1)
      let log = try await it.ask("GET", "/_sandbox/requests").json.elements ?? []
      #expect(log.filter { $0["path"]?.text == path }.map { $0["company"]?.integer } == [2, 3, 1])
    }
  }

  @Test func vismaCountsTheClientAndFortnoxTheCompanyToo() async throws {
    let limit = RequestLimit(requests: 3, seconds: 60)
    try await Rehearsal.run(
      seed: Self.seed,
      {
        $0.companies = 2
        $0.vismaLimit = limit
        $0.fortnoxLimit = limit
      }
    ) { it in
      for (system, admitted) in [("visma", 3), ("fortnox", 6)] {
        let path = try #require(Self.lists[system])
        let headers = [[:], try await header(2, system, it)]
        var statuses: [Int] = []
        for index in 0..<8 { statuses.append(try await it.ask("GET", path, headers: headers[index % 2]).status) }
        #expect(statuses.count { $0 == 200 } == admitted)
        #expect(statuses.count { $0 == 429 } == 8 - admitted)
      }
    }
  }

  @Test func aPersonChoosesTheCompanyAtTheLogin() async throws {
    try await Rehearsal.run(seed: Self.seed, { $0.companies = 2 }) { it in
      _ = try await it.ask("PUT", "/_sandbox/fortnox/customers/9?company=2", ["Name": "Nio AB"])
      let question = "/fortnox/oauth-v1/auth?client_id=c&response_type=code&state=s&scope=customer&access_type=offline"
      let page = try await it.ask("GET", question + "&company=2")
      let code = try #require(page.text.split(separator: "\n").first { $0.hasPrefix("code: ") }).dropFirst(6)
      let answer = try await it.form(
        "/fortnox/oauth-v1/token", "grant_type=authorization_code&code=\(code)", client: "c:s")
      let token = try #require(answer.json["access_token"]?.text)
      let list = try await it.ask("GET", "/fortnox/3/customers", headers: ["Authorization": "Bearer " + token])
      #expect(list.json["Customers"]?.elements?.count == 2)
      let other = try await it.ask("GET", question + "&company=3")
      #expect(other.status == 400)
      #expect(other.text == "company must be from 1 to 2.")
    }
  }

  @Test func aServiceAccountNamesTheTenant() async throws {
    try await Rehearsal.run(seed: Self.seed, { $0.companies = 2 }) { it in
      for (tenant, status) in [("1234567", 200), ("1234568", 200), ("1234569", 400)] {
        let answer = try await it.form(
          "/fortnox/oauth-v1/token", "grant_type=client_credentials", headers: ["TenantId": tenant])
        #expect(answer.status == status)
      }
    }
  }

  @Test func aFaultMayBeOneCompanys() async throws {
    try await Rehearsal.run(seed: Self.seed, { $0.companies = 2 }) { it in
      try await it.fault(["kind": "status500", "company": 2, "system": "visma"])
      let second = try await header(2, "visma", it)
      #expect(try await it.ask("GET", "/visma/v2/customers").status == 200)
      #expect(try await it.ask("GET", "/visma/v2/customers", headers: second).status == 500)
      #expect(try await it.ask("POST", "/_sandbox/faults", ["kind": "slow", "company": 0]).status == 400)
    }
  }

  @Test(arguments: ["0", "3", "x"])
  func aCompanyThatIsNotThereIsRefused(_ number: String) async throws {
    try await Rehearsal.run(seed: Self.seed, { $0.companies = 2 }) { it in
      let answer = try await it.ask("GET", "/_sandbox/state?company=\(number)")
      #expect(answer.status == 400)
      #expect(answer.json["message"] == "\"company\" must be from 1 to 2.")
    }
  }
}
