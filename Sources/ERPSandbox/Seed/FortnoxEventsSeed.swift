/// What is not known of Fortnox' events, one way or the other.
struct FortnoxEventsSeed: Sendable {
  /// How a topic may be written: `{"topic": "customers"}`, `"customers"`, or both ways. Clients are seen to do either.
  enum TopicForm: String, Sendable, CaseIterable {
    case object, text, both
  }

  /// Where a stream begins that is given an offset: after its event, or with it; or the offset is not minded, and it begins now.
  enum Offsets: String, Sendable, CaseIterable {
    case after, from, ignored
  }

  /// Where a stream begins that is given an offset which is too old, or none at all.
  enum Beginning: String, Sendable, CaseIterable {
    case earliest, now, refused
  }

  /// How the time of an event is written: in UTC, as a clock in Stockholm shows with or without its zone, or not at all.
  enum Timestamps: String, Sendable, CaseIterable {
    case utc, zoned, local, none
  }

  var topicForm = TopicForm.object
  var offsets = Offsets.after
  var expired = Beginning.earliest
  var withoutOffset = Beginning.now
  var tellsDeletions = true
  /// What a change is called. Newer clients have `customer-updated-v2`.
  var updatedType = "customer-updated-v1"
  /// True where the companies that were added are a list, not an object by tokens.
  var listsTenants = false
  /// True where offsets and customer numbers that are made of digits are numbers.
  var writesNumbers = false
  var timestamps = Timestamps.utc
  /// True where each event comes twice.
  var repeats = false
  /// How long events are kept, in days.
  var retentionDays = 14.0

  init() {}

  init(_ json: JSON, place: String) throws {
    let reader = try SeedReader(
      json, place: place,
      keys: [
        "topicForm", "offsets", "expired", "withoutOffset", "tellsDeletions", "updatedType", "listsTenants",
        "writesNumbers", "timestamps", "repeats", "retentionDays",
      ])
    topicForm = try reader.choice("topicForm") ?? topicForm
    offsets = try reader.choice("offsets") ?? offsets
    expired = try reader.choice("expired") ?? expired
    withoutOffset = try reader.choice("withoutOffset") ?? withoutOffset
    tellsDeletions = try reader.flag("tellsDeletions") ?? tellsDeletions
    updatedType = try reader.text("updatedType") ?? updatedType
    listsTenants = try reader.flag("listsTenants") ?? listsTenants
    writesNumbers = try reader.flag("writesNumbers") ?? writesNumbers
    timestamps = try reader.choice("timestamps") ?? timestamps
    repeats = try reader.flag("repeats") ?? repeats
    retentionDays = try reader.integer("retentionDays").map(Double.init) ?? retentionDays
  }
}
