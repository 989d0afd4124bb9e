import ERPSandbox
import Testing

/// What stands before Visma's resources.
@Suite struct VismaGatewayTests {
  @Test func unknownAndExpiredTokensAreAnsweredWith4005() async throws {
    try await Rehearsal.run { it in
      let unknown = try await it.ask("GET", "/visma/v2/customers", headers: ["Authorization": "Bearer x"])
      #expect(unknown.status == 401)
      #expect(unknown.json["ErrorCode"] == 4005)
      try await it.advance(3600)
      #expect(try await it.ask("GET", "/visma/v2/customers").status == 401)
    }
  }

  @Test func overTheLimitTheTextSaysHowLongToWait() async throws {
    try await Rehearsal.run(seed: [:], { $0.vismaLimit = RequestLimit(requests: 3, seconds: 60) }) { it in
      for _ in 0..<3 { #expect(try await it.ask("GET", "/visma/v2/customers").status == 200) }
      try await it.advance(5)
      let refused = try await it.ask("GET", "/visma/v2/customers")
      #expect(refused.status == 429)
      #expect(refused.json["ErrorCode"] == 4010)
      #expect(
        refused.json["DeveloperErrorMessage"]
          == "API calls quota exceeded! maximum admitted 3 per Minute. Try again in 55 seconds.")
      // Another endpoint has a budget of its own.
      #expect(try await it.ask("GET", "/visma/v2/termsofpayments").status == 200)
      try await it.advance(55)
      #expect(try await it.ask("GET", "/visma/v2/customers").status == 200)
    }
  }

  @Test func aCompanyWithoutTheAppIsAnsweredWith4002() async throws {
    try await Rehearsal.run(seed: ["visma": ["apiModule": false]]) { it in
      let answer = try await it.ask("GET", "/visma/v2/customers")
      #expect(answer.status == 403)
      #expect(answer.json["ErrorCode"] == 4002)
      #expect(answer.json["DeveloperErrorMessage"] == "No access to module: api_standard")
    }
  }
}
