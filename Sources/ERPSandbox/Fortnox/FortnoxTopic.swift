/// The events about customers of all of Fortnox' companies, in the order in which they happened.
struct FortnoxTopic: Sendable {
  static let name = "customers"

  /// What happened to a customer.
  enum Kind: Sendable {
    case created, updated, deleted
  }

  struct Event: Sendable {
    /// What the event is called: tells nothing of its place.
    let offset: String
    let kind: Kind
    let tenant: Int
    /// The customer's number.
    let entity: String
    /// Seconds since 1970-01-01 00:00 UTC.
    let time: Double
  }

  let seed: FortnoxEventsSeed
  private(set) var events: [Event] = []
  private var places: [String: Int] = [:]

  init(_ seed: FortnoxEventsSeed) { self.seed = seed }

  mutating func append(_ kind: Kind, of entity: String, tenant: Int, at time: Double) {
    guard kind != .deleted || seed.tellsDeletions else { return }
    let offset = offset(at: events.count)
    places[offset] = events.count
    events.append(Event(offset: offset, kind: kind, tenant: tenant, entity: entity, time: time))
  }

  /// A text for each place that no other has. Multiplying by an odd number is one to one.
  private func offset(at place: Int) -> String {
    let number = (UInt32(truncatingIfNeeded: place) &+ 977) &* 2_654_435_761
    return seed.writesNumbers ? String(number) : "x" + String(number, radix: 36)
  }

  /// The place at which a stream begins; nil when it does not.
  func beginning(after offset: String?, now: Double) -> Int? {
    let oldest = now - seed.retentionDays * 86_400
    func place(_ beginning: FortnoxEventsSeed.Beginning) -> Int? {
      switch beginning {
      case .earliest: events.firstIndex { $0.time >= oldest } ?? events.count
      case .now: events.count
      case .refused: nil
      }
    }
    guard let offset else { return place(seed.withoutOffset) }
    if seed.offsets == .ignored { return events.count }
    guard let index = places[offset] else { return nil }
    if events[index].time < oldest { return place(seed.expired) }
    return seed.offsets == .from ? index : index + 1
  }

  /// An event as it is sent.
  func text(_ event: Event) -> String { String(decoding: JSONWriter.write(json(event)), as: UTF8.self) }

  func json(_ event: Event) -> JSON {
    func value(_ text: String) -> JSON {
      seed.writesNumbers && Int(text).map(String.init) == text ? .number(text) : .string(text)
    }
    let type =
      switch event.kind {
      case .created: "customer-created-v1"
      case .updated: seed.updatedType
      case .deleted: "customer-deleted-v1"
      }
    var members: [String: JSON] = [
      "topic": .string(Self.name), "offset": value(event.offset), "type": .string(type),
      "tenantId": JSON(event.tenant), "entityId": value(event.entity),
    ]
    members["timestamp"] = timestamp(event.time).map(JSON.string)
    return .object(members)
  }

  private func timestamp(_ time: Double) -> String? {
    let (clock, zone) = TimeText.stockholm(time)
    return switch seed.timestamps {
    case .utc: TimeText.utc(time)
    case .zoned: clock + zone
    case .local: clock
    case .none: nil
    }
  }
}
