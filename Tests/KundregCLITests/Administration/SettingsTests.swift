import Foundation
import Testing

/// What the register's settings do to an import.
@Suite struct SettingsTests {
  @Test func longNumbersAreRejectedAboveTheMaximum() throws {
    let place = try Workplace()
    try place.write("Kundnummer;Namn\n123;A AB\n12345;B AB\n", to: "in.csv")
    try place.succeed("settings", "set", "numberMaximumLength", "4")
    let summary = try place.expect(2, "import", "in.csv").json()
    #expect(summary["created"] == .number(1))
    #expect(summary["report"]?["problems"]?[0]?["code"] == .string("number.length"))
  }

  @Test func minimumAboveMaximumIsRefused() throws {
    let place = try Workplace()
    try place.succeed("settings", "set", "numberMaximumLength", "4")
    try place.refuse("setting.limits", status: 64, "settings", "set", "numberMinimumLength", "5")
  }

  @Test func numbersAreGeneratedWhenTheRegisterDoesSo() throws {
    let place = try Workplace()
    try place.write("Kundnummer;Namn\n100;A AB\n;B AB\n;C AB\n", to: "in.csv")
    try place.expect(2, "import", "in.csv", "--dry-run")
    try place.succeed("settings", "set", "generateNumber", "yes")
    #expect(try place.expect(0, "import", "in.csv").json()["created"] == .number(3))
    let list = try place.run("customer", "list", "--columns", "number,name", "--format", "csv").stdout
    #expect(list == "number,name\r\n100,A AB\r\n101,B AB\r\n102,C AB\r\n")
  }

  @Test func customersBecomePrivateWhereThatIsTheDefault() throws {
    let place = try Workplace(fixtures: ["csv-header-only.csv"])
    try place.write("Kundnummer;Namn\n1;Rut Hägglund\n", to: "in.csv")
    try place.succeed("settings", "set", "privateAsDefault", "ja")
    try place.expect(0, "import", "in.csv")
    #expect(try place.run("customer", "show", "1").json()["type"] == .string("private"))
  }

  @Test(arguments: [
    ("useTaxReductions", "Fastighetsbeteckning", "Storstad Kvarnen 1"), ("showVATType", "Momstyp", "Normal"),
  ])
  func hiddenFieldsAreNotedUntilTheSettingIsOn(setting: String, heading: String, value: String) throws {
    let place = try Workplace()
    try place.write("Kundnummer;Namn;Kundtyp;\(heading)\n1;Rut;Privat;\(value)\n", to: "in.csv")
    func noticed() throws -> Bool {
      let summary = try place.run("import", "in.csv", "--dry-run", "--summary").json()
      return summary["report"]?["columnNotices"]?.elements.contains { $0["message"]?.text?.contains(setting) == true }
        ?? false
    }
    #expect(try noticed())
    try place.succeed("settings", "set", setting, "yes")
    #expect(try !noticed())
  }

  /// An export has every field, most of them blank.
  @Test func hiddenFieldsThatNoRowFillsAreNotNoted() throws {
    let place = try Workplace()
    let heading = "Kundnummer;Namn;Kundtyp;Momstyp;Fastighetsbeteckning\n"
    let blank = (1...2000).map { "\($0);Rut;Privat;;\n" }.joined()
    func noticed() throws -> [String] {
      let summary = try place.run("import", "in.csv").json()
      return summary["report"]?["columnNotices"]?.elements.compactMap { $0["message"]?.text } ?? []
    }
    try place.write(heading + blank, to: "in.csv")
    #expect(try noticed().isEmpty)
    try place.write(heading + blank + "2001;Åke;Privat;;Kvarnen 1\n", to: "in.csv")
    for _ in 1...2 {
      let notices = try noticed()
      #expect(notices.count == 1 && notices[0].contains("useTaxReductions"), "\(notices)")
    }
  }

  /// Whether a row is known from before does not matter, nor what a blank cell does.
  @Test(arguments: [
    (#"{"field": "language", "constant": "sv"}"#, "", true),
    (#"{"field": "language", "headers": ["S"], "default": "sv"}"#, "", true),
    (#"{"field": "language", "headers": ["S"]}"#, "", false),
    (#"{"field": "language", "headers": ["S"]}"#, "  ", false),
    (#"{"field": "language", "headers": ["S"]}"#, " sv", true),
  ])
  func aHiddenFieldIsNotedAgain(entry: String, cell: String, isNoted: Bool) throws {
    let place = try Workplace()
    let columns = #"{"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"]}, \#(entry)"#
    try place.write(#"{"name": "egen", "columns": [\#(columns)]}"#, to: "m.json")
    try place.write("Nr;Namn;S\n1;Rut;\(cell)\n2;Åke;\(cell)\n", to: "in.csv")
    for empty in ["keep", "clear"] {
      for _ in 1...2 {
        let summary = try place.run("import", "in.csv", "--mapping", "m.json", "--empty", empty).json()
        #expect(summary["report"]?["columnNotices"]?.elements.count == (isNoted ? 1 : 0), "\(summary)")
      }
    }
  }

  @Test func listShowsWhatWasSet() throws {
    let place = try Workplace()
    let shown = try place.succeed("settings", "set", "useTaxReductions", "on").json()
    #expect(shown == .object(["setting": .string("useTaxReductions"), "value": .string("yes")]))
    let settings = try place.run("settings").json().elements
    let setting = settings.first { $0["setting"] == .string("useTaxReductions") }
    #expect(setting?["value"] == .string("yes"))
    #expect(settings.allSatisfy { $0["effect"]?.text?.isEmpty == false })
  }

  @Test func customFieldsAreCheckedByTheirKind() throws {
    let place = try Workplace()
    try place.succeed("field", "add", "Region", "choice", "--choices", "Norr , Syd")
    try place.succeed("field", "add", "Besök", "date")
    try place.expect(1, "field", "add", "Region", "text")
    try place.write(
      #"{"name": "egen", "columns": [{"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"]}, "#
        + #"{"field": "customFields.Region", "headers": ["Region"]}, {"field": "customFields.Besök", "headers": ["Besök"]}]}"#,
      to: "egen.json")
    try place.write("Nr;Namn;Region;Besök\n1;A AB;Norr;2026-02-01\n2;B AB;Väst;2026-02-30\n", to: "in.csv")
    let summary = try place.run("import", "in.csv", "--mapping", "egen.json").json()
    #expect(summary["created"]?.int ?? 0 >= 1)
    let card = try place.run("customer", "show", "1").json()
    #expect(card["customFields"]?["Region"] == .string("Norr"))
    #expect(card["customFields"]?["Besök"] == .string("2026-02-01"))
    let faults = summary["report"]?["problems"]?.elements.compactMap { $0["code"]?.text } ?? []
    #expect(faults.contains { $0.hasPrefix("customField.") }, "\(faults)")
    let fields = try place.run("field", "list").json()
    #expect(fields.elements.map { $0["name"] } == [.string("Besök"), .string("Region")])
    #expect(fields[1]?["removed"] == .boolean(false))
  }
}
