import ERPSandbox
import Testing

/// The requests that steer the sandbox.
@Suite struct ControlTests {
  @Test func aPersonsEditChangesTheCustomerAndItsTime() async throws {
    let customers: JSON = [["CustomerNumber": "1", "Name": "Ett AB"]]
    try await Rehearsal.run(seed: ["fortnox": ["customers": customers], "visma": ["customers": customers]]) { it in
      try await it.advance(60)
      _ = try await it.ask("PUT", "/_sandbox/fortnox/customers/1", ["City": "Åmåsen", "Phone1": nil])
      #expect(try await it.fortnoxNumbers("?lastmodified=2026-01-28%2013:01") == ["1"])
      #expect(try await it.ask("GET", "/fortnox/3/customers/1").json["Customer"]?["City"] == "Åmåsen")
      _ = try await it.ask("PUT", "/_sandbox/visma/customers/1", ["InvoiceCity": "Åmåsen"])
      #expect(try await it.vismaNumbers("?$filter=ChangedUtc%20ge%202026-01-28T12:01:00Z") == ["1"])
      _ = try await it.ask("PUT", "/_sandbox/fortnox/customers/1", ["City": nil])
      #expect(try await it.ask("GET", "/fortnox/3/customers/1").json["Customer"]?["City"] == JSON.null)
    }
  }

  @Test func anUnpaidAmountIsNoChange() async throws {
    try await Rehearsal.run(seed: ["visma": ["customers": [["CustomerNumber": "1", "Name": "Ett AB"]]]]) { it in
      _ = try await it.ask("PUT", "/_sandbox/visma/customers/1", ["UnpaidInvoicesAmount": 250])
      let customer = try await it.ask("GET", "/visma/v2/customers").json["Data"]?[0]
      #expect(customer?["UnpaidInvoicesAmount"] == 250)
      #expect(customer?["ChangedUtc"] == "2026-01-27T12:00:00.000Z")
    }
  }

  @Test(arguments: ["fortnox", "visma"])
  func customersAreCreatedAndDeletedAsByAPerson(_ system: String) async throws {
    try await Rehearsal.run { it in
      let path = "/_sandbox/\(system)/customers/A%2F1"
      #expect(try await it.ask("PUT", path, ["Name": "Ny AB"]).status == 200)
      let numbers = system == "fortnox" ? try await it.fortnoxNumbers() : try await it.vismaNumbers()
      #expect(numbers == ["A/1"])
      #expect(try await it.ask("DELETE", path).status == 200)
      #expect(try await it.ask("DELETE", path).status == 400)
      let state = try await it.ask("GET", "/_sandbox/state").json
      #expect(state[system]?["customers"] == [])
      if system == "fortnox" { #expect(state[system]?["deletedNumbers"] == ["A/1"]) }
    }
  }

  @Test func requestsAreLoggedWithoutThoseOfTheControl() async throws {
    try await Rehearsal.run { it in
      _ = try await it.ask("GET", "/_sandbox/state")
      _ = try await it.ask("POST", "/fortnox/3/customers?x=1", text: #"{"Customer":{}}"#)
      let log = try await it.ask("GET", "/_sandbox/requests").json.elements ?? []
      #expect(
        log.map { $0["path"]?.text } == ["/fortnox/oauth-v1/token", "/visma/connect/token", "/fortnox/3/customers"])
      let later = try await it.ask("GET", "/_sandbox/requests?after=2").json
      #expect(
        later == [
          [
            "n": 3, "at": "2026-01-28T12:00:00.000Z", "system": "fortnox", "company": 1, "method": "POST",
            "path": "/fortnox/3/customers", "query": "x=1",
            "status": 400,
            "body": #"{"Customer":{}}"#, "fault": nil,
          ]
        ])
    }
  }

  @Test func controlIsNeverPaced() async throws {
    try await Rehearsal.run(seed: [:], { $0.fortnoxLimit = RequestLimit(requests: 1, seconds: 5) }) { it in
      var statuses: [Int] = []
      for _ in 0..<3 { statuses.append(try await it.ask("GET", "/_sandbox/state").status) }
      #expect(statuses == [200, 200, 200])
    }
  }

  @Test func aResetMakesEverythingAsAtTheStart() async throws {
    try await Rehearsal.run { it in
      _ = try await it.ask("PUT", "/_sandbox/fortnox/customers/1", ["Name": "Ny AB"])
      try await it.fault(["kind": "status500"])
      try await it.advance(60)
      #expect(try await it.ask("POST", "/_sandbox/reset").status == 200)
      let state = try await it.ask("GET", "/_sandbox/state").json
      #expect(state["fortnox"]?["customers"] == [])
      #expect(state["faults"] == [])
      #expect(state["requests"] == 0)
      #expect(state["clock"] == "2026-01-28T12:00:00.000Z")
      let again = try await Rehearsal.refresh(it.port, "/fortnox/oauth-v1/token", "sandbox-refresh")
      #expect(again?.status == 200)
    }
  }

  @Test(arguments: [
    ("PUT", "/_sandbox/fortnox/customers/1", #"{"Nope":1}"#, 400),
    ("PUT", "/_sandbox/visma/customers/1", #"{"Nope":1}"#, 400),
    ("POST", "/_sandbox/clock", #"{"advanceSeconds":-1}"#, 400), ("GET", "/_sandbox/nothing", "", 404),
    ("PUT", "/_sandbox/oracle/customers/1", "{}", 404),
  ])
  func otherRequestsAreRefused(_ method: String, _ path: String, _ body: String, _ status: Int) async throws {
    try await Rehearsal.run { it in
      let answer = try await it.ask(method, path, text: body)
      #expect(answer.status == status)
      #expect(answer.json["message"]?.text?.isEmpty == false)
    }
  }
}
