import ERPSandbox
import Testing

/// Times as the systems write and read them.
@Suite struct TimeTextTests {
  @Test(arguments: [
    (1_769_601_600.25, "2026-01-28T12:00:00.250Z"), (0, "1970-01-01T00:00:00.000Z"),
    (951_782_400, "2000-02-29T00:00:00.000Z"), (4_107_542_400, "2100-03-01T00:00:00.000Z"),
  ])
  func utc(_ time: Double, _ text: String) {
    #expect(TimeText.utc(time) == text)
    #expect(TimeText.parseUTC(text) == time)
  }

  /// Summer time in 2026 is from 29 March to 25 October, in 2027 from 28 March.
  @Test(arguments: [
    ("2026-01-28T12:00:00Z", "2026-01-28 13:00"), ("2026-03-29T00:59:59Z", "2026-03-29 01:59"),
    ("2026-03-29T01:00:00Z", "2026-03-29 03:00"), ("2026-07-01T22:30:00Z", "2026-07-02 00:30"),
    ("2026-10-25T00:59:59Z", "2026-10-25 02:59"), ("2026-10-25T01:00:00Z", "2026-10-25 02:00"),
    ("2027-03-28T01:00:00Z", "2027-03-28 03:00"), ("2026-12-31T23:30:00Z", "2027-01-01 00:30"),
  ])
  func stockholm(_ utc: String, _ local: String) throws {
    let time = try #require(TimeText.parseUTC(utc))
    #expect(TimeText.stockholmMinute(time) == local)
  }

  @Test(arguments: [
    "2026-01-28", "2026-01-28T12:00:00", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-01-28T24:00Z",
  ])
  func otherTextsAreNoTimes(_ text: String) {
    #expect(TimeText.parseUTC(text) == nil)
  }

  @Test func offsetsAreTakenAway() {
    #expect(TimeText.parseUTC("2026-01-28T13:30:00+01:30") == 1_769_601_600)
    #expect(TimeText.parseUTC("2026-01-28T11:00:00-01:00") == 1_769_601_600)
  }
}
