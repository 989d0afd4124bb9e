import Foundation
import Testing

@Suite struct PlanTests {
  @Test func planDoesWhatTheImportWouldHaveDone() throws {
    let imported = try Workplace(fixtures: ["kunder.csv", "kunder-nasta-natt.csv"])
    try imported.expect(2, "import", "kunder.csv")
    try imported.expect(2, "import", "kunder-nasta-natt.csv")
    let planned = try Workplace(fixtures: ["kunder.csv", "kunder-nasta-natt.csv"])
    try planned.expect(2, "import", "kunder.csv")
    let before = try planned.export()
    let summary = try planned.expect(2, "import", "kunder-nasta-natt.csv", "--plan", "plan.json").json()
    #expect(summary["dryRun"] == .boolean(true))
    #expect(summary["run"] == .null)
    #expect(try planned.export() == before, "a plan writes nothing but itself")
    let outcome = try planned.expect(0, "apply", "plan.json").json()
    #expect(outcome["run"] == .number(2))
    #expect(outcome["created"] == .number(1))
    #expect(outcome["updated"] == .number(3))
    #expect(outcome["inactivated"] == .number(1))
    #expect(try planned.export() == imported.export())
    #expect(try planned.expect(2, "import", "kunder-nasta-natt.csv").json()["unchanged"] == .number(36))
  }

  @Test func filesThatThePlanWouldReplaceAreRefusedAndStay() throws {
    let place = try Workplace()
    try place.write("Kundnummer;Namn\n1;A\n", to: "k.csv")
    try place.write("Kundnummer;Anläggningsnummer\n1;A1\n", to: "f.csv")
    for (arguments, code) in [
      (["import", "k.csv", "--plan", "k.csv"], "plan.isInput"),
      (["import", "k.csv", "--plan", "kundreg.db"], "plan.isRegister"),
      (["import", "k.csv", "--plan", "config.json"], "plan.isConfiguration"),
      (["import", "f.csv", "--into", "facilities", "--plan", "f.csv"], "plan.isInput"),
      (["import", "k.csv", "--plan", "p.csv", "--problems", "./p.csv"], "plan.isProblems"),
      (["sync", "fortnox", "--metrics", "kundreg.db"], "metrics.isRegister"),
      (["export", "config.json"], "export.isConfiguration"),
    ] {
      let name = try #require(["f.csv", "k.csv", "kundreg.db", "config.json"].first(where: arguments.contains))
      let named = try place.bytes(name)
      try place.refuse(code, status: 64, arguments: arguments)
      #expect(try place.bytes(name) == named)
    }
    #expect(!place.exists("p.csv"))
  }

  @Test func planIsReadableByItsOwnerOnlyAndSaysWhatItIs() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.expect(0, "import", "csv-utf8.csv", "--plan", "plan.json")
    let attributes = try FileManager.default.attributesOfItem(atPath: place.file("plan.json"))
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    let plan = try JSON(file: place.file("plan.json"))
    #expect(plan["format"] == .string("kundreg-plan/1"))
    #expect(plan["source"] == .string("csv-utf8.csv"))
    #expect(plan["changes"]?.elements.count == 3)
    #expect(plan["changes"]?[0]?["fields"]?["name"]?["new"] == .string("Åkes Åkeri AB"))
  }

  @Test func appliedPlanCanBeUndone() throws {
    let place = try Workplace(fixtures: ["kunder.csv", "kunder-nasta-natt.csv"])
    try place.expect(2, "import", "kunder.csv")
    let before = try place.export()
    try place.expect(2, "import", "kunder-nasta-natt.csv", "--plan", "plan.json", "--dry-run")
    try place.expect(0, "apply", "plan.json")
    #expect(try place.export() != before)
    try place.expect(0, "undo", "2")
    #expect(try place.export() == before)
  }

  @Test func whoAppliesAPlanIsToldOfNewCustomFields() throws {
    let place = try Workplace()
    try place.write("number;name;customFields.Yta:number;customFields.Zon:text\n1;A;12;Norr\n", to: "in.csv")
    try place.expect(0, "import", "in.csv", "--plan", "plan.json")
    let outcome = try place.expect(0, "apply", "plan.json").json()
    #expect(outcome["addedCustomFields"] == .array([.string("Yta"), .string("Zon")]))
    try place.expect(0, "undo", "1")
    let text = try place.expect(0, "undo", "2", "--format", "table").stdout
    #expect(text.contains("New custom fields: Yta, Zon\n"), "\(text)")
  }

  @Test func whatChangedSinceIsLeftOutWhenAskedFor() throws {
    let place = try Workplace()
    try place.write("Kundnummer;Namn\n1;A\n2;B\n", to: "first.csv")
    try place.succeed("import", "first.csv")
    try place.write("Kundnummer;Namn\n1;Ny A\n2;Ny B\n", to: "second.csv")
    try place.expect(0, "import", "second.csv", "--plan", "plan.json")
    try place.write("Kundnummer;Namn;E-post\n1;A;a@example.se\n", to: "between.csv")
    try place.succeed("import", "between.csv")
    #expect(try place.refuse("plan.stale", "apply", "plan.json").stderr.contains("--skip-stale"))
    let outcome = try place.expect(2, "apply", "plan.json", "--skip-stale").json()
    #expect(outcome["updated"] == .number(1))
    #expect(outcome["skipped"]?.elements.map { $0["number"] } == [.string("1")])
    #expect(outcome["skipped"]?[0]?["code"] == .string("plan.stale"))
    let again = try place.expect(2, "apply", "plan.json", "--skip-stale").json()
    #expect(again["skipped"]?.elements.map { $0["number"] } == [.string("1"), .string("2")])
    let runs = try place.run("runs").json()
    #expect(runs[0]?["skipped"] == .number(2))
    #expect(runs[0]?["rejected"] == .number(0), "a plan has no rows that could be rejected")
    #expect(runs[1]?["skipped"] == .number(1))
    #expect(runs[2]?["skipped"] == .number(0))
  }

  @Test func appliedTwiceIsRefused() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.expect(0, "import", "csv-utf8.csv", "--plan", "plan.json")
    try place.expect(0, "apply", "plan.json")
    let before = try place.export()
    try place.refuse("plan.stale", "apply", "plan.json")
    #expect(try place.export() == before)
  }
}
