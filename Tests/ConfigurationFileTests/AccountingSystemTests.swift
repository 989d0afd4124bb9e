import CustomerModel
import Foundation
import TestSupport
import Testing

@testable import ConfigurationFile

@Suite struct AccountingSystemTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The configuration with one system that has these keys.
  private func load(_ kind: String, _ keys: String) throws -> AccountingSystem {
    let file = try folder.write(#"{"erps": {"a": {"kind": "\#(kind)", \#(keys)}}}"#, to: "config.json")
    return try #require(try Configuration.load(path: file, environment: [:]).erps["a"])
  }

  @Test func theBuiltInLoginIsTheVendors() {
    let fortnox = AccountingSystem(name: "f", kind: .fortnox), visma = AccountingSystem(name: "v", kind: .visma)
    #expect(fortnox.authorizeURL.absoluteString == "https://apps.fortnox.se/oauth-v1/auth")
    #expect(fortnox.revokeURL.absoluteString == "https://apps.fortnox.se/oauth-v1/revoke")
    #expect(fortnox.scopes == ["customer", "companyinformation"])
    #expect(fortnox.mapping == "fortnox-api")
    #expect(visma.authorizeURL.absoluteString == "https://identity.vismaonline.com/connect/authorize")
    #expect(visma.revokeURL.absoluteString == "https://identity.vismaonline.com/connect/revocation")
    #expect(visma.scopes == ["ea:api", "offline_access", "ea:sales"])
    #expect(visma.mapping == "visma-eaccounting-api")
    #expect(visma.redirectURI.absoluteString == "http://localhost:8765/callback")
  }

  @Test func changeEventsAreReadWhereTheConfigurationAsks() throws {
    let builtIn = AccountingSystem(name: "f", kind: .fortnox)
    #expect(!builtIn.changeEvents)
    #expect(builtIn.changeEventsURL?.absoluteString == "wss://ws.fortnox.se/topics-v1")
    let visma = AccountingSystem(name: "v", kind: .visma)
    #expect(!visma.changeEvents && visma.changeEventsURL == nil)
    let system = try load("fortnox", #""changeEvents": true, "changeEventsURL": "ws://127.0.0.1:1/t""#)
    #expect(system.changeEvents)
    #expect(system.changeEventsURL?.absoluteString == "ws://127.0.0.1:1/t")
  }

  @Test func readsTheLogin() throws {
    let system = try load(
      "fortnox",
      """
      "authorizeURL": "http://127.0.0.1:1/auth", "revokeURL": "https://x.example/revoke",
      "redirectURI": "https://x.example/back", "scopes": ["customer"], "mapping": "own"
      """)
    #expect(system.authorizeURL.absoluteString == "http://127.0.0.1:1/auth")
    #expect(system.revokeURL.absoluteString == "https://x.example/revoke")
    #expect(system.redirectURI.absoluteString == "https://x.example/back")
    #expect(system.scopes == ["customer"])
    #expect(system.mapping == "own")
  }

  @Test func readsConditionsAndDefaults() throws {
    let system = try load(
      "visma-eaccounting",
      """
      "leaveOut": ["tags=no sync", "email=", "customFields.Region=a=b"],
      "defaults": {"TermsOfPayment": "30 dagar", "InvoiceCity": "Umeå"}
      """)
    let tags = try #require(FieldPath("tags")), email = try #require(FieldPath("email"))
    #expect(
      system.leaveOut == [
        FieldCondition(tags, "no sync"), FieldCondition(email, ""), FieldCondition(FieldPath(custom: "Region"), "a=b"),
      ])
    #expect(system.defaults == ["TermsOfPayment": "30 dagar", "InvoiceCity": "Umeå"])
  }

  @Test func fortnoxsDefaultsAreTextsNumbersAndYesOrNo() throws {
    let system = try load(
      "fortnox",
      #""defaults": {"TermsOfPayment": "30", "InvoiceDiscount": 2.5, "ShowPriceVATIncluded": true, "VATType": "EUVAT"}"#
    )
    #expect(
      system.defaults == [
        "TermsOfPayment": "30", "InvoiceDiscount": "2.5", "ShowPriceVATIncluded": "true", "VATType": "EUVAT",
      ])
    #expect(system.missingDefaults.isEmpty)
  }

  @Test(arguments: [
    (
      "fortnox", #""redirectURI": "http://example.com/callback""#, "config.insecureURL",
      "erps.a.redirectURI must begin with https:// (http:// only to this computer, 127.0.0.1)"
    ),
    ("fortnox", #""authorizeURL": "http://example.com/""#, "config.insecureURL", "erps.a.authorizeURL must begin"),
    ("fortnox", #""revokeURL": "apps.fortnox.se""#, "config.badValue", "erps.a.revokeURL is not a full address"),
    ("fortnox", #""scopes": []"#, "config.badValue", "erps.a.scopes should list at least one scope"),
    ("fortnox", #""scopes": ["customer companyinformation"]"#, "config.badValue", "each a text of its own"),
    ("fortnox", #""scopes": "customer""#, "config.wrongType", "erps.a.scopes should be a list of texts, but is a text"),
    ("fortnox", #""mapping": """#, "config.wrongType", "erps.a.mapping should be a text that is not empty"),
    (
      "fortnox", #""leaveOut": ["emial=x"]"#, "config.badValue",
      "1:49: erps.a.leaveOut[0]: emial is not a known field. Did you mean email?"
    ),
    ("fortnox", #""leaveOut": ["email=", "tags"]"#, "config.badValue", "leaveOut[1] should be FIELD=VALUE"),
    ("fortnox", #""leaveOut": ["tags=a", 1]"#, "config.wrongType", "erps.a.leaveOut[1] should be a text"),
    ("fortnox", #""leaveOut": "tags=a""#, "config.wrongType", "erps.a.leaveOut should be a list of texts"),
    (
      "fortnox", #""defaults": {"Name": "x"}"#, "config.unknownKey", "erps.a.defaults.Name is not a known key"
    ),
    (
      "fortnox", #""defaults": {"VATType": "SWEVAT"}"#, "config.badValue",
      "erps.a.defaults.VATType should be one of SEVAT, SEREVERSEDVAT, EUREVERSEDVAT, EUVAT, EXPORT, but is “SWEVAT”"
    ),
    (
      "fortnox", #""defaults": {"ShowPriceVATIncluded": "ja"}"#, "config.badValue",
      "erps.a.defaults.ShowPriceVATIncluded should be true or false, but is “ja”"
    ),
    (
      "fortnox", #""defaults": {"Currency": "kr"}"#, "config.badValue",
      "erps.a.defaults.Currency should be 3 capital letters, but is “kr”"
    ),
    (
      "fortnox", #""defaults": {"InvoiceDiscount": true}"#, "config.wrongType",
      "erps.a.defaults.InvoiceDiscount should be a number, but is true"
    ),
    (
      "fortnox", #""defaults": {"TermsOfPayment": ""}"#, "config.wrongType",
      "erps.a.defaults.TermsOfPayment should be a text that is not empty"
    ),
    (
      "visma-eaccounting", #""defaults": {"TermOfPayment": "30"}"#, "config.unknownKey",
      "erps.a.defaults.TermOfPayment is not a known key. Did you mean TermsOfPayment?"
    ),
    (
      "visma-eaccounting", #""defaults": {"InvoiceCity": 1}"#, "config.wrongType",
      "erps.a.defaults.InvoiceCity should be a text that is not empty, but is the number 1"
    ),
    ("visma-eaccounting", #""defaults": []"#, "config.wrongType", "erps.a.defaults should be an object, but is a list"),
  ])
  func namesTheMistake(kind: String, keys: String, code: String, message: String) throws {
    let error = try #require(throws: KundregError.self) { try load(kind, keys) }
    #expect(error.status == .configuration)
    #expect(error.code == code)
    #expect(error.message.contains(message), "\(error.message)")
  }

  /// The vendor's own events beside customers that are asked for elsewhere would be another company's.
  @Test func changeEventsOfAnotherHostMustBeNamed() throws {
    let error = #expect(throws: KundregError.self) {
      try load("fortnox", #""changeEvents": true, "baseURL": "https://erp.example.com/3""#)
    }
    #expect(error?.status == .configuration)
    #expect(
      error?.message.contains(
        ".changeEventsURL is missing: baseURL is not the vendor's, and without it events would be read from ws.fortnox.se. Say "
          + "where they are told, or leave changeEvents out") == true, "\(error?.message ?? "")")
    for fine in [
      #""changeEvents": false, "baseURL": "https://erp.example.com/3""#,
      #""changeEvents": true, "baseURL": "https://api.fortnox.se/3/""#, #""changeEvents": true"#,
      #""changeEvents": true, "baseURL": "https://erp.example.com/3", "changeEventsURL": "wss://erp.example.com/t""#,
    ] {
      #expect(throws: Never.self) { try load("fortnox", fine) }
    }
  }
}
