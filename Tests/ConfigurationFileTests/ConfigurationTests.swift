import CustomerModel
import Foundation
import TestSupport
import Testing

@testable import ConfigurationFile

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

  @Test(arguments: [
    (#"{"regster": "x"}"#, "config.unknownKey", "1:2: regster is not a known key. Did you mean register?"),
    (
      #"{"zzz": "x"}"#, "config.unknownKey",
      "zzz is not a known key. Known here: register, mappings, language, rules, erps, limits"
    ),
    (#"{"register": 1}"#, "config.wrongType", "1:14: register should be a text that is not empty, but is the number 1"),
    (#"{"register": ""}"#, "config.wrongType", "register should be a text that is not empty"),
    (#"{"register": null}"#, "config.wrongType", "register should be a text that is not empty, but is null"),
    (#"{"mappings": "Mappings"}"#, "config.wrongType", "mappings should be a list of texts, but is a text"),
    (#"{"mappings": ["a", true]}"#, "config.wrongType", "mappings[1] should be a text that is not empty, but is true"),
    (#"[]"#, "config.wrongType", "the document should be an object, but is a list"),
    (#"{"rules": []}"#, "config.wrongType", "rules should be an object, but is a list"),
    (
      #"{"rules": {"a.b": "warning"}}"#, "config.badValue",
      "rules.a.b should be one of reject, warn, off, but is “warning”"
    ),
    (#"{"rules": {"a.b": false}}"#, "config.wrongType", "rules.a.b should be one of reject, warn, off, but is false"),
    (
      #"{"limits": {"maximumPartSize": 1}}"#, "config.unknownKey",
      "limits.maximumPartSize is not a known key. Did you mean maximumPartSizeMB?"
    ),
    (
      #"{"limits": {"maximumRowSizeMB": 0}}"#, "config.wrongType",
      "limits.maximumRowSizeMB should be a whole number from 1 to 1024"
    ),
    (
      #"{"limits": {"maximumMemoryMB": 100}}"#, "config.wrongType",
      "limits.maximumMemoryMB should be a whole number from 200 to 1048576"
    ),
    (
      #"{"limits": {"maximumMemory": 400}}"#, "config.unknownKey",
      "limits.maximumMemory is not a known key. Did you mean maximumMemoryMB?"
    ),
    (
      #"{"limits": {"maximumRowSizeMB": 1.5}}"#, "config.wrongType",
      "whole number from 1 to 1024, but is the number 1.5"
    ),
    (#"{"erps": 3}"#, "config.wrongType", "erps should be an object, but is the number 3"),
    (#"{"erps": {"a": 3}}"#, "config.wrongType", "erps.a should be an object, but is the number 3"),
    (
      #"{"erps": {"a": {}}}"#, "config.missingKey",
      "erps.a.kind is missing: say which system it is, fortnox or visma-eaccounting"
    ),
    (#"{"erps": {"a": {"kind": "fortnoks"}}}"#, "config.badValue", "“fortnoks”. Did you mean fortnox?"),
    (#"{"erps": {"å b": {"kind": "fortnox"}}}"#, "config.badValue", "erps.å b is no name for a system"),
    (
      #"{"erps": {"a": {"kind": "fortnox", "baseUrl": "x"}}}"#, "config.unknownKey",
      "1:36: erps.a.baseUrl is not a known key. Did you mean baseURL?"
    ),
    (
      #"{"erps": {"a": {"kind": "fortnox", "requestsPerWindow": 2.5}}}"#, "config.wrongType",
      "erps.a.requestsPerWindow should be a whole number"
    ),
    (#"{"erps": {"a": {"kind": "fortnox", "requestsPerWindow": true}}}"#, "config.wrongType", "but is true"),
    (#"{"erps": {"a": {"kind": "fortnox", "windowSeconds": 0}}}"#, "config.wrongType", "a number of seconds above 0"),
    (
      #"{"erps": {"a": {"kind": "fortnox", "assignedToOurReference": 1}}}"#, "config.wrongType",
      "should be true or false, but is the number 1"
    ),
    (#"{"erps": {"a": {"kind": "fortnox", "conflicts": "newst"}}}"#, "config.badValue", "Did you mean newest?"),
    (
      #"{"erps": {"a": {"kind": "fortnox", "fieldOwners": {"emial": "erp"}}}}"#, "config.unknownKey",
      "fieldOwners.emial is not a known field. Did you mean email?"
    ),
    (
      #"{"erps": {"a": {"kind": "fortnox", "fieldOwners": {"email": "both"}}}}"#, "config.badValue",
      "should be one of register, erp"
    ),
    (
      #"{"erps": {"a": {"kind": "fortnox", "baseURL": "http://api.fortnox.se/3"}}}"#, "config.insecureURL",
      "erps.a.baseURL must begin with https://"
    ),
    (
      #"{"erps": {"a": {"kind": "fortnox", "tokenURL": "api.fortnox.se"}}}"#, "config.badValue",
      "erps.a.tokenURL is not a full address"
    ),
  ])
  func namesTheMistake(text: String, code: String, message: String) throws {
    let error = try #require(throws: KundregError.self) { try load(text) }
    #expect(error.status == .configuration)
    #expect(error.code == code)
    #expect(error.message.contains(message), "\(error.message)")
    #expect(error.message.hasPrefix(folder.file("config.json") + ":1:"))
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
    let error = try #require(throws: KundregError.self) {
      try load(#"{"rules": {"identity.cheksum": "warn"}}"#, ruleCodes: ["identity.checksum", "name.missing"])
    }
    #expect(error.message.contains("rules.identity.cheksum is not a known key. Did you mean identity.checksum?"))
    #expect(
      try load(#"{"rules": {"name.missing": "warn"}}"#, ruleCodes: ["name.missing"]).rules == ["name.missing": .warn])
  }

  @Test func syntaxErrorsHaveLineAndColumn() throws {
    let error = try #require(throws: KundregError.self) { try load("{\n  \"register\": \"a\",\n}") }
    #expect(error.status == .configuration)
    #expect(error.code == "config.syntax")
    #expect(error.message.hasPrefix("\(folder.file("config.json")):3:1: not valid JSON:"))
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
    for (path, environment) in [(folder.file("none.json"), [:]), (nil, ["KUNDREG_CONFIG": folder.path])]
      as [(String?, [String: String])]
    {
      let error = try #require(throws: KundregError.self) {
        try Configuration.load(path: path, environment: environment)
      }
      #expect(error.status == .configuration)
      #expect(error.code == "config.unreadable")
      #expect(error.message.contains(path ?? folder.path))
      #expect(error.message.contains("There is no configuration") == (path != nil))
      // That command reads the configuration first.
      #expect(!error.message.contains("kundreg init"))
    }
    let unset = try #require(throws: KundregError.self) {
      try Configuration.load(path: nil, environment: ["KUNDREG_CONFIG": folder.file("none.json")])
    }
    #expect(unset.message.contains("which KUNDREG_CONFIG names"))
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
