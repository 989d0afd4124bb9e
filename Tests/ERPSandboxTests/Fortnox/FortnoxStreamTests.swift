import Testing

@testable import ERPSandbox

/// Fortnox' events as the sandbox tells them.
@Suite struct FortnoxStreamTests {
  private var tokens = TokenOffice(
    system: .fortnox, clients: ["app": "hemlig"], lifetime: 3600, reusable: false, tenants: ["7", "8"],
    refreshTokens: [])
  private let token: String

  init() {
    token = tokens.makeAccessToken(.init(client: "app", scopes: ["customer"], company: 1), now: 0)
  }

  private func topic(_ configure: (inout FortnoxEventsSeed) -> Void = { _ in }) -> FortnoxTopic {
    var seed = FortnoxEventsSeed()
    configure(&seed)
    var topic = FortnoxTopic(seed)
    topic.append(.created, of: "1", tenant: 7, at: 10)
    topic.append(.updated, of: "9", tenant: 8, at: 20)
    topic.append(.deleted, of: "1", tenant: 7, at: 30)
    return topic
  }

  /// Sends commands, and gives the answers and what is told then.
  private func talk(_ topic: FortnoxTopic, _ commands: [String]) throws -> (replies: [JSON], events: [JSON]) {
    var stream = FortnoxStream(fault: nil)
    for command in commands { stream.take(command, topic, tokens, now: 100) }
    let outgoing = stream.drain(topic)
    func parse(_ texts: [String]) throws -> [JSON] { try texts.map { try JSONReader.read(Array($0.utf8)) } }
    return (try parse(outgoing.replies), try parse(outgoing.events))
  }

  private func tenants(_ token: String? = nil, secret: String = "hemlig") -> String {
    #"{"command":"add-tenants-v1","clientSecret":"\#(secret)","accessTokens":["Bearer \#(token ?? self.token)"]}"#
  }

  private let subscribe = #"{"command":"subscribe-v1"}"#

  private func addition(after offset: String?) -> String {
    let member = offset.map { #","offset":"\#($0)""# } ?? ""
    return #"{"command":"add-topics-v1","topics":[{"topic":"customers"\#(member)}]}"#
  }

  @Test func tellsWhatCameAfterAnOffsetOfOnesOwnCompanies() throws {
    let topic = topic()
    let (replies, events) = try talk(
      topic, [tenants(), addition(after: topic.events[0].offset), subscribe])
    #expect(replies.map { $0["result"]?.text } == ["ok", "ok", "ok"])
    #expect(replies[0]["tenantIds"] == .object(["Bearer \(token)": 7]))
    #expect(events.count == 1)
    #expect(events[0]["type"]?.text == "customer-deleted-v1")
    #expect(events[0]["entityId"]?.text == "1" && events[0]["tenantId"]?.integer == 7)
    #expect(events[0]["offset"]?.text == topic.events[2].offset)
    #expect(events[0]["timestamp"]?.text == "1970-01-01T00:00:30.000Z")
  }

  @Test func offsetsAreAllDifferentAndTellNothingOfTheirOrder() {
    var topic = FortnoxTopic(FortnoxEventsSeed())
    for number in 0..<1000 { topic.append(.created, of: "\(number)", tenant: 7, at: 0) }
    let offsets = topic.events.map(\.offset)
    #expect(Set(offsets).count == 1000)
    #expect(offsets != offsets.sorted())
  }

  @Test func eachBeliefCanBePlayedTheOtherWay() throws {
    func kinds(_ configure: (inout FortnoxEventsSeed) -> Void, after index: Int?) throws -> [String] {
      let topic = topic(configure)
      return try talk(topic, [tenants(), addition(after: index.map { topic.events[$0].offset }), subscribe]).events
        .compactMap { $0["type"]?.text }
    }
    #expect(try kinds({ _ in }, after: nil) == [])
    #expect(try kinds({ $0.withoutOffset = .earliest }, after: nil) == ["customer-created-v1", "customer-deleted-v1"])
    #expect(try kinds({ $0.offsets = .from }, after: 0) == ["customer-created-v1", "customer-deleted-v1"])
    #expect(try kinds({ $0.offsets = .ignored }, after: 0) == [])
    #expect(try kinds({ $0.tellsDeletions = false }, after: 0) == [])
    #expect(try kinds({ $0.repeats = true }, after: 0) == ["customer-deleted-v1", "customer-deleted-v1"])
    #expect(try kinds({ $0.retentionDays = 0 }, after: 0) == [])
    let numbers = try talk(
      topic {
        $0.writesNumbers = true
        $0.withoutOffset = .earliest
      }, [tenants(), addition(after: nil), subscribe])
    let first = try #require(numbers.events.first)
    #expect(first["entityId"] == .number("1"))
    #expect(first["offset"]?.integer != nil)
  }

  @Test func theTimeOfAnEventIsWrittenInEachWay() {
    func time(_ timestamps: FortnoxEventsSeed.Timestamps, _ time: Double) -> String? {
      var seed = FortnoxEventsSeed()
      seed.timestamps = timestamps
      var topic = FortnoxTopic(seed)
      topic.append(.created, of: "1", tenant: 7, at: time)
      return topic.json(topic.events[0])["timestamp"]?.text
    }
    #expect(time(.utc, 1_769_602_222) == "2026-01-28T12:10:22.000Z")
    #expect(time(.zoned, 1_769_602_222) == "2026-01-28T13:10:22.000+01:00")
    #expect(time(.local, 1_769_602_222) == "2026-01-28T13:10:22.000")
    #expect(time(.none, 1_769_602_222) == nil)
    #expect(time(.zoned, 1_782_864_000) == "2026-07-01T02:00:00.000+02:00")
  }

  @Test func aTopicIsTakenInTheFormThatItHasToHave() throws {
    let text = #"{"command":"add-topics-v1","topics":["customers"]}"#
    func results(_ form: FortnoxEventsSeed.TopicForm) throws -> [String?] {
      try talk(topic { $0.topicForm = form }, [text, addition(after: nil)]).replies.map { $0["result"]?.text }
    }
    #expect(try results(.object) == ["error", "ok"])
    #expect(try results(.text) == ["ok", "error"])
    #expect(try results(.both) == ["ok", "ok"])
  }

  @Test func refusesTokensSecretsTopicsAndCommandsThatAreNone() throws {
    let (replies, events) = try talk(
      topic(),
      [
        tenants("fel"), tenants(secret: "fel"), subscribe, addition(after: "okänd"),
        #"{"command":"add-topics-v1","topics":[{"topic":"kunder"}]}"#, "nonsense",
      ])
    #expect(replies.map { $0["result"]?.text } == Array(repeating: "error", count: 6))
    #expect(replies[0]["invalidTokens"]?[0]?.text == "Bearer fel")
    #expect(replies[3]["invalidTopics"]?[0]?.text == "customers")
    #expect(events.isEmpty)
  }

  @Test func everyWayToChangeACustomerIsTold() async throws {
    try await Rehearsal.run(seed: ["fortnox": ["customers": [["CustomerNumber": "1", "Name": "Ett AB"]]]]) {
      $0.eventsPort = 0
    } _: { it in
      _ = try await it.ask("POST", "/fortnox/3/customers", ["Customer": ["CustomerNumber": "2", "Name": "Två AB"]])
      _ = try await it.ask("PUT", "/fortnox/3/customers/2", ["Customer": ["City": "Storstad"]])
      _ = try await it.ask("DELETE", "/fortnox/3/customers/2")
      _ = try await it.ask("PUT", "/_sandbox/fortnox/customers/3", ["Name": "Tre AB"])
      _ = try await it.ask("PUT", "/_sandbox/fortnox/customers/3", ["City": "Storstad"])
      _ = try await it.ask("DELETE", "/_sandbox/fortnox/customers/1")
      // Neither of these changes anything.
      _ = try await it.ask("PUT", "/fortnox/3/customers/9", ["Customer": ["City": "Storstad"]])
      _ = try await it.ask("GET", "/fortnox/3/customers/3")
      let events = try await it.ask("GET", "/_sandbox/state").json["fortnox"]?["events"]?.elements ?? []
      #expect(
        events.map { "\($0["type"]?.text ?? "") \($0["entityId"]?.text ?? "")" } == [
          "customer-created-v1 2", "customer-updated-v1 2", "customer-deleted-v1 2", "customer-created-v1 3",
          "customer-updated-v1 3", "customer-deleted-v1 1",
        ])
    }
  }

  @Test func withoutItsOptionNothingListensForStreams() async throws {
    try await Rehearsal.run { it in
      let port = try await it.ask("GET", "/_sandbox/state").json["eventsPort"]
      #expect(port == .null)
    }
  }

  @Test func refusesOtherAddressesAndRequestsThatOpenNoStream() async throws {
    try await Rehearsal.run {
      $0.eventsPort = 0
    } _: { it in
      let port = try #require(try await it.ask("GET", "/_sandbox/state").json["eventsPort"]?.integer)
      let answer = try await HTTPClient.send("GET", "/fortnox/topics-v1", port: port, headers: [:], body: [])
      #expect(answer?.status == 404)
    }
  }
}
