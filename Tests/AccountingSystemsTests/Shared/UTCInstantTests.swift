import Testing

@testable import AccountingSystems

struct UTCInstantTests {
  @Test(arguments: [
    ("2026-01-28T12:10:22.743Z", 1_769_602_222), ("2026-01-28T12:10:22Z", 1_769_602_222),
    ("2026-01-28T12:10:22", 1_769_602_222), ("2026-01-28T12:10:22.1234567+00:00", 1_769_602_222),
    ("1970-01-01T00:00:00Z", 0), ("2024-02-29T23:59:59Z", 1_709_251_199), ("2000-03-01T00:00:00Z", 951_868_800),
  ])
  func readsISO(text: String, seconds: Int) { #expect(UTCInstant(iso: text)?.seconds == seconds) }

  @Test(arguments: [
    "", "yesterday", "2026-01-28", "2026-01-28T12:10:22+01:00", "2026-13-28T12:10:22Z", "2026-01-28T24:10:22Z",
    "aaaa-01-28T12:10:22Z",
  ])
  func refusesWhatIsNoTimeInUTC(text: String) { #expect(UTCInstant(iso: text) == nil) }

  @Test(arguments: [
    ("2026-01-28T13:10:22.743+01:00", 1_769_602_222), ("2026-01-28T06:40:22-05:30", 1_769_602_222),
    ("2026-01-28T12:10:22Z", 1_769_602_222), ("2026-01-28T12:10:22", 1_769_602_222),
  ])
  func readsTimesOfOtherZones(text: String, seconds: Int) { #expect(UTCInstant(zoned: text)?.seconds == seconds) }

  @Test(arguments: [
    "", "+01:00", "2026-01-28", "2026-01-28+01:00", "2026-01-28T12:10:22+0100", "2026-01-28T12:10:22+1:00",
  ])
  func refusesTimesOfUnknownForm(text: String) { #expect(UTCInstant(zoned: text) == nil) }

  @Test(arguments: [
    ("Sun, 25 Oct 2026 00:30:00 GMT", 1_792_888_200), ("Thu, 01 Jan 1970 00:00:01 GMT", 1),
  ])
  func readsTheDateOfAnAnswer(text: String, seconds: Int) { #expect(UTCInstant(httpDate: text)?.seconds == seconds) }

  @Test(arguments: ["", "Sun, 25 Okt 2026 00:30:00 GMT", "Sun, 25 Oct 2026 00:30:00 CET", "2026-10-25T00:30:00Z"])
  func refusesOtherDates(text: String) { #expect(UTCInstant(httpDate: text) == nil) }

  @Test(arguments: [
    (1_769_602_222, "2026-01-28T12:10:22Z"), (0, "1970-01-01T00:00:00Z"), (1_709_251_199, "2024-02-29T23:59:59Z"),
    (951_868_800, "2000-03-01T00:00:00Z"), (1_798_761_599, "2026-12-31T23:59:59Z"),
  ])
  func writesISO(seconds: Int, text: String) { #expect(UTCInstant(seconds: seconds).iso == text) }
}
