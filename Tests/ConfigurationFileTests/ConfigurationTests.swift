import CustomerModel
import Foundation
import Testing
import TestSupport
import Texts

@testable import ConfigurationFile
@testable import Documents

@Suite struct ConfigurationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func load(_ text: String, ruleCodes: Set<String>? = nil) throws -> Configuration {
    try Configuration.load(path: folder.write(text, to: "config.json"), environment: [:], ruleCodes: ruleCodes)
  }

  @Test func theExampleHoldsEveryKeyWithItsDefault() throws {
    let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("config.example.json").path
    var loaded = try Configuration.load(path: example, environment: [:])
    loaded.path = nil
    #expect(loaded == Configuration(folder: loaded.folder))

    let text = try String(contentsOfFile: example, encoding: .utf8)
    for key in [
      "register", "mappings", "rules", "limits", "maximumPartSizeMB", "maximumRowSizeMB", "maximumMemoryMB",
      "maximumStreamSizeMB", "erps", "kind", "baseURL",
      "authorizeURL", "tokenURL", "revokeURL", "redirectURI", "scopes", "mapping", "leaveOut", "defaults",
      "credentials", "conflicts", "fieldOwners", "requestsPerWindow", "windowSeconds", "assignedToOurReference",
      "labelsAsTags", "changeEvents", "changeEventsURL",
    ] { #expect(text.contains("\"\(key)\":"), "\(key)") }
  }

  @Test func anEmptyObjectIsTheDefaults() throws {
    var loaded = try load("{}")
    loaded.path = nil
    #expect(loaded == Configuration(folder: folder.path))
    #expect(loaded.limits.maximumPartSize == 4_294_967_296)
    #expect(loaded.limits.maximumRowSize == 16_777_216)
    #expect(loaded.limits.maximumMemory == 419_430_400)
    #expect(loaded.limits.maximumStreamSize == 4_294_967_296)
  }

  @Test func readsTheContractsExample() throws {
    let loaded = try load(
      """
      {"register": "kundreg.db", "mappings": ["Mappings"],
       "rules": {"email.format": "off"},
       "erps": {
        "fortnox": {"kind": "fortnox", "baseURL": "https://api.fortnox.se/3",
          "tokenURL": "https://apps.fortnox.se/oauth-v1/token", "credentials": "credentials/fortnox.json",
          "conflicts": "hold", "fieldOwners": {"email": "register", "invoiceAddress.city": "erp", "customFields.Region": "erp"},
          "requestsPerWindow": 25, "windowSeconds": 2.5},
        "visma": {"kind": "visma-eaccounting", "baseURL": "https://eaccountingapi.vismaonline.com/v2",
          "tokenURL": "https://identity.vismaonline.com/connect/token", "credentials": "credentials/visma.json",
          "conflicts": "newest", "assignedToOurReference": true, "labelsAsTags": true}}}
      """)
    #expect(loaded.rules == ["email.format": .off])
    #expect(loaded.erps.keys.sorted() == ["fortnox", "visma"])
    let fortnox = try #require(loaded.erps["fortnox"])
    #expect(fortnox.kind == .fortnox)
    #expect(fortnox.baseURL.absoluteString == "https://api.fortnox.se/3")
    #expect(fortnox.windowSeconds == 2.5)
    let city = try #require(FieldPath("invoiceAddress.city")), email = try #require(FieldPath("email"))
    #expect(fortnox.fieldOwners == [email: .register, city: .erp, FieldPath(custom: "Region"): .erp])
    let visma = try #require(loaded.erps["visma"])
    #expect(visma.kind == .visma)
    #expect(visma.conflicts == .newest)
    #expect(visma.assignedToOurReference)
    #expect(visma.labelsAsTags)
    #expect(visma.requestsPerWindow == 600)
  }

  @Test func namedSystemsReplaceTheBuiltInOnes() throws {
    let loaded = try load(#"{"erps": {"test-2": {"kind": "fortnox", "baseURL": "http://127.0.0.1:8080/3"}}}"#)
    #expect(loaded.erps.keys.sorted() == ["test-2"])
    #expect(loaded.erps["test-2"]?.credentials == "credentials/test-2.json")
    #expect(try load(#"{"erps": {}}"#).erps.isEmpty)
  }

  private static let severities = ConfigurationTexts.oneOf(["reject", "warn", "off"])

  @Test(
    arguments: [
      (#"{"regster": "x"}"#, "config.unknownKey", ConfigurationTexts.unknownKey("regster", meant: "register"), 2),
      (
        #"{"zzz": "x"}"#, "config.unknownKey",
        ConfigurationTexts.unknownKey(
          "zzz",
          known: [
            "register", "mappings", "language", "rules", "erps", "limits", "documents", "lookup", "notifications",
          ]), 2
      ),
      (
        #"{"register": 1}"#, "config.wrongType",
        shouldBe("register", ConfigurationTexts.filledText, is: JSONValueTexts.theNumber("1")), 14
      ),
      (
        #"{"register": ""}"#, "config.wrongType",
        shouldBe("register", ConfigurationTexts.filledText, is: JSONValueTexts.text), nil
      ),
      (
        #"{"register": null}"#, "config.wrongType",
        shouldBe("register", ConfigurationTexts.filledText, is: JSONValueTexts.null), nil
      ),
      (
        #"{"mappings": "Mappings"}"#, "config.wrongType",
        shouldBe("mappings", JSONValueTexts.listOfTexts, is: JSONValueTexts.text), nil
      ),
      (
        #"{"mappings": ["a", true]}"#, "config.wrongType",
        shouldBe("mappings[1]", ConfigurationTexts.filledText, is: Text(verbatim: "true")), nil
      ),
      (
        #"[]"#, "config.wrongType",
        ConfigurationTexts.shouldBe(ConfigurationTexts.documentPlace, JSONValueTexts.object, is: JSONValueTexts.list),
        nil
      ),
      (
        #"{"rules": []}"#, "config.wrongType", shouldBe("rules", JSONValueTexts.object, is: JSONValueTexts.list), nil
      ),
      (
        #"{"rules": {"a.b": "warning"}}"#, "config.badValue",
        shouldBe("rules.a.b", severities, is: ConfigurationTexts.quoted("warning")), nil
      ),
      (
        #"{"rules": {"a.b": false}}"#, "config.wrongType",
        shouldBe("rules.a.b", severities, is: Text(verbatim: "false")), nil
      ),
      (
        #"{"limits": {"maximumPartSize": 1}}"#, "config.unknownKey",
        ConfigurationTexts.unknownKey("limits.maximumPartSize", meant: "maximumPartSizeMB"), nil
      ),
      (
        #"{"limits": {"maximumRowSizeMB": 0}}"#, "config.wrongType",
        shouldBe(
          "limits.maximumRowSizeMB", ConfigurationTexts.wholeNumber(1...1024), is: JSONValueTexts.theNumber("0")), nil
      ),
      (
        #"{"limits": {"maximumMemoryMB": 100}}"#, "config.wrongType",
        shouldBe(
          "limits.maximumMemoryMB", ConfigurationTexts.wholeNumber(200...1_048_576), is: JSONValueTexts.theNumber("100")
        ),
        nil
      ),
      (
        #"{"limits": {"maximumMemory": 400}}"#, "config.unknownKey",
        ConfigurationTexts.unknownKey("limits.maximumMemory", meant: "maximumMemoryMB"), nil
      ),
      (
        #"{"limits": {"maximumRowSizeMB": 1.5}}"#, "config.wrongType",
        shouldBe(
          "limits.maximumRowSizeMB", ConfigurationTexts.wholeNumber(1...1024), is: JSONValueTexts.theNumber("1.5")), nil
      ),
      (
        #"{"erps": 3}"#, "config.wrongType", shouldBe("erps", JSONValueTexts.object, is: JSONValueTexts.theNumber("3")),
        nil
      ),
      (
        #"{"erps": {"a": 3}}"#, "config.wrongType",
        shouldBe("erps.a", JSONValueTexts.object, is: JSONValueTexts.theNumber("3")), nil
      ),
      (
        #"{"erps": {"a": {}}}"#, "config.missingKey",
        ConfigurationTexts.kindMissing("erps.a", kinds: ["fortnox", "visma-eaccounting"]), nil
      ),
      (
        #"{"erps": {"a": {"kind": "fortnoks"}}}"#, "config.badValue",
        shouldBeWord("erps.a.kind", ["fortnox", "visma-eaccounting"], is: "fortnoks", meant: "fortnox"), nil
      ),
      (
        #"{"erps": {"å b": {"kind": "fortnox"}}}"#, "config.badValue", ConfigurationTexts.noSystemName("erps.å b"), nil
      ),
      (
        #"{"erps": {"a": {"kind": "fortnox", "baseUrl": "x"}}}"#, "config.unknownKey",
        ConfigurationTexts.unknownKey("erps.a.baseUrl", meant: "baseURL"), 36
      ),
      (
        #"{"erps": {"a": {"kind": "fortnox", "requestsPerWindow": 2.5}}}"#, "config.wrongType",
        shouldBe(
          "erps.a.requestsPerWindow", ConfigurationTexts.wholeNumber(1...1_000_000), is: JSONValueTexts.theNumber("2.5")
        ),
        nil
      ),
      (
        #"{"erps": {"a": {"kind": "fortnox", "requestsPerWindow": true}}}"#, "config.wrongType",
        shouldBe(
          "erps.a.requestsPerWindow", ConfigurationTexts.wholeNumber(1...1_000_000), is: Text(verbatim: "true")), nil
      ),
      (
        #"{"erps": {"a": {"kind": "fortnox", "windowSeconds": 0}}}"#, "config.wrongType",
        shouldBe("erps.a.windowSeconds", ConfigurationTexts.seconds, is: JSONValueTexts.theNumber("0")), nil
      ),
      (
        #"{"erps": {"a": {"kind": "fortnox", "assignedToOurReference": 1}}}"#, "config.wrongType",
        shouldBe("erps.a.assignedToOurReference", JSONValueTexts.boolean, is: JSONValueTexts.theNumber("1")), nil
      ),
      (
        #"{"erps": {"a": {"kind": "fortnox", "conflicts": "newst"}}}"#, "config.badValue",
        shouldBeWord("erps.a.conflicts", MergePolicy.allCases.map(\.rawValue), is: "newst", meant: "newest"), nil
      ),
      (
        #"{"erps": {"a": {"kind": "fortnox", "fieldOwners": {"emial": "erp"}}}}"#, "config.unknownKey",
        ConfigurationTexts.unknownField("erps.a.fieldOwners.emial", meant: "email"), nil
      ),
      (
        #"{"erps": {"a": {"kind": "fortnox", "fieldOwners": {"email": "both"}}}}"#, "config.badValue",
        shouldBeWord("erps.a.fieldOwners.email", ["register", "erp"], is: "both"), nil
      ),
      (
        #"{"erps": {"a": {"kind": "fortnox", "baseURL": "http://api.fortnox.se/3"}}}"#, "config.insecureURL",
        ConfigurationTexts.addressIsInsecure("erps.a.baseURL", scheme: "http"), nil
      ),
      (
        #"{"erps": {"a": {"kind": "fortnox", "tokenURL": "api.fortnox.se"}}}"#, "config.badValue",
        ConfigurationTexts.addressIsNotFull("erps.a.tokenURL", scheme: "http"), nil
      ),
    ] as [(String, String, Text, Int?)])
  func namesTheMistake(text: String, code: String, mistake: Text, column: Int?) throws {
    let error = #expect(throws: KundregError.self) { try load(text) }
    try expectMistake(error, code, mistake, column: column)
    #expect(error?.message.hasPrefix(folder.file("config.json")) == true)
  }

  @Test func reportsAllMistakesInTheirOrder() throws {
    let error = try #require(throws: KundregError.self) {
      try load("{\n\"limits\": {\"maximumRowSizeMB\": \"x\"},\n\"regster\": 1,\n\"register\": 2}")
    }
    let lines = error.message.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(error.code == "config.wrongType")
    for (line, number) in zip(lines, [2, 3, 4]) { #expect(line.hasPrefix("\(folder.file("config.json")):\(number):")) }
  }

  @Test func ruleCodesAreCheckedWhenTheyAreKnown() throws {
    let error = #expect(throws: KundregError.self) {
      try load(#"{"rules": {"identity.cheksum": "warn"}}"#, ruleCodes: ["identity.checksum", "name.missing"])
    }
    try expectMistake(
      error, "config.unknownKey",
      ConfigurationTexts.unknownKey("rules.identity.cheksum", meant: "identity.checksum"))
    #expect(
      try load(#"{"rules": {"name.missing": "warn"}}"#, ruleCodes: ["name.missing"]).rules == ["name.missing": .warn])
  }

  @Test func syntaxErrorsHaveLineAndColumn() throws {
    let error = try #require(throws: KundregError.self) { try load("{\n  \"register\": \"a\",\n}") }
    #expect(error.status == .configuration)
    #expect(error.code == "config.syntax")
    #expect(
      error.text
        == ConfigurationTexts.notJSON(
          folder.file("config.json"), TextPosition(line: 3, column: 1),
          JSONSyntaxTexts.keyExpected(isAfterComma: true)))
  }

  @Test func theFileIsFoundInItsOrder() throws {
    try folder.write(#"{"register": "here.db"}"#, to: "config.json")
    let other = try folder.write(#"{"register": "other.db"}"#, to: "other.json")
    let third = try folder.write(#"{"register": "third.db"}"#, to: "third.json")
    let load = { (path: String?, environment: [String: String]) in
      try Configuration.load(path: path, environment: environment, workingDirectory: folder.path).register
    }
    #expect(try load(nil, [:]) == "here.db")
    #expect(try load(nil, ["KUNDREG_CONFIG": ""]) == "here.db")
    #expect(try load(nil, ["KUNDREG_CONFIG": other]) == "other.db")
    #expect(try load("third.json", ["KUNDREG_CONFIG": other]) == "third.db")
    #expect(try load(third, [:]) == "third.db")
    let empty = try TemporaryFolder()
    #expect(
      try Configuration.load(path: nil, environment: [:], workingDirectory: empty.path)
        == Configuration(folder: empty.path))
  }

  @Test func aNamedFileMustBeThere() throws {
    let none = folder.file("none.json")
    let isFolder = Text(verbatim: String(cString: strerror(EISDIR)))
    for (path, environment, text) in [
      (none, [:], ConfigurationTexts.missing(none, isNamedByEnvironment: false)),
      (nil, ["KUNDREG_CONFIG": none], ConfigurationTexts.missing(none, isNamedByEnvironment: true)),
      (nil, ["KUNDREG_CONFIG": folder.path], ConfigurationTexts.unreadable(folder.path, isFolder)),
    ] as [(String?, [String: String], Text)] {
      let error = try #require(throws: KundregError.self) {
        try Configuration.load(path: path, environment: environment)
      }
      #expect(error.status == .configuration)
      #expect(error.code == "config.unreadable")
      #expect(error.text == text)
      // The command that makes a configuration reads the configuration first.
      #expect(error.remedies.isEmpty)
    }
  }

  @Test func pathsStartFromTheFile() throws {
    let loaded = try load(#"{"register": "data/k.db"}"#)
    #expect(loaded.registerPath(option: nil, environment: [:]) == folder.file("data/k.db"))
    #expect(loaded.registerPath(option: nil, environment: ["KUNDREG_REGISTER": "e.db"]) == "e.db")
    #expect(loaded.registerPath(option: "o.db", environment: ["KUNDREG_REGISTER": "e.db"]) == "o.db")
    #expect(loaded.resolved("/var/k.db") == "/var/k.db")
    #expect(Configuration(folder: "/").resolved("k.db") == "/k.db")
  }
}
