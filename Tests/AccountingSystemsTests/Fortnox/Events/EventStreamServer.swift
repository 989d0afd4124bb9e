import TestSupport
import CustomerModel
import Documents
import Foundation
import Synchronization

@testable import AccountingSystems

/// A login whose token is always the same.
struct FixedToken: TokenSource {
  func accessToken() throws(KundregError) -> String { "hemlig-token" }
  func accessToken(replacing refused: String) throws(KundregError) -> String { "hemlig-token" }
}

/// A server that answers the commands as vendor and clients have it, and then tells events.
final class EventStreamServer: Sendable {
  let server: RawWebSocketServer
  /// The commands that came.
  let log = Log()

  /// - Parameters:
  ///   - replies: what is answered to a command; `ok` where it has nothing.
  ///   - events: what is sent after the subscription.
  init(
    _ events: [String] = [], replies: @escaping @Sendable (String, JSONNode) -> String? = { _, _ in nil },
    closes: Bool = false
  ) throws {
    server = try RawWebSocketServer { [log] _, peer in
      while let text = peer.receiveText(), let node = try? JSONNode(parsing: Array(text.utf8)) {
        log.append(node)
        let command = node["command"]?.scalarText ?? ""
        let tenants = command == "add-tenants-v1" ? #","tenantIds":{"Bearer hemlig-token":7}"# : ""
        peer.sendText(
          replies(command, node) ?? #"{"response":"\#(command)","result":"ok"\#(tenants)}"#)
        guard command == "subscribe-v1" else { continue }
        for event in events { peer.sendText(event) }
        if closes { return }
      }
    }
  }

  final class Log: Sendable {
    private let nodes = Mutex<[JSONNode]>([])
    var all: [JSONNode] { nodes.withLock { $0 } }
    func append(_ node: JSONNode) { nodes.withLock { $0.append(node) } }
  }

  func changes(
    after position: EventPosition? = nil, maximum: Int = 100, quiet: Double = 0.3, answer: Double = 0.5
  ) throws -> ToldChanges {
    let events = FortnoxChangeEvents(
      url: server.url, clientSecret: { Secret("hemlig-klient") }, tokens: FixedToken(),
      patience: FortnoxChangeEvents.Patience(answer: answer, quiet: quiet, whole: 5), maximumEvents: maximum)
    return try events.subscribe(after: position).changes()
  }

  /// An event as the vendor shows it.
  static func event(
    _ offset: String, _ entity: String, type: String = "customer-updated-v1", tenant: String = "7",
    topic: String = "customers"
  ) -> String {
    """
    {"topic":"\(topic)","offset":"\(offset)","type":"\(type)","tenantId":\(tenant),"entityId":"\(entity)",\
    "timestamp":"2026-01-28T12:00:00.500+01:00"}
    """
  }
}
