import ERPSandbox
import Testing

/// What stands before Fortnox's resources.
@Suite struct FortnoxGatewayTests {
  @Test func unknownTokensAreAnsweredWithoutACode() async throws {
    try await Rehearsal.run { it in
      let answer = try await it.ask("GET", "/fortnox/3/customers", headers: ["Authorization": "Bearer x"])
      #expect(answer.status == 401)
      #expect(answer.text == #"{"message":"unauthorized"}"#)
    }
  }

  @Test func tokensExpireByTheSandboxsClock() async throws {
    try await Rehearsal.run { it in
      try await it.advance(3599)
      #expect(try await it.ask("GET", "/fortnox/3/customers").status == 200)
      try await it.advance(1)
      #expect(try await it.ask("GET", "/fortnox/3/customers").status == 401)
    }
  }

  @Test func otherTypesAreRefused() async throws {
    try await Rehearsal.run { it in
      let accept = try await it.ask("GET", "/fortnox/3/customers", headers: ["Accept": "text/csv"])
      #expect(accept.json["ErrorInformation"]?["code"] == 1_000_030)
      let content = try await it.ask(
        "POST", "/fortnox/3/customers", ["Customer": ["Name": "X"]], headers: ["Content-Type": "text/plain"])
      #expect(content.json["ErrorInformation"]?["code"] == 1_000_031)
    }
  }

  @Test func twentyFiveRequestsAreAdmittedInAnyFiveSeconds() async throws {
    try await Rehearsal.run { it in
      for _ in 0..<20 { #expect(try await it.ask("GET", "/fortnox/3/customers").status == 200) }
      try await it.advance(4)
      for _ in 0..<5 { #expect(try await it.ask("GET", "/fortnox/3/customers").status == 200) }
      let refused = try await it.ask("GET", "/fortnox/3/customers")
      #expect(refused.status == 429)
      #expect(refused.headers["retry-after"] == nil)
      // The first twenty have left the window, the five have not.
      try await it.advance(1)
      for _ in 0..<20 { #expect(try await it.ask("GET", "/fortnox/3/customers").status == 200) }
      #expect(try await it.ask("GET", "/fortnox/3/customers").status == 429)
    }
  }

  @Test func anApproximateWindowRefusesBurstsAndLetsAnEvenPaceThrough() async throws {
    // Five requests at once each second, and one each fifth of a second.
    for (perTick, seconds, refuses) in [(5, 1.0, true), (1, 0.2, false)] {
      try await Rehearsal.run(seed: [:], { $0.fortnoxWindowKind = .approximate }) { it in
        // Not at the very beginning of a window.
        try await it.advance(0.07)
        var statuses: [Int] = []
        for _ in 0..<(60 / perTick) {
          for _ in 0..<perTick { statuses.append(try await it.ask("GET", "/fortnox/3/customers").status) }
          try await it.advance(seconds)
        }
        #expect(statuses.contains(429) == refuses)
      }
    }
  }

  @Test func anApproximateWindowAdmitsAWholeQuotaWhereThePreviousOneWasEmpty() async throws {
    try await Rehearsal.run(seed: [:], { $0.fortnoxWindowKind = .approximate }) { it in
      func admitted(_ count: Int) async throws -> Int {
        var admitted = 0
        for _ in 0..<count where try await it.ask("GET", "/fortnox/3/customers").status == 200 { admitted += 1 }
        return admitted
      }
      #expect(try await admitted(26) == 25)
      // One second into the next window four fifths of those 25 still count; then nothing does.
      try await it.advance(6)
      #expect(try await admitted(10) == 5)
      try await it.advance(60)
      #expect(try await admitted(26) == 25)
    }
  }

  @Test func everyAnswerHasTheSandboxsDate() async throws {
    try await Rehearsal.run { it in
      try await it.advance(61)
      for path in ["/fortnox/3/customers", "/visma/v2/customers", "/_sandbox/state", "/elsewhere"] {
        #expect(try await it.ask("GET", path).headers["date"] == "Wed, 28 Jan 2026 12:01:01 GMT")
      }
    }
  }
}
