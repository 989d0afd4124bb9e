import CustomerModel
import Foundation
import Testing
import TestSupport
import Texts

@testable import ConfigurationFile
@testable import Documents

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

  private static let fortnoxDefaults = [
    "CostCenter", "CountryCode", "Currency", "InvoiceAdministrationFee", "InvoiceDiscount", "InvoiceFreight",
    "InvoiceRemark", "OurReference", "PriceList", "Project", "SalesAccount", "ShowPriceVATIncluded", "TermsOfDelivery",
    "TermsOfPayment", "VATType", "WayOfDelivery",
  ]

  @Test(arguments: [
    (
      #""redirectURI": "http://example.com/callback""#, "config.insecureURL",
      ConfigurationTexts.addressIsInsecure("erps.a.redirectURI", scheme: "http")
    ),
    (
      #""authorizeURL": "http://example.com/""#, "config.insecureURL",
      ConfigurationTexts.addressIsInsecure("erps.a.authorizeURL", scheme: "http")
    ),
    (
      #""revokeURL": "apps.fortnox.se""#, "config.badValue",
      ConfigurationTexts.addressIsNotFull("erps.a.revokeURL", scheme: "http")
    ),
    (#""scopes": []"#, "config.badValue", ConfigurationTexts.badScopes("erps.a")),
    (#""scopes": ["customer companyinformation"]"#, "config.badValue", ConfigurationTexts.badScopes("erps.a")),
    (
      #""scopes": "customer""#, "config.wrongType",
      shouldBe("erps.a.scopes", JSONValueTexts.listOfTexts, is: JSONValueTexts.text)
    ),
    (
      #""mapping": """#, "config.wrongType",
      shouldBe("erps.a.mapping", ConfigurationTexts.filledText, is: JSONValueTexts.text)
    ),
    (
      #""leaveOut": ["email=", "tags"]"#, "config.badValue", ConfigurationTexts.noCondition("erps.a.leaveOut[1]")
    ),
    (
      #""leaveOut": ["tags=a", 1]"#, "config.wrongType",
      shouldBe("erps.a.leaveOut[1]", ConfigurationTexts.filledText, is: JSONValueTexts.theNumber("1"))
    ),
    (
      #""leaveOut": "tags=a""#, "config.wrongType",
      shouldBe("erps.a.leaveOut", JSONValueTexts.listOfTexts, is: JSONValueTexts.text)
    ),
    (
      #""defaults": {"Name": "x"}"#, "config.unknownKey",
      ConfigurationTexts.unknownKey("erps.a.defaults.Name", known: fortnoxDefaults)
    ),
    (
      #""defaults": {"VATType": "SWEVAT"}"#, "config.badValue",
      shouldBeWord(
        "erps.a.defaults.VATType", ["SEVAT", "SEREVERSEDVAT", "EUREVERSEDVAT", "EUVAT", "EXPORT"], is: "SWEVAT")
    ),
    (
      #""defaults": {"ShowPriceVATIncluded": "ja"}"#, "config.badValue",
      shouldBe("erps.a.defaults.ShowPriceVATIncluded", JSONValueTexts.boolean, is: ConfigurationTexts.quoted("ja"))
    ),
    (
      #""defaults": {"Currency": "kr"}"#, "config.badValue",
      shouldBe(
        "erps.a.defaults.Currency", ConfigurationTexts.capitalLetters(3), is: ConfigurationTexts.quoted("kr"))
    ),
    (
      #""defaults": {"InvoiceDiscount": true}"#, "config.wrongType",
      shouldBe("erps.a.defaults.InvoiceDiscount", JSONValueTexts.number, is: Text(verbatim: "true"))
    ),
    (
      #""defaults": {"TermsOfPayment": ""}"#, "config.wrongType",
      shouldBe("erps.a.defaults.TermsOfPayment", ConfigurationTexts.filledText, is: JSONValueTexts.text)
    ),
  ])
  func namesTheMistake(keys: String, code: String, mistake: Text) throws {
    try expectMistake(#expect(throws: KundregError.self) { try load("fortnox", keys) }, code, mistake)
  }

  @Test func namesTheColumnOfAConditionOnNoField() throws {
    let error = #expect(throws: KundregError.self) { try load("fortnox", #""leaveOut": ["emial=x"]"#) }
    try expectMistake(
      error, "config.badValue",
      ConfigurationTexts.conditionOnUnknownField("erps.a.leaveOut[0]", "emial", meant: "email"), column: 49)
  }

  @Test(arguments: [
    (
      #""defaults": {"TermOfPayment": "30"}"#, "config.unknownKey",
      ConfigurationTexts.unknownKey("erps.a.defaults.TermOfPayment", meant: "TermsOfPayment")
    ),
    (
      #""defaults": {"InvoiceCity": 1}"#, "config.wrongType",
      shouldBe("erps.a.defaults.InvoiceCity", ConfigurationTexts.filledText, is: JSONValueTexts.theNumber("1"))
    ),
    (
      #""defaults": []"#, "config.wrongType",
      shouldBe("erps.a.defaults", JSONValueTexts.object, is: JSONValueTexts.list)
    ),
  ])
  func namesTheMistakeInDefaultsOfVisma(keys: String, code: String, mistake: Text) throws {
    try expectMistake(#expect(throws: KundregError.self) { try load("visma-eaccounting", keys) }, code, mistake)
  }

  /// The vendor's own events beside customers that are asked for elsewhere would be another company's.
  @Test func changeEventsOfAnotherHostMustBeNamed() throws {
    let error = #expect(throws: KundregError.self) {
      try load("fortnox", #""changeEvents": true, "baseURL": "https://erp.example.com/3""#)
    }
    try expectMistake(
      error, "config.missingKey", ConfigurationTexts.eventsAddressMissing("erps.a", vendor: "ws.fortnox.se"))
    for fine in [
      #""changeEvents": false, "baseURL": "https://erp.example.com/3""#,
      #""changeEvents": true, "baseURL": "https://api.fortnox.se/3/""#, #""changeEvents": true"#,
      #""changeEvents": true, "baseURL": "https://erp.example.com/3", "changeEventsURL": "wss://erp.example.com/t""#,
    ] {
      #expect(throws: Never.self) { try load("fortnox", fine) }
    }
  }
}
