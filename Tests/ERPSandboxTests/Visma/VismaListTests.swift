import ERPSandbox
import Testing

/// The list of customers in Visma.
@Suite struct VismaListTests {
  static let seed: JSON = [
    "visma": [
      "customers": [
        [
          "CustomerNumber": "1", "Name": "Ett AB", "ChangedUtc": "2026-01-01T10:00:00.500Z",
          "Id": "00000000-0000-4000-8000-00000000000a",
        ],
        ["CustomerNumber": "2", "Name": "Två & Co", "ChangedUtc": "2026-01-02T10:00:00Z", "IsActive": false],
        ["CustomerNumber": "3", "Name": "O'Brien AB", "ChangedUtc": "2026-01-03T10:00:00Z"],
      ]
    ]
  ]

  @Test func itemsAreWholeCustomersWithoutEnvelope() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let answer = try await it.ask("GET", "/visma/v2/customers?$orderby=CustomerNumber")
      let meta = try JSON.parse(
        #"{"CurrentPage":1,"PageSize":50,"TotalNumberOfPages":1,"TotalNumberOfResults":3,"#
          + #""ServerTimeUtc":"2026-01-28T12:00:00.000Z"}"#)
      #expect(answer.json["Meta"] == meta)
      let listed = answer.json["Data"]?[0]
      let single = try await it.ask("GET", "/visma/v2/customers/00000000-0000-4000-8000-00000000000a")
      #expect(listed == single.json)
      #expect(listed?["ChangedUtc"] == "2026-01-01T10:00:00.500Z")
      #expect(listed?["EmailAddress"] == JSON.null)
      #expect(listed?["TermsOfPayment"]?["Name"] == "30 dagar")
      #expect(listed?.members?.count == 61)
    }
  }

  @Test(arguments: [
    ("$orderby=CustomerNumber%20desc", ["3", "2", "1"]),
    ("$orderby=ChangedUtc", ["1", "2", "3"]),
    ("%24orderby=ChangedUtc&%24pagesize=2", ["1", "2"]),
    ("$orderby=ChangedUtc&$pagesize=2&$page=2", ["3"]),
    ("$orderby=ChangedUtc&$pagesize=2&$page=3", []),
    ("$orderby=ChangedUtc&pagesize=1", ["1", "2", "3"]),
    ("$filter=CustomerNumber%20eq%20'2'", ["2"]),
    ("$filter=Name%20eq%20'O''Brien%20AB'", ["3"]),
    ("$filter=Name%20eq%20'Tv%C3%A5%20%26%20Co'", ["2"]),
    ("$filter=IsActive%20eq%20false", ["2"]),
    ("$filter=IsActive+eq+false", ["2"]),
    ("$orderby=ChangedUtc&$filter=ChangedUtc%20gt%202026-01-01T10:00:00Z", ["1", "2", "3"]),
    ("$orderby=ChangedUtc&$filter=ChangedUtc%20gt%202026-01-02T10:00:00Z", ["3"]),
    ("$orderby=ChangedUtc&$filter=ChangedUtc%20ge%202026-01-02T10:00:00Z", ["2", "3"]),
    ("$orderby=ChangedUtc&$filter=ChangedUtc%20ge%202026-01-02T11:00:00%2B01:00", ["2", "3"]),
    ("$filter=not%20(IsActive%20eq%20true)%20and%20ChangedUtc%20lt%202027-01-01T00:00:00Z", ["2"]),
    ("$orderby=ChangedUtc&$filter=CustomerNumber%20eq%20'1'%20or%20CustomerNumber%20eq%20'3'", ["1", "3"]),
    ("$filter=contains(Name,'co')", ["2"]),
    ("$orderby=ChangedUtc&$filter=EmailAddress%20eq%20null", ["1", "2", "3"]),
    ("$filter=EmailAddress%20gt%20''", []),
    ("$filter=Id%20eq%2000000000-0000-4000-8000-00000000000a", ["1"]),
  ])
  func selectsAndOrders(_ query: String, _ numbers: [String]) async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let found = try await it.vismaNumbers("?" + query)
      #expect(found == numbers)
    }
  }

  @Test(arguments: [
    "$pagesize=1001", "$page=0", "$top=5", "$filter=ChangedUtc%20gt%202026-01-01T10:00:00+00:00",
    "$filter=ModifiedUtc%20gt%202026-01-01T10:00:00Z", "$filter=CustomerNumber%20eq%20'1",
    "$filter=(IsActive%20eq%20true",
    "$filter=IsActive", "$filter=IsActive%20eq%20true%20true", "$orderby=Nothing",
  ])
  func refusesOtherParameters(_ query: String) async throws {
    try await Rehearsal.run { it in
      let answer = try await it.ask("GET", "/visma/v2/customers?" + query)
      #expect(answer.status == 400)
      #expect(answer.json["ErrorCode"] == 2000)
    }
  }

  @Test func aQuotedDateInAFilterIsRefused() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let time = "2026-01-02T10:00:00Z"
      let quoted = try await it.ask("GET", "/visma/v2/customers?$filter=ChangedUtc%20ge%20'\(time)'")
      #expect(quoted.status == 400)
      #expect(quoted.json["ErrorCode"] == 2000)
      // Within quotes a text may look like a time.
      #expect(try await it.vismaNumbers("?$filter=Name%20eq%20'\(time)'") == [])
      #expect(try await it.vismaNumbers("?$orderby=ChangedUtc&$filter=ChangedUtc%20ge%20\(time)") == ["2", "3"])
    }
  }

  @Test func selectShowsOnlyTheNamedProperties() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let answer = try await it.ask("GET", "/visma/v2/customers?$select=CustomerNumber&$pagesize=1&$orderby=ChangedUtc")
      #expect(answer.json["Data"] == [["CustomerNumber": "1"]])
    }
  }

  @Test func termsOfPaymentAreListed() async throws {
    try await Rehearsal.run { it in
      let answer = try await it.ask("GET", "/visma/v2/termsofpayments")
      #expect(answer.json["Data"]?[0]?["Name"] == "30 dagar")
      #expect(answer.json["Data"]?[2]?["AvailableForSales"] == false)
      // The singular of the field's description is the address of nothing.
      #expect(try await it.ask("GET", "/visma/v2/termsofpayment").status == 404)
    }
  }
}
