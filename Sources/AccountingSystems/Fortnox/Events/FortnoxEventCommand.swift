import Documents

/// A command to Fortnox' stream of events. Source: Fortnox developer, "Websockets", and others' clients.
enum FortnoxEventCommand {
  /// How a topic is written.
  enum TopicForm {
    /// `{"topic": "customers", "offset": "xDy7J"}`
    case object
    /// `"customers"`, and the offset beside it in `offsets`.
    case text
  }

  static let topic = "customers"

  case addTenants(secret: Secret, token: String)
  case addTopic(after: String?, TopicForm)
  case subscribe

  var name: String {
    switch self {
    case .addTenants: "add-tenants-v1"
    case .addTopic: "add-topics-v1"
    case .subscribe: "subscribe-v1"
    }
  }

  /// The text that is sent. It may hold secrets.
  var json: String {
    var members = [JSONNode.Member(key: "command", value: .text(name))]
    switch self {
    case .addTenants(let secret, let token):
      members += [
        .init(key: "clientSecret", value: .text(secret.exposed)),
        .init(key: "accessTokens", value: .array([.text("Bearer \(token)")])),
      ]
    case .addTopic(let offset, .object):
      var topic = [JSONNode.Member(key: "topic", value: .text(Self.topic))]
      if let offset { topic.append(.init(key: "offset", value: .text(offset))) }
      members.append(.init(key: "topics", value: .array([.object(topic)])))
    case .addTopic(let offset, .text):
      members.append(.init(key: "topics", value: .array([.text(Self.topic)])))
      if let offset {
        members.append(.init(key: "offsets", value: .object([.init(key: Self.topic, value: .text(offset))])))
      }
    case .subscribe: break
    }
    return JSONNode.object(members).json
  }
}
