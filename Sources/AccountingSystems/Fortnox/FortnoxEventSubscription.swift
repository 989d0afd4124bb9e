/// A stream of Fortnox' events about the customers of one company, from its first command to its end.
final class FortnoxEventSubscription: ChangeEventSubscription {
  private let connection: WebSocketConnection
  private let position: EventPosition?
  private let patience: FortnoxChangeEvents.Patience
  private let maximumEvents: Int
  /// When it began, by the server's clock.
  private let time: UTCInstant
  private var tenants: Set<String> = []
  /// What came before all commands were answered.
  private var early: [FortnoxEvent] = []

  /// What may be told late is listed again, if it ever comes to that, in seconds: a day.
  private static let overlap = 86_400

  init(
    _ connection: WebSocketConnection, after position: EventPosition?, patience: FortnoxChangeEvents.Patience,
    maximumEvents: Int, time: UTCInstant
  ) {
    self.connection = connection
    self.position = position
    self.patience = patience
    self.maximumEvents = maximumEvents
    self.time = time
  }

  /// Says whose events of which topic are wanted. A refusal ends the connection.
  func begin(
    _ secret: Secret, _ token: String, _ form: FortnoxEventCommand.TopicForm
  ) throws(FortnoxEventReply.Refusal) {
    do throws(FortnoxEventReply.Refusal) {
      let added = try ask(.addTenants(secret: secret, token: token))
      guard added.isOK else { throw .token }
      tenants = added.tenants
      guard try ask(.addTopic(after: position.map { $0.before ?? $0.offset }, form)).isOK else { throw .topic }
      guard try ask(.subscribe).isOK else { throw .broken(WebSocketFailure("it does not let anybody subscribe")) }
    } catch {
      connection.close()
      throw error
    }
  }

  private func ask(_ command: FortnoxEventCommand) throws(FortnoxEventReply.Refusal) -> FortnoxEventReply {
    do throws(WebSocketFailure) {
      try connection.send(command.json)
      let deadline = ContinuousClock.now + .seconds(patience.answer)
      while let text = try connection.receive(within: max(0, (deadline - .now) / .seconds(1))) {
        switch FortnoxEventMessage(text) {
        case .reply(let reply) where reply.command == command.name || reply.command == nil: return reply
        case .event(let event) where early.count < maximumEvents: early.append(event)
        default: throw WebSocketFailure("it answered with something that is no answer to “\(command.name)”")
        }
      }
      throw WebSocketFailure("it did not answer to “\(command.name)” in time")
    } catch {
      throw .broken(error)
    }
  }

  func changes() -> ToldChanges {
    defer { connection.close() }
    var reading = Reading(after: position, cursor: (time - Self.overlap).iso)
    let end = ContinuousClock.now + .seconds(patience.whole)
    do throws(WebSocketFailure) {
      for event in early { take(event, in: &reading) }
      while true {
        guard reading.count <= maximumEvents, ContinuousClock.now < end else {
          throw WebSocketFailure("it told more than could be read in one go")
        }
        // The known event must come, and finding it may take the server its time; after it there may be none.
        let wait = position == nil || reading.told.isProven ? patience.quiet : patience.answer
        guard let text = try connection.receive(within: min(wait, (end - .now) / .seconds(1))) else { break }
        switch FortnoxEventMessage(text) {
        case .event(let event): take(event, in: &reading)
        case .reply(let reply) where reply.isOK: break
        default: throw WebSocketFailure("it told something that is no event")
        }
      }
    } catch {
      reading.told.trouble = error.reason
    }
    return reading.told
  }

  private func take(_ event: FortnoxEvent, in reading: inout Reading) {
    let isOurs = tenants.isEmpty || event.tenant.map(tenants.contains) ?? true
    guard event.topic == FortnoxEventCommand.topic, isOurs else { return }
    reading.take(event)
  }

  /// What was told so far.
  private struct Reading {
    private let known: EventPosition?
    private var offsets: Set<String> = []
    private var ids: Set<String> = []
    private var last: String?
    private(set) var count = 0
    var told: ToldChanges

    init(after position: EventPosition?, cursor: String) {
      known = position
      told = ToldChanges(cursor: cursor)
    }

    mutating func take(_ event: FortnoxEvent) {
      count += 1
      // An event that comes twice may come late: the place in the stream does not go back.
      let isNew = offsets.insert(event.offset).inserted
      // Asked from it: some servers give it again. It was told long ago.
      if let before = known?.before, event.offset == before { return }
      if event.offset == known?.offset {
        told.isProven = true
        guard isNew else { return }
        // What came before it was known.
        told.position = nil
        last = event.offset
        return
      }
      if ids.insert(event.entity).inserted { told.ids.append(event.entity) }
      guard isNew else { return }
      told.position = EventPosition(offset: event.offset, before: last ?? known?.offset)
      last = event.offset
    }
  }
}
