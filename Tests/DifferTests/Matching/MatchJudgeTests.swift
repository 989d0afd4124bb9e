import CustomerModel
import Testing

@testable import Differ

@Suite struct MatchJudgeTests {
  private typealias B = MergeBench

  private static func judge(
    _ here: [String: String], _ there: [String: String], by key: MatchKey = .number
  ) -> PairJudgement {
    MatchJudge.judge(
      card: B.card(here.merging(["number": "1001"]) { given, _ in given }), remote: B.remote(there.mapValues { $0 }),
      by: key)
  }

  @Test(arguments: [
    ("556677-8899", "556677-8899"), ("19120101-1234", "20120101-1234"), ("19120101-1234", "120101-1234"),
  ])
  func theSameIdentityNumberIsTheSameCustomerWhateverTheName(_ here: String, _ there: String) {
    #expect(
      Self.judge(
        ["name": "Rörfirman", "identityNumber": here], ["name": "Bageri Nord", "identityNumber": there]) == .same)
  }

  @Test func differentIdentityNumbersAreUnsureAndNotShown() {
    let it = Self.judge(
      ["name": "Anna Berg", "identityNumber": "19800101-1234"],
      ["name": "Anna Berg", "identityNumber": "19800102-1234"])
    #expect(it == .unsure(reason: MatchTexts.differentIdentities("1001")))
  }

  @Test func aCustomerNumberThatIsAPersonalNumberIsMasked() {
    let it = Self.judge(
      ["number": "198001011234", "name": "Anna Berg 19800101-1234"],
      ["name": "Bageri Nord AB", "number": "198001011234"])
    #expect(
      it
        == .unsure(
          reason: MatchTexts.otherName(
            "19800101****", here: "Anna Berg 19800101-****", there: "Bageri Nord AB")))
  }

  @Test(arguments: [
    ("Åkes Rör & Värme AB", "AKES ROR OCH VARME"),
    ("Nilssons El Aktiebolag", "nilssons el ab (publ)"),
    ("Berg Anna", "Anna Berg"),
    ("Anna Berg", "Anna Karin Berg"),
    ("HB Söderström & Son", "Söderström och Son Handelsbolag"),
    ("Bostadsrättsföreningen Eken", "BRF Eken"),
    ("Hyresgästernas Ek. för.", "Hyresgästernas Ekonomisk förening"),
    ("Malmö Kyl A/B i likvidation", "Malmö Kyl"),
    ("Nordfast", "Nord Fast AB"),
    ("Nordfast", "Nordfast Förvaltning Södra Skåne AB"),
    ("Nordic Fastigheter Skåne", "Nordic Fastigheter Malmö"),
    ("Café Élan", "Cafe Elan KB"),
    ("AB HB", "AB HB"),
  ])
  func namesThatFitAreTheSameCustomer(_ here: String, _ there: String) {
    #expect(Self.judge(["name": here], ["name": there]) == .same)
    #expect(Self.judge(["name": there], ["name": here, "identityNumber": "556677-8899"]) == .same)
  }

  @Test(arguments: [
    ("Andersson Bygg AB", "Nilsson Rör AB"), ("Anna Andersson", "Erik Andersson"), ("AB Ett", "AB Två"),
    ("Brf Eken", "Brf Tallen"), ("Andersson Bygg", "Andersson Måleri"),
  ])
  func namesThatDoNotFitAreUnsure(_ here: String, _ there: String) {
    #expect(
      Self.judge(["name": here], ["name": there])
        == .unsure(reason: MatchTexts.otherName("1001", here: here, there: there)))
  }

  @Test(arguments: [
    (["email": "Info@Example.se"], ["email": "info@example.se"], true),
    (["email": "info@example.se"], ["email": "info@example.com"], false),
    (
      ["invoiceAddress.line1": "Storgatan 1", "invoiceAddress.postalCode": "211 20"],
      ["visitingAddress.line1": "STORGATAN 1", "visitingAddress.postalCode": "21120"], true
    ),
    (
      ["invoiceAddress.line1": "Storgatan 1", "invoiceAddress.postalCode": "211 20"],
      ["invoiceAddress.line1": "Storgatan 1", "invoiceAddress.postalCode": "411 20"], false
    ),
    (["invoiceAddress.line1": "Storgatan 1"], ["invoiceAddress.line1": "Storgatan 1"], false),
  ])
  func anAddressCanTellWhatNamesCannot(_ here: [String: String], _ there: [String: String], _ isSame: Bool) {
    let it = Self.judge(here.merging(["name": "Gamla AB"]) { $1 }, there.merging(["name": "Nya HB"]) { $1 })
    #expect((it == .same) == isSame)
    #expect((Self.judge(here, there) == .same) == isSame)
  }

  @Test func aRecordWithoutANameIsUnsure() {
    #expect(
      Self.judge(["name": "Anna Berg"], [:])
        == .unsure(reason: MatchTexts.nothingInCommon("1001")))
  }

  @Test func anIdentityNumberIdentifies() {
    #expect(
      Self.judge(
        ["name": "Rörfirman", "identityNumber": "556677-8899"],
        ["name": "Bageri Nord", "number": "77", "identityNumber": "556677-8899"], by: .identity) == .same)
  }

  @Test func aKeyThatDoesNotPairThemSaysSo() {
    #expect(
      Self.judge(["identityNumber": "556677-8899"], ["identityNumber": "556677-8898"], by: .identity) == .different)
    #expect(Self.judge(["name": "Anna Berg"], ["name": "Anna Berg", "number": "01001"]) == .different)
  }
}
