import ERPSandbox
import Testing

/// Fetching and writing of single customers in Visma.
@Suite struct VismaCustomerTests {
  static let terms = "3f1a0b52-6c1d-4e0f-9a77-000000000030"
  /// What Visma asks for and nothing more.
  static let least: [String: JSON] = [
    "Name": "Ny AB", "InvoiceCity": "Storstad", "InvoicePostalCode": "123 45", "TermsOfPaymentId": .string(terms),
    "IsPrivatePerson": false, "IsActive": true,
  ]
  static let seed: JSON = [
    "visma": [
      "customers": [
        [
          "CustomerNumber": "7", "Name": "Sju AB", "EmailAddress": "sju@example.se", "Note": "Ring före.",
          "UnpaidInvoicesAmount": 100,
        ],
        ["CustomerNumber": "8", "Name": "Åtta AB", "LastInvoiceDate": "2026-01-10T00:00:00Z"],
      ]
    ]
  ]

  static func least(_ changes: [String: JSON]) -> JSON { .object(least.merging(changes) { _, new in new }) }

  @Test func creationTakesTheNextNumberAndAnswersWithTheCustomer() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let answer = try await it.ask("POST", "/visma/v2/customers", .object(Self.least))
      #expect(answer.status == 201)
      #expect(answer.json["CustomerNumber"] == "9")
      #expect(answer.json["ChangedUtc"] == "2026-01-28T12:00:00.000Z")
      let id = try #require(answer.json["Id"]?.text)
      #expect(try await it.ask("GET", "/visma/v2/customers/" + id).json == answer.json)
    }
  }

  @Test func aReplacementClearsWhatIsLeftOut() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let id = try await it.vismaID("7")
      try await it.advance(1)
      let answer = try await it.ask("PUT", "/visma/v2/customers/" + id, .object(Self.least))
      #expect(answer.status == 200)
      #expect(answer.json["EmailAddress"] == JSON.null)
      #expect(answer.json["Note"] == JSON.null)
      #expect(answer.json["CustomerNumber"] == "7")
      #expect(answer.json["Id"] == .string(id))
      #expect(answer.json["UnpaidInvoicesAmount"] == 100)
      #expect(answer.json["ChangedUtc"] == "2026-01-28T12:00:01.000Z")
    }
  }

  @Test(arguments: [nil, 400] as [Int?]) func aLockedCustomerIsNotChanged(_ status: Int?) async throws {
    var visma: [String: JSON] = ["customers": [["CustomerNumber": "7", "Name": "Sju AB"]], "lockedCustomers": ["7"]]
    if let status { visma["lockedStatus"] = JSON(status) }
    try await Rehearsal.run(seed: ["visma": .object(visma)]) { it in
      let id = try await it.vismaID("7")
      let refused = try await it.ask("PUT", "/visma/v2/customers/" + id, .object(Self.least))
      #expect(refused.status == status ?? 403)
      #expect(refused.json["ErrorCode"] == 4002)
      #expect(try await it.ask("POST", "/visma/v2/customers", .object(Self.least)).status == 201)
    }
  }

  @Test(arguments: ["Name", "InvoiceCity", "InvoicePostalCode", "TermsOfPaymentId", "IsPrivatePerson", "IsActive"])
  func requiredFieldsAreAskedForOnEveryWrite(_ name: String) async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let id = try await it.vismaID("7")
      var body = Self.least
      body[name] = nil
      for (method, path) in [("POST", "/visma/v2/customers"), ("PUT", "/visma/v2/customers/" + id)] {
        let answer = try await it.ask(method, path, .object(body))
        #expect(answer.status == 400)
        #expect(answer.json["ErrorCode"] == 2000)
        #expect(answer.json["Errors"]?[0] == .string("The \(name) field is required."))
        #expect(answer.json["ErrorId"]?.text?.count == 36)
      }
    }
  }

  @Test(arguments: [
    (#"{"Name":"123456789012345678901234567890123456789012345678901"}"#, 2000),
    (#"{"CustomerNumber":"12345678901234567"}"#, 2000), (#"{"InvoicePostalCode":"12345678901"}"#, 2000),
    (#"{"VatNumber":"559999200401"}"#, 2000), (#"{"VatNumber":"SE5599992"}"#, 2000),
    (#"{"DiscountPercentage":5}"#, 2000), (#"{"IsActive":"true"}"#, 2000), (#"{"Name":7}"#, 2000),
    (#"{"InvoiceCity":" "}"#, 2000), (#"{"TermsOfPaymentId":"30"}"#, 2000),
    (#"{"ReverseChargeOnConstructionServices":true}"#, 2000), (#"{"DeliveryBasedVat":true}"#, 2000),
    (#"{"TermsOfPaymentId":"3f1a0b52-6c1d-4e0f-9a77-00000000ffff"}"#, 3000),
  ])
  func faultyCustomersAreRefused(_ changes: String, _ code: Int) async throws {
    try await Rehearsal.run { it in
      let body = Self.least(try JSON.parse(changes).members ?? [:])
      let answer = try await it.ask("POST", "/visma/v2/customers", body)
      #expect(answer.status == 400)
      #expect(answer.json["ErrorCode"] == JSON(code), "\(answer.text)")
      #expect(try await it.vismaNumbers() == [])
    }
  }

  @Test func unknownAndReadOnlyKeysArePassedOver() async throws {
    try await Rehearsal.run { it in
      let answer = try await it.ask(
        "POST", "/visma/v2/customers",
        Self.least(["Nope": 1, "UnpaidInvoicesAmount": 5, "VatNumber": "SE559999200401"]))
      #expect(answer.status == 201)
      #expect(answer.json["UnpaidInvoicesAmount"] == 0)
      #expect(answer.json["Nope"] == nil)
    }
  }

  @Test func aTakenNumberIsAConflict() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let created = try await it.ask("POST", "/visma/v2/customers", Self.least(["CustomerNumber": "7"]))
      #expect(created.status == 409)
      #expect(created.json["ErrorCode"] == 4000)
      let id = try await it.vismaID("8")
      let replaced = try await it.ask("PUT", "/visma/v2/customers/" + id, Self.least(["CustomerNumber": "7"]))
      #expect(replaced.json["ErrorCode"] == 4000)
    }
  }

  @Test func unknownCustomersAreNotFound() async throws {
    try await Rehearsal.run { it in
      for id in ["c0ffee00-0000-4000-8000-00000000ffff", "7"] {
        let answer = try await it.ask("GET", "/visma/v2/customers/" + id)
        #expect(answer.status == 404)
        #expect(answer.json["ErrorCode"] == 3000)
      }
    }
  }

  @Test func onlyCustomersWithoutDocumentsAreDeleted() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let refused = try await it.ask("DELETE", "/visma/v2/customers/" + (try await it.vismaID("8")))
      #expect(refused.json["ErrorCode"] == 4001)
      let deleted = try await it.ask("DELETE", "/visma/v2/customers/" + (try await it.vismaID("7")))
      #expect(deleted.status == 200)
      #expect(deleted.text == "{}")
      #expect(try await it.vismaNumbers() == ["8"])
    }
  }

  @Test func thereIsNoPatch() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let id = try await it.vismaID("7")
      #expect(try await it.ask("PATCH", "/visma/v2/customers/" + id, ["Name": "X"]).status == 405)
    }
  }
}
