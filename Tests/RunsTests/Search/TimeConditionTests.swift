import CustomerModel
import Differ
import Foundation
import RegisterStore
import Testing

@testable import Runs

/// Conditions on when a customer was created or changed.
struct TimeConditionTests {
  private let office: Office

  /// Customers of the last second of November 24 and the first of November 25 in Stockholm, and of half an hour before and after
  /// clocks there are put back on October 25.
  init() throws {
    office = try Office()
    for (number, moment) in [
      ("24", "2026-11-24T22:59:59Z"), ("25", "2026-11-24T23:00:00Z"), ("first", "2026-10-25T00:30:00Z"),
      ("second", "2026-10-25T01:30:00Z"),
    ] {
      try office.register.write { writer in
        let start = try #require(try? Date(moment, strategy: .iso8601))
        try writer.begin(RunDescription(kind: .edit, source: "test", user: "anna", start: start))
        var card = CardDiffer.blankCard(settings: RegisterSettings())
        card[.number] = number
        card[.customerName] = "Kund"
        try writer.apply(
          CustomerChange(
            number: number, action: .create, fields: card.paths.map { FieldChange($0, old: nil, new: card[$0]) }))
        try writer.endRun(.init())
      }
    }
  }

  private func found(_ condition: String, _ zone: String) throws -> [String] {
    try office.register.read { reader in
      var terms = SearchTerms()
      terms.conditions = [condition]
      let zone = try #require(TimeZone(identifier: zone))
      let search = try terms.search(in: reader, as: office.actor, zone: zone)
      return try reader.customers(search).map(reader.number).sorted()
    }
  }

  @Test(arguments: [
    ("updated=2026-11-24", ["24"]), ("updated=2026-11-25", ["25"]), ("created~2026-11-25", ["25"]),
    ("updated!=2026-11-24", ["25", "first", "second"]), ("updated=2026-11", ["24", "25"]),
    ("updated>2026-11-25", ["25"]), ("updated>=2026-11-25", ["25"]), ("updated<2026-11-25", ["24", "first", "second"]),
    ("updated<=2026-11-25", ["24", "first", "second"]), ("updated>2026-11-24 23:59:59", ["25"]),
    ("updated>=2026-11-24 23:59:59", ["24", "25"]), ("updated<=2026-11-24 23:59:59", ["24", "first", "second"]),
    ("updated=2026-11-24Z", ["24", "25"]), ("updated>2026-11-24T22:59:59Z", ["25"]),
    ("updated=2026-11-24 23:59:59", ["24"]), ("updated=2026-11-25T00:59:59+02:00", ["24"]),
    ("updated=2026-10-25 02:30", ["first", "second"]), ("updated=2026-10-25T02:30+02:00", ["first"]),
    ("updated=2026-10-25", ["first", "second"]), ("updated=2026-03-29 02:30", []), ("updated=", []),
    ("updated!=2026-03-29 02:30", ["24", "25", "first", "second"]),
  ])
  func timesWithoutAZoneAreLocal(condition: String, expected: [String]) throws {
    #expect(try found(condition, "Europe/Stockholm") == expected)
  }

  @Test func theZoneIsThatOfWhoeverAsks() throws {
    #expect(try found("updated=2026-11-24", "UTC") == ["24", "25"])
    #expect(try found("updated=2026-11-25", "UTC") == [])
    #expect(try found("updated=2026-11-24 12:59:59", "Pacific/Honolulu") == ["24"])
  }

  @Test func whatIsNoTimeIsRefused() throws {
    for condition in ["updated>igår", "updated=2026-02-30", "updated~:59"] {
      let error = #expect(throws: KundregError.self, "\(condition)") { try found(condition, "UTC") }
      #expect(error?.code == "where.value")
    }
  }

  @Test func anIdentityNumberInItsPlaceIsNotRepeated() throws {
    let error = #expect(throws: KundregError.self) { try found("updated=19800101-1234", "UTC") }
    #expect(error?.code == "where.value")
    #expect(error.map { "\($0)".contains("1234") } == false)
  }
}
