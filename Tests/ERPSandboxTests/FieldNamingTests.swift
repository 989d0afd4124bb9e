import ERPSandbox
import Testing

/// The words by which a refusal names its field, which no document shows: each way is played.
@Suite struct FieldNamingTests {
  @Test(
    arguments: [
      ("labels", "Värdet i fältet Leveranssätt är inte giltigt."),
      ("keys", "Värdet för WayOfDelivery är inte giltigt."),
      ("none", "Kunden kunde inte sparas eftersom ett värde inte är giltigt."),
      (nil, "Kan inte hitta leveranssättet: BUD"),
    ] as [(String?, String)]) func fortnoxNamesTheFieldSo(_ naming: String?, _ message: String) async throws
  {
    let seed: JSON = naming.map { ["fortnox": ["namesFieldsBy": .string($0)]] } ?? [:]
    try await Rehearsal.run(seed: seed) { it in
      let answer = try await it.ask(
        "POST", "/fortnox/3/customers", ["Customer": ["Name": "Ny AB", "WayOfDelivery": "BUD"]])
      #expect(answer.status == 400)
      #expect(answer.json["ErrorInformation"]?["message"] == .string(message))
      #expect(answer.json["ErrorInformation"]?["code"] == 2_000_436)
      // A value that is wrong by itself is worded in the same way; what is about no field stays.
      let type = try await it.ask("POST", "/fortnox/3/customers", ["Customer": ["Name": "Ny AB", "VATNumber": "SE55"]])
      #expect(type.text.contains("SE55") == (naming == nil))
      let unknown = try await it.ask("POST", "/fortnox/3/customers", ["Customer": ["Nope": "X"]])
      #expect(unknown.text.contains("Nope"))
    }
  }

  @Test(
    arguments: [
      ("labels", "The value of the customer's vat number is not valid."),
      ("keys", "The value of VatNumber is not valid."),
      ("none", "The values are not valid."),
      (nil, "The VatNumber field must have two letters followed by 8 to 12 digits."),
    ] as [(String?, String)]) func vismaNamesTheFieldSo(_ naming: String?, _ message: String) async throws
  {
    let seed: JSON = naming.map { ["visma": ["namesFieldsBy": .string($0)]] } ?? [:]
    try await Rehearsal.run(seed: seed) { it in
      let answer = try await it.ask("POST", "/visma/v2/customers", VismaCustomerTests.least(["VatNumber": "55"]))
      #expect(answer.json["Errors"] == .array([.string(message)]))
      let gone = "3f1a0b52-6c1d-4e0f-9a77-0000000000ff"
      let terms = try await it.ask(
        "POST", "/visma/v2/customers", VismaCustomerTests.least(["TermsOfPaymentId": .string(gone)]))
      #expect(terms.json["ErrorCode"] == 3000)
      #expect(terms.text.contains(gone) == (naming == nil))
    }
  }

  /// Whose number it is, no document tells.
  @Test(
    arguments: [
      ("association", "559999-0008", true, 201), ("association", "19800101-1231", true, 400),
      ("owner", "559999-0008", true, 400), ("owner", "800101-1231", false, 201), (nil, "Eken 1:2", true, 201),
    ] as [(String?, String, Bool, Int)])
  func aTaxDeductionNumberIsTakenAsTheSeedSays(
    _ kind: String?, _ number: String, keepsHyphens: Bool, status: Int
  ) async throws {
    var visma: [String: JSON] = ["hasPropertyFields": true, "keepsHyphens": keepsHyphens ? true : false]
    if let kind { visma["taxDeductionNumbers"] = .string(kind) }
    try await Rehearsal.run(seed: ["visma": .object(visma)]) { it in
      let answer = try await it.ask(
        "POST", "/visma/v2/customers",
        VismaCustomerTests.least(["PropertyType": 1, "TaxDeductionNumber": .string(number)]))
      #expect(answer.status == status, "\(answer.text)")
      guard status == 201 else { return }
      let stored = keepsHyphens ? number : number.filter { $0 != "-" }
      #expect(answer.json["TaxDeductionNumber"] == .string(stored))
    }
  }
}
