import CustomerModel
import Documents
import Foundation
import TestSupport
import Runs
import Testing
import Texts

@testable import KundregCLI

/// Tables are for people, in their language and time; CSV and JSON are for programs, which know neither.
@Suite struct TextTableTests {
  private static let stockholm = TimeFormat(TimeZone(identifier: "Europe/Stockholm")!)

  private func table(_ time: TimeFormat = stockholm) -> TextTable {
    var table = TextTable(
      ["started", "number", "active", "kind"],
      kinds: [
        "started": .time, "active": .boolean, "kind": .choice { _ in Text(en: "undo", sv: "ångra") }, "number": .number,
      ],
      headings: ["number": Text(en: "number", sv: "Antal")], time: time)
    table.append(["2026-11-24T22:56:09Z", "2", "yes", "undo"])
    table.append(["2026-06-24T22:56:09Z", nil, "no", nil])
    return table
  }

  @Test func peopleReadTheirLanguageAndTheirTime() {
    #expect(
      table().text(in: .swedish) == """
        Startad (Europe/Stockholm)  Antal  Aktiv  Typ
        --------------------------  -----  -----  -----
        2026-11-24 23:56:09         2      Ja     ångra
        2026-06-25 00:56:09                Nej

        """)
    #expect(
      table(TimeFormat(.gmt)).text(in: .english) == """
        started (UTC)        number  active  kind
        -------------------  ------  ------  ----
        2026-11-24 22:56:09  2       yes     undo
        2026-06-24 22:56:09          no

        """)
  }

  @Test func columnsThatTellMomentsSayInWhichZone() {
    var table = TextTable(
      ["login", "last failure", "reason"], kinds: ["login": .wordsOfTime, "last failure": .wordsOfTime],
      time: Self.stockholm)
    table.append(["until 2026-11-24 23:56:09", "2026-11-24 23:56:09: no answer", "2026"])
    let headings = table.text(in: .english).prefix { $0 != "\n" }
    #expect(
      headings.split(separator: /\ \ +/).map(String.init) == [
        "login (Europe/Stockholm)", "last failure (Europe/Stockholm)", "reason",
      ])
    #expect(JSONNode.object(table.members(ofRow: 0))["login"] == .text("until 2026-11-24 23:56:09"))
  }

  @Test func momentsInSentencesNameTheirZone() throws {
    let moment = try Date("2026-11-24T22:56:09Z", strategy: .iso8601)
    #expect(Self.stockholm.told(moment) == "2026-11-24 23:56:09 (Europe/Stockholm)")
    #expect(TimeFormat(.gmt).told(moment) == "2026-11-24 22:56:09 (UTC)")
  }

  @Test func programsGetTheSameWhateverTheLanguage() throws {
    let node = JSONNode.object(table().members(ofRow: 0))
    #expect(node["started"] == .text("2026-11-24T22:56:09Z"))
    #expect(node["number"] == .number("2"))
    #expect(node["active"] == .boolean(true))
    #expect(JSONNode.object(table().members(ofRow: 1))["number"] == .null)
    let place = try Workplace()
    try place.succeed("customer", "add", "1", "name=A")
    let stockholm = ["TZ": "Europe/Stockholm"]
    for format in ["csv", "json"] {
      for command in [["customer", "history", "1"], ["runs"], ["customer", "show", "1"], ["field"], ["user"]] {
        func printed(_ language: String) throws -> String {
          try Program.run(
            command + ["--format", format, "--language", language], in: place.path, environment: stockholm
          ).stdout
        }
        #expect(try printed("sv") == printed("en"), "\(command)")
      }
    }
  }

  @Test func aMomentIsToldInTheZoneOfTheEnvironment() throws {
    let place = try Workplace()
    try place.succeed("customer", "add", "1", "name=A")
    let started = try #require(try place.run("runs").json()[0]?["started"]?.text)
    let table = try place.run(
      "runs", "--format", "table", "--language", "sv", environment: ["TZ": "Europe/Stockholm"]
    ).stdout
    let lines = table.split(separator: "\n")
    #expect(lines[0].split(separator: "  ").first == "Körning")
    #expect(lines[0].contains("Startad (Europe/Stockholm)"))
    #expect(lines[2].contains(Self.stockholm.shown(started)), "\(table)")
    #expect(lines[2].contains("  ny kund  ") && lines[2].hasSuffix("1 skapad"), "\(table)")
  }

  @Test func theHeadingsOfFieldsAreTheirNamesOrWhatPeopleCallThem() throws {
    let place = try Workplace()
    try place.succeed("customer", "add", "1", "name=A")
    func heading(_ language: String) throws -> Substring? {
      try place.succeed(
        "customer", "list", "--columns", "number,invoiceAddress.city", "--format", "table", "--language", language
      ).stdout.split(separator: "\n").first
    }
    #expect(try heading("sv") == "Kundnummer  Fakturaadress ort")
    #expect(try heading("en") == "number  invoiceAddress.city")
  }

  /// A column that is forgotten in the list of headings would be English to everybody.
  @Test func everyColumnHasAHeadingInEachLanguage() throws {
    let folder = URL(fileURLWithPath: Program.checkout + "/Sources/KundregCLI")
    let files = try #require(FileManager.default.subpaths(atPath: folder.path)).filter { $0.hasSuffix(".swift") }
    var count = 0
    for file in files {
      let code = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      // Those that stand in a list in the code; the others are of fields and members.
      for list in code.matches(of: /(?:TextTable\(|let columns =)\s*\[([^\]]*)\]/) {
        for column in list.1.matches(of: /"([^"\\]+)"/) {
          count += 1
          let heading = ColumnTexts.heading(of: String(column.1))
          #expect(heading.swedish != heading.english || heading.swedish == "ok", "\(file): \(column.1)")
        }
      }
    }
    #expect(count > 60)
  }
}
