/// One client's stream of Fortnox' events.
struct FortnoxStream: Sendable {
  private var tenants: Set<Int> = []
  /// The place of the next event; nil before the topic was added.
  private var next: Int?
  private var isSubscribed = false
  private var replies: [String] = []
  /// What goes wrong with this one.
  private let fault: Fault.Kind?

  init(fault: Fault.Kind?) { self.fault = fault }

  /// What is to be sent.
  struct Outgoing: Sendable {
    var replies: [String] = []
    var events: [String] = []
    /// True when the connection ends in the middle of the first event.
    var isCut = false
    /// True when it ends after the replies.
    var ends = false
  }

  /// Takes a command; what is answered goes with what is sent next.
  mutating func take(_ text: String, _ topic: FortnoxTopic, _ tokens: TokenOffice, now: Double) {
    let json = (try? JSONReader.read(Array(text.utf8))) ?? .null
    let command = json["command"]?.text ?? ""
    var reply: [String: JSON] = ["response": .string(command), "result": "ok"]
    switch command {
    case "add-tenants-v1": addTenants(json, topic.seed, tokens, now: now, &reply)
    case "add-topics-v1": addTopics(json, topic, now: now, &reply)
    case "subscribe-v1" where next != nil && !tenants.isEmpty: isSubscribed = true
    default: reply["result"] = "error"
    }
    replies.append(String(decoding: JSONWriter.write(.object(reply)), as: UTF8.self))
  }

  private mutating func addTenants(
    _ json: JSON, _ seed: FortnoxEventsSeed, _ tokens: TokenOffice, now: Double, _ reply: inout [String: JSON]
  ) {
    var added: [String: JSON] = [:]
    var invalid: [JSON] = []
    let secret = json["clientSecret"]?.text ?? ""
    for token in json["accessTokens"]?.elements?.compactMap(\.text) ?? [] {
      let grant = tokens.grant(
        bearer: token.hasPrefix("Bearer ") ? String(token.dropFirst(7)) : nil, now: now)
      if fault != .unauthorized, let grant, !secret.isEmpty, tokens.accepts(secret: secret, of: grant),
        let tenant = Int(tokens.tenants[grant.company - 1])
      {
        tenants.insert(tenant)
        added[token] = JSON(tenant)
      } else {
        invalid.append(.string(token))
      }
    }
    if added.isEmpty { reply["result"] = "error" }
    if !invalid.isEmpty { reply["invalidTokens"] = .array(invalid) }
    reply["tenantIds"] = seed.listsTenants ? .array(Array(added.values)) : .object(added)
  }

  private mutating func addTopics(
    _ json: JSON, _ topic: FortnoxTopic, now: Double, _ reply: inout [String: JSON]
  ) {
    var invalid: [JSON] = []
    for item in json["topics"]?.elements ?? [] {
      let isObject = item.members != nil
      let name = isObject ? item["topic"]?.text : item.text
      let offset = isObject ? item["offset"]?.text : name.flatMap { json["offsets"]?[$0]?.text }
      let isForm = topic.seed.topicForm == .both || isObject == (topic.seed.topicForm == .object)
      if isForm, name == FortnoxTopic.name, let place = topic.beginning(after: offset, now: now) {
        next = place
      } else {
        invalid.append(.string(name ?? ""))
      }
    }
    guard !invalid.isEmpty else { return }
    reply["result"] = "error"
    reply["invalidTopics"] = .array(invalid)
  }

  /// What is to be sent now.
  mutating func drain(_ topic: FortnoxTopic) -> Outgoing {
    var outgoing = Outgoing(replies: replies)
    replies = []
    guard isSubscribed, let first = next else { return outgoing }
    if fault == .dropAfter { outgoing.ends = true }
    next = topic.events.count
    let own = topic.events[first...].filter { tenants.contains($0.tenant) }.map(topic.text)
    outgoing.events = topic.seed.repeats ? own.flatMap { [$0, $0] } : own
    outgoing.isCut = fault == .truncate && !own.isEmpty
    return outgoing
  }
}
