import ERPSandbox
import Testing

/// What goes wrong when it is asked to.
@Suite struct FaultTests {
  static let create: JSON = ["Customer": ["CustomerNumber": "1", "Name": "Ett AB"]]
  static let list = "/fortnox/3/customers"

  @Test(arguments: [("dropBefore", []), ("dropAfter", ["1"])])
  func connectionsAreClosedWithoutAnAnswer(_ kind: String, _ numbers: [String]) async throws {
    try await Rehearsal.run { it in
      try await it.fault(["system": "fortnox", "method": "POST", "kind": .string(kind)])
      #expect(try await it.send("POST", Self.list, Self.create) == nil)
      #expect(try await it.fortnoxNumbers() == numbers)
      let requests = try await it.ask("GET", "/_sandbox/requests?after=2").json
      #expect(requests[0]?["status"] == 0)
      #expect(requests[0]?["fault"] == .string(kind))
    }
  }

  @Test func answersAreCutOffAfterTheWriteWasDone() async throws {
    try await Rehearsal.run { it in
      try await it.fault(["system": "fortnox", "method": "POST", "kind": "truncate"])
      let answer = try await it.ask("POST", Self.list, Self.create)
      #expect(answer.status == 201)
      #expect(!answer.isComplete)
      #expect(!answer.body.isEmpty)
      #expect(try await it.fortnoxNumbers() == ["1"])
    }
  }

  @Test(arguments: [
    ("status500", 500, []), ("status500After", 500, ["1"]), ("status400", 400, []), ("status403", 403, []),
    ("unauthorized", 401, []), ("status429", 429, []),
  ])
  func statusesAreAnsweredInPlace(_ kind: String, _ status: Int, _ numbers: [String]) async throws {
    try await Rehearsal.run { it in
      try await it.fault(["method": "POST", "kind": .string(kind)])
      let answer = try await it.ask("POST", Self.list, Self.create)
      #expect(answer.status == status)
      #expect(try await it.fortnoxNumbers() == numbers)
    }
  }

  @Test func aSlowAnswerWasDoneAtOnce() async throws {
    try await Rehearsal.run { it in
      try await it.fault(["method": "POST", "kind": "slow", "seconds": 1])
      async let late = it.ask("POST", Self.list, Self.create)
      // The answer is still under way when the customer is there.
      var numbers: [String] = []
      for _ in 0..<500 where numbers.isEmpty {
        numbers =
          try await it.ask("GET", "/_sandbox/state").json["fortnox"]?["customers"]?.elements?
          .compactMap { $0["CustomerNumber"]?.text } ?? []
      }
      #expect(numbers == ["1"])
      #expect(try await late.status == 201)
    }
  }

  @Test(arguments: [("emptyList", 0), ("shrinkList", 2)])
  func listsLoseCustomersThatAreThere(_ kind: String, _ count: Int) async throws {
    let customers: JSON = .array((1...4).map { ["CustomerNumber": .string(String($0)), "Name": "X"] })
    try await Rehearsal.run(seed: ["fortnox": ["customers": customers], "visma": ["customers": customers]]) { it in
      for system in ["fortnox", "visma"] {
        try await it.fault(["system": .string(system), "kind": .string(kind)])
      }
      #expect(try await it.ask("GET", "/fortnox/3/customers/4").status == 200)
      #expect(try await it.fortnoxNumbers().count == count)
      #expect(try await it.fortnoxNumbers().count == 4)
      #expect(try await it.vismaNumbers().count == count)
      #expect(try await it.vismaNumbers().count == 4)
    }
  }

  @Test func faultsSkipAndCount() async throws {
    try await Rehearsal.run { it in
      try await it.fault(["path": "/fortnox/3/customers", "kind": "status500", "skip": 1, "count": 2])
      var statuses: [Int] = []
      for _ in 0..<4 { statuses.append(try await it.ask("GET", Self.list).status) }
      #expect(statuses == [200, 500, 500, 200])
      #expect(try await it.ask("GET", "/visma/v2/customers").status == 200)
    }
  }

  @Test func tokenRequestsMeetOnlyFaultsThatNameThem() async throws {
    try await Rehearsal.run(seed: ["fortnox": ["refreshTokens": ["a", "sandbox-refresh"]]]) { it in
      try await it.fault(["system": "fortnox", "kind": "status500"])
      try await it.fault(["path": "/fortnox/oauth-v1/token", "kind": "dropAfter"])
      let body = "grant_type=refresh_token&refresh_token=a"
      #expect(try await Rehearsal.form(it.port, "/fortnox/oauth-v1/token", body) == nil)
      // The token was changed although the answer was lost.
      #expect(try await it.form("/fortnox/oauth-v1/token", body).status == 400)
      #expect(try await it.ask("GET", Self.list).status == 500)
    }
  }

  @Test func clearedFaultsAreGone() async throws {
    try await Rehearsal.run { it in
      try await it.fault(["kind": "status500", "count": 9])
      #expect(try await it.ask("GET", "/_sandbox/state").json["faults"]?.elements?.count == 1)
      #expect(try await it.ask("POST", "/_sandbox/faults/clear").status == 200)
      #expect(try await it.ask("GET", Self.list).status == 200)
    }
  }

  @Test(arguments: [
    (#"{"kind":"explode"}"#, "\"kind\" must be one of"), (#"{"kind":"slow","sytem":"visma"}"#, "\"sytem\""),
    (#"{"kind":"slow","system":"oracle"}"#, "\"system\" must be"), ("[1]", "JSON object"), ("{", "no JSON"),
  ])
  func faultyFaultsAreRefused(_ body: String, _ message: String) async throws {
    try await Rehearsal.run { it in
      let answer = try await it.ask("POST", "/_sandbox/faults", text: body)
      #expect(answer.status == 400)
      #expect(answer.json["message"]?.text?.contains(message) == true, "\(answer.text)")
    }
  }
}
