import Foundation
import Testing
import Texts

@testable import KundregCLI

@Suite struct GlobalOptionsTests {
  @Test(arguments: [
    ["--register", "annat.db", "init"], ["init", "--register", "annat.db"], ["--register=annat.db", "init"],
    ["--quiet", "--register", "annat.db", "init"], ["--verbose", "init", "--register=annat.db"],
  ])
  func globalOptionsMayStandBeforeOrAfterTheCommand(arguments: [String]) throws {
    let place = try Workplace(hasRegister: false)
    let outcome = try Program.run(arguments, in: place.path)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(place.exists("annat.db"))
    #expect(!place.exists("kundreg.db"))
  }

  @Test func globalOptionsBeforeNestedCommands() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.expect(0, "import", "csv-utf8.csv")
    let list = try place.expect(0, "--format", "csv", "customer", "list", "kafé", "--columns", "number")
    #expect(list.stdout == "number\r\n")
    try place.expect(0, "--format", "table", "runs")
    try place.expect(0, "--format", "table", "runs", "show", "1")
  }

  @Test func theLogNamesTheCodeOfAFailure() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    let arguments = ["import", "csv-utf8.csv", "--mapping", "ingen"]
    let logged = try Program.run(["--verbose"] + arguments, in: place.path)
    #expect(logged.status == 78)
    #expect(logged.stderr.contains("error code: mapping.unknown\n"))
    #expect(try !Program.run(arguments, in: place.path).stderr.contains("mapping.unknown"))
  }

  @Test func argumentsAfterTwoDashesAreNoOptions() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    let outcome = try place.expect(65, "--quiet", "import", "--", "--register")
    #expect(outcome.stderr.contains("--register does not exist"))
  }

  /// A command is asked without the others first: what it does not take is answered as by the whole program.
  @Test(arguments: [
    (["import", "--dryrun"], 64, "kundreg import "), (["runs", "show", "x"], 64, "kundreg runs show "),
    (["customer", "show"], 64, "kundreg customer show "),
  ])
  func mistakesNameTheWayToTheCommand(arguments: [String], status: Int32, way: String) throws {
    let outcome = try Program.run(arguments, in: "/")
    #expect(outcome.status == status)
    #expect(outcome.stderr.contains(way), "\(outcome.stderr)")
    #expect(outcome.stdout.isEmpty)
  }

  @Test func everyCommandTellsHelpAndVersionAsTheWholeProgram() throws {
    let version = try Program.run(["--version"], in: "/").stdout
    let asked = try Program.run(["import", "--version"], in: "/")
    #expect(asked.status == 0 && asked.stdout.split(separator: "\n") == version.split(separator: "\n"))
    #expect(try Program.run(["help", "import"], in: "/").stdout == Program.run(["import", "--help"], in: "/").stdout)
  }

  @Test func environmentNamesRegisterConfigurationAndUser() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"], hasRegister: false)
    try place.write(#"{"register": "från-config.db"}"#, to: "annan.json")
    try place.expect(0, "init", environment: ["KUNDREG_CONFIG": "annan.json"])
    #expect(place.exists("från-config.db"))
    try place.expect(0, "init", environment: ["KUNDREG_CONFIG": "annan.json", "KUNDREG_REGISTER": "från-miljön.db"])
    #expect(place.exists("från-miljön.db"))
    try place.expect(
      0, "import", "csv-utf8.csv", environment: ["KUNDREG_REGISTER": "från-miljön.db", "KUNDREG_USER": "nattjobb"])
    let runs = try place.expect(0, "runs", "--register", "från-miljön.db").json()
    #expect(runs[0]?["user"] == .string("nattjobb"))
  }

  @Test func optionsWinOverEnvironmentAndEnvironmentOverConfiguration() throws {
    let place = try Workplace(hasRegister: false)
    try place.write(#"{"register": "c.db"}"#, to: "config.json")
    try place.write(#"{"register": "d.db"}"#, to: "d.json")
    try place.expect(0, "init", "--config", "d.json", environment: ["KUNDREG_CONFIG": "config.json"])
    #expect(place.exists("d.db") && !place.exists("c.db"))
    try place.expect(0, "init", "--register", "o.db", environment: ["KUNDREG_REGISTER": "m.db"])
    #expect(place.exists("o.db") && !place.exists("m.db"))
    try place.expect(0, "init", environment: ["KUNDREG_REGISTER": "m.db"])
    #expect(place.exists("m.db") && !place.exists("c.db"))
    try place.expect(0, "init")
    #expect(place.exists("c.db"), "config.json in the folder is taken unasked")
  }

  @Test func pathsInAConfigurationStartFromItsFolder() throws {
    let place = try Workplace(hasRegister: false)
    try place.python("import os; os.mkdir('konto')")
    try place.write(#"{"register": "kunder.db"}"#, to: "konto/config.json")
    try place.expect(0, "init", "--config", "konto/config.json")
    #expect(place.exists("konto/kunder.db"))
  }

  @Test func initWritesAConfigurationOnlyWhereThereIsNone() throws {
    let place = try Workplace()
    #expect(
      try place.text("config.json")
        == String(contentsOfFile: Program.checkout + "/config.example.json", encoding: .utf8))
    try place.write(#"{"register": "två.db"}"#, to: "config.json")
    try place.expect(0, "init")
    #expect(try place.text("config.json") == #"{"register": "två.db"}"#)
  }

  @Test func severitiesOfTheConfigurationDecide() throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    try place.write(#"{"rules": {"email.shape": "reject", "identity.type": "reject"}}"#, to: "config.json")
    #expect(try place.expect(2, "import", "kunder.csv").json()["rejected"] == .number(5))
    try place.write(#"{"rules": {"email.shape": "off"}}"#, to: "config.json")
    let lenient = try place.expect(2, "import", "kunder.csv").json()
    #expect(lenient["rejected"] == .number(4))
    #expect(lenient["warnings"] == .number(0))
  }

  @Test func userOfTheOperatingSystemIsAdministrator() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.succeed("user", "add", "ove", "--grant", "view")
    try place.expect(0, "import", "csv-utf8.csv")
    let users = try place.expect(0, "user", "list").json()
    #expect(users == .array([.object(["name": .string("ove"), "permissions": .string("view")])]))
  }

  @Test func anEmptyUserIsNobody() throws {
    let place = try Workplace()
    let refused = try place.expect(64, "customer", "list", "--as", "")
    #expect(refused.stderr.contains("--as needs the name of a user"))
  }

  @Test func anEmptyUserOfTheEnvironmentIsNoAdministrator() throws {
    let place = try Workplace()
    let refused = try place.expect(64, "customer", "list", environment: ["KUNDREG_USER": ""])
    #expect(refused.stderr.contains(OptionTexts.userVariableIsEmpty.english), "\(refused.stderr)")
    try place.succeed("user", "add", "anna", "--grant", "view")
    try place.expect(0, "customer", "list", "--as", "anna", environment: ["KUNDREG_USER": ""])
  }
}
