import Foundation
import Testing

@testable import Runs

/// Times as people type them, in a zone with summer time: in 2026 from March 29 to October 25.
struct TypedTimeTests {
  private static let stockholm = TimeZone(identifier: "Europe/Stockholm")!

  @Test(
    "what has no zone is local time",
    arguments: [
      ("2026", "2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z"),
      ("2026-07", "2026-06-30T22:00:00Z", "2026-07-31T22:00:00Z"),
      ("2026-11-24", "2026-11-23T23:00:00Z", "2026-11-24T23:00:00Z"),
      ("2026-11-24 22", "2026-11-24T21:00:00Z", "2026-11-24T22:00:00Z"),
      ("2026-11-24T22:05", "2026-11-24T21:05:00Z", "2026-11-24T21:06:00Z"),
      ("2026-11-24 22:05:09", "2026-11-24T21:05:09Z", "2026-11-24T21:05:10Z"),
      ("2028-02-29", "2028-02-28T23:00:00Z", "2028-02-29T23:00:00Z"),
    ])
  func isLocal(text: String, start: String, end: String) throws {
    let time = try #require(TypedTime(text, in: Self.stockholm))
    #expect(time.stretches == [.init(start: start, end: end)])
    #expect(time.start == start)
    #expect(time.isWhole == (text == "2026-11-24 22:05:09"))
  }

  @Test(
    "with a zone it is that",
    arguments: [
      ("2026-11-24Z", "2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z"),
      ("2026-11-24T22:05:09Z", "2026-11-24T22:05:09Z", "2026-11-24T22:05:10Z"),
      ("2026-11-24 22:00+02:00", "2026-11-24T20:00:00Z", "2026-11-24T20:01:00Z"),
      ("2026-11-24T22-0530", "2026-11-25T03:30:00Z", "2026-11-25T04:30:00Z"),
    ])
  func hasAZone(text: String, start: String, end: String) throws {
    #expect(try #require(TypedTime(text, in: Self.stockholm)).stretches == [.init(start: start, end: end)])
  }

  @Test("days on which clocks are changed are shorter and longer")
  func daysOfChange() throws {
    func stretches(_ text: String) throws -> [TypedTime.Stretch] {
      try #require(TypedTime(text, in: Self.stockholm)).stretches
    }
    #expect(try stretches("2026-03-29") == [.init(start: "2026-03-28T23:00:00Z", end: "2026-03-29T22:00:00Z")])
    #expect(try stretches("2026-10-25") == [.init(start: "2026-10-24T22:00:00Z", end: "2026-10-25T23:00:00Z")])
    #expect(try stretches("2026-10-25 02") == [.init(start: "2026-10-25T00:00:00Z", end: "2026-10-25T02:00:00Z")])
    #expect(
      try stretches("2026-10-25 02:30") == [
        .init(start: "2026-10-25T00:30:00Z", end: "2026-10-25T00:31:00Z"),
        .init(start: "2026-10-25T01:30:00Z", end: "2026-10-25T01:31:00Z"),
      ])
  }

  @Test("what clocks skip is no time, and begins where they go on", arguments: ["2026-03-29 02", "2026-03-29 02:30"])
  func isSkipped(text: String) throws {
    let time = try #require(TypedTime(text, in: Self.stockholm))
    #expect(time.stretches == [])
    #expect(time.start == "2026-03-29T01:00:00Z")
  }

  @Test(
    "all else is no time",
    arguments: [
      "", "igår", "26-11-24", "2026-13", "2026-02-29", "2026-11-31", "2026-11-24 24:00", "2026-11-24 12:60", "2026-11Z",
      "2026-11-24-01", "2026-11-24+01:00", "2026-11-24 12:00+01:99", "2026-11-24 12:00+99:00", "٢٠٢٦", "2026-11-24 ",
    ])
  func isNone(text: String) { #expect(TypedTime(text, in: Self.stockholm) == nil) }
}
