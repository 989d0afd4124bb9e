import Testing

@testable import AccountingSystems

struct FortnoxClockTests {
  @Test(arguments: [
    // Winter: an hour ahead of UTC. Ten minutes of overlap, cut to the minute.
    ("2026-01-28T12:20:59Z", "2026-01-28T23:00:00Z", "2026-01-28 13:10"),
    // Summer: two hours ahead.
    ("2026-07-01T22:05:00Z", "2026-07-02T22:00:00Z", "2026-07-01 23:55"),
    // Over the change to summer time, which repeats nothing.
    ("2026-03-28T22:10:00Z", "2026-03-29T22:00:00Z", "2026-03-28 23:00"),
    ("2026-03-29T01:05:00Z", "2026-03-29T22:00:00Z", "2026-03-29 01:55"),
    // The change from summer time, at 01:00 UTC, lies between: what was changed after it may bear an earlier local time.
    ("2026-10-24T22:10:00Z", "2026-10-25T22:00:00Z", "2026-10-24 23:00"),
    // In the hour that is about to repeat: 02:20 could be read as the later of the two.
    ("2026-10-25T00:30:00Z", "2026-10-25T00:35:00Z", "2026-10-25 01:20"),
    ("2026-10-25T00:30:00Z", "2026-10-26T00:30:00Z", "2026-10-25 01:20"),
    // Just after the change: ten minutes before it was 02:55, and then came 02:05 again.
    ("2026-10-25T01:05:00Z", "2026-10-25T22:00:00Z", "2026-10-25 01:55"),
    // In the hour that repeats: the same text names both, and the earlier is meant.
    ("2026-10-25T01:30:00Z", "2026-10-25T22:00:00Z", "2026-10-25 02:20"),
    // Past it.
    ("2026-10-25T03:00:00Z", "2026-10-25T22:00:00Z", "2026-10-25 03:50"),
  ])
  func lastModifiedIsSwedishLocalTimeFromWhichNothingIsMissed(cursor: String, now: String, sent: String) throws {
    let cursor = try #require(UTCInstant(iso: cursor))
    let now = try #require(UTCInstant(iso: now))
    #expect(FortnoxClock.lastModified(since: cursor, now: now) == sent)
  }
}
