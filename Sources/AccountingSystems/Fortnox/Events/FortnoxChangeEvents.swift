package import Foundation
package import HTTP

/// Fortnox' events about customers, over a websocket.
///
/// Source: Fortnox developer, "Websockets": one stream for all topics and companies; events have an opaque offset each and
/// come in order, at least once; an offset that is handed in gives what came after it, for two weeks. What the commands and
/// their answers look like is seen in others' clients: see "To be confirmed" in docs/accounting-systems.md.
package struct FortnoxChangeEvents: CustomerChangeEvents {
  private let url: URL
  private let clientSecret: @Sendable () throws -> Secret
  private let tokens: any TokenSource
  private let cancellation: Cancellation
  private let patience: Patience
  private let maximumEvents: Int
  private let now: @Sendable () -> Date

  /// - Parameters:
  ///   - url: such as `wss://ws.fortnox.se/topics-v1`.
  ///   - clientSecret: asked for when it is needed.
  ///   - maximumEvents: how many events are read in one go.
  ///   - now: the time, asked only when the server does not tell it.
  package init(
    url: URL, clientSecret: @escaping @Sendable () throws -> Secret, tokens: any TokenSource,
    cancellation: Cancellation = Cancellation(), patience: Patience = Patience(),
    maximumEvents: Int = Self.maximumEvents, now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.url = url
    self.clientSecret = clientSecret
    self.tokens = tokens
    self.cancellation = cancellation
    self.patience = patience
    self.maximumEvents = maximumEvents
    self.now = now
  }

  package func subscribe(
    after position: EventPosition?
  ) throws(ChangeEventFailure) -> any ChangeEventSubscription {
    let secret: Secret
    let token: String
    do {
      secret = try clientSecret()
      token = try tokens.accessToken()
    } catch {
      throw ChangeEventFailure(FortnoxEventTexts.noLogin)
    }
    do throws(FortnoxEventReply.Refusal) {
      do throws(FortnoxEventReply.Refusal) {
        return try open(secret, token, after: position, topicForm: .object)
      } catch .topic {
        // Others' clients write topics in two ways.
        return try open(secret, token, after: position, topicForm: .text)
      }
    } catch {
      let isOfTopic = if case .topic = error { true } else { false }
      throw ChangeEventFailure(error.reason, refusesPosition: position != nil && isOfTopic)
    }
  }

  private func open(
    _ secret: Secret, _ token: String, after position: EventPosition?, topicForm: FortnoxEventCommand.TopicForm
  ) throws(FortnoxEventReply.Refusal) -> FortnoxEventSubscription {
    let connection: WebSocketConnection
    do throws(WebSocketFailure) {
      connection = try WebSocketConnection(url, cancellation: cancellation)
    } catch {
      throw .broken(error)
    }
    let told = connection.fields["date"].flatMap(UTCInstant.init(httpDate:)) ?? UTCInstant(now())
    var stream = FortnoxEventStream(
      connection, after: position, patience: patience, maximumEvents: maximumEvents, time: told)
    try stream.begin(secret, token, topicForm)
    return FortnoxEventSubscription(stream)
  }
}
