import Foundation
import Testing

/// The JSON summary of an import: a public promise that scripts lean on.
@Suite struct ImportSummaryTests {
  /// Every key that is promised, and its type in a run that rejects rows.
  static let promised = [
    "run": "number", "source": "string", "mapping": "string", "rows": "number", "created": "number",
    "updated": "number", "unchanged": "number", "reactivated": "number", "inactivated": "number",
    "rejected": "number", "warnings": "number", "dryRun": "boolean", "seconds": "number", "rejects": "string",
  ]

  @Test func keysAndTypesAreThePromisedOnes() throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    let summary = try place.expect(2, "import", "kunder.csv").json()
    for (key, type) in Self.promised { #expect(summary[key]?.type == type, "\(key)") }
    #expect(summary["changes"] == nil)
  }

  @Test func countsAreThoseOfTheFile() throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    let summary = try place.expect(2, "import", "kunder.csv").json()
    let expected: [String: JSON] = [
      "run": .number(1), "source": .string("kunder.csv"), "mapping": .string("register-sv"), "rows": .number(40),
      "created": .number(36), "updated": .number(0), "unchanged": .number(0), "reactivated": .number(0),
      "inactivated": .number(0), "rejected": .number(4), "warnings": .number(1), "dryRun": .boolean(false),
      "rejects": .string("kunder.csv.rejects.csv"),
    ]
    for (key, value) in expected { #expect(summary[key] == value, "\(key)") }
  }

  @Test(arguments: ["kunder.csv", "kunder-nasta-natt.csv", "kunder.xlsx", "kunder.json", "csv-short-and-long-rows.csv"])
  func everyRowIsAccountedFor(file: String) throws {
    let place = try Workplace(fixtures: ["kunder.csv", file == "kunder.csv" ? "csv-utf8.csv" : file])
    try place.expect(2, "import", "kunder.csv")
    let summary = try place.run("import", file).json()
    let parts = ["created", "updated", "unchanged", "reactivated", "rejected"].compactMap { summary[$0]?.int }
    #expect(parts.count == 5)
    #expect(parts.reduce(0, +) == summary["rows"]?.int)
  }

  @Test func noRejectsAreNull() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    let summary = try place.expect(0, "import", "csv-utf8.csv").json()
    #expect(summary["rejects"] == .null)
    #expect(!place.exists("csv-utf8.csv.rejects.csv"))
  }

  @Test func dryRunHasNoRunAndListsEveryChangeFieldByField() throws {
    let place = try Workplace(fixtures: ["kunder.csv", "kunder-nasta-natt.csv"])
    try place.expect(2, "import", "kunder.csv")
    let before = try place.export()
    let summary = try place.expect(2, "import", "kunder-nasta-natt.csv", "--dry-run").json()
    #expect(summary["run"] == .null)
    #expect(summary["dryRun"] == .boolean(true))
    #expect(summary["created"] == .number(1))
    #expect(summary["rejected"] == .number(4))
    let changes = summary["changes"]?.elements ?? []
    #expect(changes.allSatisfy { $0.keys.isSuperset(of: ["number", "action", "fields"]) })
    func change(_ number: String) -> JSON? { changes.first { $0["number"] == .string(number) } }
    #expect(change("2003")?["action"] == .string("update"))
    #expect(
      change("2003")?["fields"]
        == .object(["phone": .object(["old": .string("08-465 004 02"), "new": .string("08-465 004 99")])]))
    #expect(change("2005")?["action"] == .string("inactivate"))
    #expect(change("2005")?["fields"]?["active"]?["new"] == .boolean(false))
    #expect(change("2041")?["action"] == .string("create"))
    #expect(change("2041")?["fields"]?["name"]?["old"] == .null)
    #expect(change("2041")?["fields"]?["tags"]?["new"] == .array([.string("Avtal")]))
    #expect(try place.export() == before)
    #expect(!place.exists("kunder-nasta-natt.csv.rejects.csv"), "a dry run writes nothing")
  }

  @Test func dryRunWithNothingToChangeHasAnEmptyList() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.expect(0, "import", "csv-utf8.csv")
    let summary = try place.expect(0, "import", "csv-utf8.csv", "--dry-run").json()
    #expect(summary["changes"] == .array([]))
    #expect(summary["unchanged"] == .number(3))
  }

  @Test func summaryLeavesTheChangesOut() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    let summary = try place.expect(0, "import", "csv-utf8.csv", "--dry-run", "--summary").json()
    #expect(summary["changes"] == nil)
    #expect(summary["created"] == .number(3))
    #expect(Set(Self.promised.keys).isSubset(of: summary.keys))
  }

  @Test func inactiveCustomerIsReactivatedWhereTheFileIsTheWholeRegister() throws {
    let place = try Workplace()
    try place.write("Kundnummer;Namn;Inaktiv\n1;A AB;N\n2;B AB;J\n", to: "1.csv")
    try place.write("Kundnummer;Namn\n1;A AB\n2;B AB\n", to: "2.csv")
    try place.expect(0, "import", "1.csv")
    #expect(try place.run("import", "2.csv").json()["unchanged"] == .number(2), "absent is not active")
    let summary = try place.expect(0, "import", "2.csv", "--missing", "inactivate").json()
    #expect(summary["reactivated"] == .number(1))
    #expect(summary["unchanged"] == .number(1))
  }
}
