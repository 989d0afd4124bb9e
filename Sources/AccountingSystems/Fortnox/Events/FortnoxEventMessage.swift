import Documents
import HTTP
import Texts

/// What Fortnox' stream of events sends: an event, or the answer to a command.
enum FortnoxEventMessage {
  case event(FortnoxEvent)
  case reply(FortnoxEventReply)

  /// Nil for what is neither.
  init?(_ text: String) {
    guard let node = try? JSONNode(parsing: Array(text.utf8)), case .object = node else { return nil }
    if node["topic"] != nil {
      guard let event = FortnoxEvent(node) else { return nil }
      self = .event(event)
    } else if node["response"] != nil || node["result"] != nil {
      self = .reply(FortnoxEventReply(node))
    } else {
      return nil
    }
  }
}

/// That something happened to a record. What, is not read of it: asking for the record tells that, whatever the type of the
/// event is called (`customer-updated-v1` and `-v2` have been seen).
struct FortnoxEvent {
  let topic: String
  let offset: String
  /// The customer number.
  let entity: String
  /// The company's id; nil where it is not told.
  let tenant: String?
  /// When it happened; nil where that is not told in a form that is known.
  let time: UTCInstant?

  /// The longest name of an event or of a record, in bytes: many thousands of them are kept.
  static let longestName = 1024

  init?(_ node: JSONNode) {
    func name(_ key: String) -> String? {
      guard let text = node[key]?.scalarText, (1...Self.longestName).contains(text.utf8.count) else { return nil }
      return text
    }
    guard let topic = node["topic"]?.scalarText, let offset = name("offset"), let entity = name("entityId") else {
      return nil
    }
    self.topic = topic
    self.offset = offset
    self.entity = entity
    tenant = node["tenantId"]?.scalarText
    time = node["timestamp"]?.scalarText.flatMap(UTCInstant.init(zoned:))
  }
}

/// The answer to a command.
struct FortnoxEventReply {
  /// Why a stream does not begin.
  enum Refusal: Error {
    case token
    case topic
    case broken(WebSocketFailure)

    /// A part of a sentence.
    var reason: Text {
      switch self {
      case .token: FortnoxEventTexts.tokenRefused
      case .topic: FortnoxEventTexts.topicRefused(FortnoxEventCommand.topic)
      case .broken(let failure): failure.reason
      }
    }
  }

  /// Which command is answered; nil where that is not told.
  let command: String?
  let isOK: Bool
  /// The companies that were added. One of others' clients reads an object with a key for each token, another a list.
  let tenants: Set<String>

  init(_ node: JSONNode) {
    command = node["response"]?.scalarText
    let refused = ["invalidTokens", "invalidTopics"].contains { name in
      guard case .array(let items)? = node[name] else { return false }
      return !items.isEmpty
    }
    isOK = !refused && (node["result"]?.scalarText ?? "ok").lowercased() == "ok"
    tenants =
      switch node["tenantIds"] {
      case .object(let members)?: Set(members.compactMap { $0.value.scalarText })
      case .array(let items)?: Set(items.compactMap(\.scalarText))
      default: []
      }
  }
}
