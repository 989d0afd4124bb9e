import HTTP

/// Fortnox' events about the customers of one company, from the first command of their stream to its end.
struct FortnoxEventStream {
  private let connection: WebSocketConnection
  private let position: EventPosition?
  private let patience: FortnoxChangeEvents.Patience
  private let maximumEvents: Int
  private var tenants: Set<String> = []
  private var reading: Reading

  /// - Parameter time: now, by the server's clock.
  init(
    _ connection: WebSocketConnection, after position: EventPosition?, patience: FortnoxChangeEvents.Patience,
    maximumEvents: Int, time: UTCInstant
  ) {
    self.connection = connection
    self.position = position
    self.patience = patience
    self.maximumEvents = maximumEvents
    reading = Reading(after: position, now: time)
  }

  /// Says whose events of which topic are wanted. A refusal ends the connection.
  mutating func begin(
    _ secret: Secret, _ token: String, _ form: FortnoxEventCommand.TopicForm
  ) throws(FortnoxEventReply.Refusal) {
    var early: [FortnoxEvent] = []
    do throws(FortnoxEventReply.Refusal) {
      let added = try ask(.addTenants(secret: secret, token: token), &early)
      guard added.isOK else { throw .token }
      tenants = added.tenants
      guard try ask(.addTopic(after: position.map { $0.before ?? $0.offset }, form), &early).isOK else { throw .topic }
      guard try ask(.subscribe, &early).isOK else {
        throw .broken(WebSocketFailure(FortnoxEventTexts.subscriptionRefused))
      }
    } catch {
      connection.close()
      throw error
    }
    for event in early { take(event) }
  }

  /// - Parameter early: what comes before the answer.
  private func ask(
    _ command: FortnoxEventCommand, _ early: inout [FortnoxEvent]
  ) throws(FortnoxEventReply.Refusal) -> FortnoxEventReply {
    do throws(WebSocketFailure) {
      try connection.send(command.json)
      let deadline = ContinuousClock.now + .seconds(patience.answer)
      while let text = try connection.receive(within: max(0, (deadline - .now) / .seconds(1))) {
        switch FortnoxEventMessage(text) {
        case .reply(let reply) where reply.command == command.name || reply.command == nil: return reply
        case .event(let event) where early.count < maximumEvents: early.append(event)
        default: throw WebSocketFailure(FortnoxEventTexts.noAnswer(to: command.name))
        }
      }
      throw WebSocketFailure(FortnoxEventTexts.noAnswerInTime(to: command.name))
    } catch {
      throw .broken(error)
    }
  }

  // MARK: Events

  /// Takes what comes within so many seconds, one message at most; pings are answered. False when no more can come.
  mutating func listen(for seconds: Double) -> Bool {
    guard reading.told.trouble == nil else { return false }
    do throws(WebSocketFailure) {
      _ = try receive(within: seconds)
      return true
    } catch {
      reading.told.trouble = error.reason
      return false
    }
  }

  /// Reads until it is quiet, and ends the connection.
  mutating func readToEnd() -> ToldChanges {
    defer { connection.close() }
    guard reading.told.trouble == nil else { return reading.told }
    do throws(WebSocketFailure) {
      try readUntilQuiet()
    } catch {
      reading.told.trouble = error.reason
    }
    return reading.told
  }

  private mutating func readUntilQuiet() throws(WebSocketFailure) {
    let end = ContinuousClock.now + .seconds(patience.whole)
    while true {
      let left = (end - .now) / .seconds(1)
      // The known event must come, and finding it may take the server its time; after it there may be none.
      let wait = position == nil || reading.told.isProven ? patience.quiet : patience.answer
      if left > 0, try receive(within: min(wait, left)) { continue }
      guard left >= wait else {
        throw WebSocketFailure(FortnoxEventTexts.notReadToEnd(seconds: Int(patience.whole.rounded(.up))))
      }
      return
    }
  }

  /// Takes the next message. False when none came in time.
  private mutating func receive(within seconds: Double) throws(WebSocketFailure) -> Bool {
    guard reading.count <= maximumEvents else { throw WebSocketFailure(FortnoxEventTexts.tooMuch) }
    guard let text = try connection.receive(within: seconds) else { return false }
    switch FortnoxEventMessage(text) {
    case .event(let event): take(event)
    case .reply(let reply) where reply.isOK: break
    default: throw WebSocketFailure(FortnoxEventTexts.noEvent)
    }
    return true
  }

  private mutating func take(_ event: FortnoxEvent) {
    let isOurs = tenants.isEmpty || event.tenant.map(tenants.contains) ?? true
    guard event.topic == FortnoxEventCommand.topic, isOurs else { return }
    reading.take(event)
  }

  /// What was told so far.
  private struct Reading {
    private let known: EventPosition?
    /// When it began, by the server's clock.
    private let now: UTCInstant
    private var offsets: Set<String> = []
    private var ids: Set<String> = []
    private var last: String?
    private(set) var count = 0
    var told = ToldChanges()

    init(after position: EventPosition?, now: UTCInstant) {
      known = position
      self.now = now
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
        move(to: event)
        return
      }
      if ids.insert(event.entity).inserted { told.ids.append(event.entity) }
      guard isNew else { return }
      told.position = EventPosition(offset: event.offset, before: last ?? known?.offset)
      move(to: event)
    }

    private mutating func move(to event: FortnoxEvent) {
      last = event.offset
      // A clock that goes ahead must not keep a listing from what happened until now.
      if let time = event.time { told.cursor = (min(time, now) - FortnoxChangeEvents.fallbackOverlap).iso }
    }
  }
}
