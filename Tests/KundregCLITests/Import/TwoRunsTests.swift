import Foundation
import Testing

/// Two imports into one register at the same time.
@Suite struct TwoRunsTests {
  @Test func oneWaitsForTheOtherOrGivesUpAndNeitherIsHalf() throws {
    let place = try Workplace()
    for name in ["a", "b"] {
      var text = "Kundnummer;Namn\n"
      for row in 1...10_000 { text += "\(name)\(row);Kund \(row)\n" }
      try place.write(text, to: "\(name).csv")
    }
    let children = try ["a.csv", "b.csv"].map { try Program.start(["import", $0], in: place.path) }
    let outcomes = try children.map { try $0.finish() }
    #expect(outcomes.allSatisfy { [0, 75].contains($0.status) }, "\(outcomes.map(\.stderr))")
    let through = outcomes.count { $0.status == 0 }
    #expect(through >= 1)
    #expect(try place.query("SELECT count(*) FROM customer") == ["\(through * 10_000)"])
    #expect(try place.run("runs").json().elements.count == through)
    #expect(try place.query("PRAGMA integrity_check") == ["ok"])
  }

  @Test func sameFileTwiceAtOnceIsImportedOnce() throws {
    let place = try Workplace(fixtures: ["kunder.xlsx"])
    let children = try (0..<3).map { _ in try Program.start(["import", "kunder.xlsx"], in: place.path) }
    let outcomes = try children.map { try $0.finish() }
    let summaries = try outcomes.filter { $0.status == 0 }.map { try $0.json() }
    #expect(outcomes.allSatisfy { [0, 75].contains($0.status) })
    #expect(summaries.compactMap { $0["created"]?.int }.sorted().last == 40)
    #expect(summaries.compactMap { $0["created"]?.int }.reduce(0, +) == 40)
    #expect(try place.query("SELECT count(*) FROM customer") == ["40"])
  }
}
