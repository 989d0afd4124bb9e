import ERPSandbox
import Testing

/// The list of customers as section 1.4 and 1.5 of Fortnox's behaviour have it.
@Suite struct FortnoxListTests {
  static let seed: JSON = [
    "fortnox": [
      "customers": [
        ["CustomerNumber": "10", "Name": "Tio AB", "City": "Åmåsen", "Phone1": "08-465 004 10"],
        ["CustomerNumber": "2", "Name": "Två AB", "Email": "tva@example.se", "OrganisationNumber": "559999-2004"],
        ["CustomerNumber": "A7/1", "Name": "Ängsvägens AB"],
        ["CustomerNumber": "3", "Name": "Vilande AB", "Active": false],
      ]
    ]
  ]

  @Test func itemsHaveTenKeysAndEmptyTextsForNoValue() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let answer = try await it.ask("GET", "/fortnox/3/customers?customernumber=10")
      let expected: JSON = [
        "@url": .string("http://127.0.0.1:\(it.port)/fortnox/3/customers/10"), "Address1": "", "Address2": "",
        "City": "Åmåsen", "CustomerNumber": "10", "Email": "", "Name": "Tio AB", "OrganisationNumber": "",
        "Phone": "08-465 004 10", "ZipCode": "",
      ]
      #expect(answer.json["Customers"] == [expected])
      #expect(answer.text.contains(#"\/fortnox\/3\/customers\/10"#))
      #expect(answer.text.contains(#"\u00c5m\u00e5sen"#))
    }
  }

  @Test(arguments: [
    ("", ["2", "10", "A7/1"]),
    ("?filter=active", ["2", "10", "A7/1"]),
    ("?filter=inactive", ["3"]),
    ("?sortby=name", ["10", "2", "A7/1"]),
    ("?sortby=customernumber&sortorder=descending", ["A7/1", "10", "2"]),
    ("?limit=2", ["2", "10"]),
    ("?limit=2&page=2", ["A7/1"]),
    ("?limit=2&page=3", []),
    ("?offset=1", ["10", "A7/1"]),
    ("?name=%C3%A4NGS", ["A7/1"]),
    ("?organisationnumber=559999-2", ["2"]),
    ("?organisationnumber=5599992004", []),
    ("?email=TVA", ["2"]),
    ("?phone=465", ["10"]),
    ("?city=%C3%A5m%C3%A5sen&customernumber=1", ["10"]),
  ])
  func selectsAndOrders(_ query: String, _ numbers: [String]) async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let found = try await it.fortnoxNumbers(query)
      #expect(found == numbers)
    }
  }

  @Test func withoutAFilterInactiveOnesComeWhenAskedForAtTheStart() async throws {
    try await Rehearsal.run(seed: Self.seed, { $0.fortnoxUnfiltered = .all }) { it in
      let found = try await it.fortnoxNumbers()
      #expect(found == ["2", "3", "10", "A7/1"])
    }
  }

  @Test(arguments: [
    ("?limit=2", #"{"@TotalResources":3,"@TotalPages":2,"@CurrentPage":1}"#),
    ("?name=ingen", #"{"@TotalResources":0,"@TotalPages":0,"@CurrentPage":1}"#),
  ])
  func countsPagesFromOneAndNoneWhenEmpty(_ query: String, _ meta: String) async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let answer = try await it.ask("GET", "/fortnox/3/customers" + query)
      let expected = try JSON.parse(meta)
      #expect(answer.json["MetaInformation"] == expected)
    }
  }

  @Test(arguments: [
    ("limit=501", 2_000_588), ("limit=0", 2_000_588), ("page=0", 2_000_588), ("filter=all", 2_000_587),
    ("Limit=5", 2_000_588), ("sortby=city", 2_000_588), ("lastmodified=2026-01-28T12:00:00Z", 2_000_588),
    ("lastmodified=2026-02-30%2012:00", 2_000_588),
  ])
  func refusesOtherParameters(_ query: String, _ code: Int) async throws {
    try await Rehearsal.run { it in
      let answer = try await it.ask("GET", "/fortnox/3/customers?" + query)
      #expect(answer.status == 400)
      #expect(answer.json["ErrorInformation"]?["code"] == JSON(code))
    }
  }

  @Test(arguments: [
    ("GET", "/fortnox/3/customers?updated=2026-01-28"), ("GET", "/fortnox/3/customers?page=1&Page=1"),
    ("GET", "/fortnox/3/customers/2?limit=500"), ("GET", "/fortnox/3/companyinformation?x=1"),
    ("PUT", "/fortnox/3/customers/2?lastmodified=2026-01-28"), ("POST", "/fortnox/3/customers?filter=active"),
  ])
  func unknownParametersAreRefused(_ method: String, _ target: String) async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let body: JSON? = method == "GET" ? nil : ["Customer": ["Name": "Ett namn AB"]]
      let answer = try await it.ask(method, target, body)
      #expect(answer.status == 400)
      #expect(answer.json["ErrorInformation"]?["message"] == "Ogiltig parameter i anropet.")
    }
  }

  @Test func lastmodifiedTakesADayAlone() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      // The seed is from noon of the day before.
      #expect(try await it.fortnoxNumbers("?lastmodified=2026-01-27") == ["2", "10", "A7/1"])
      #expect(try await it.fortnoxNumbers("?lastmodified=2026-01-28") == [])
      _ = try await it.ask("PUT", "/fortnox/3/customers/10", ["Customer": ["City": "Storstad"]])
      #expect(try await it.fortnoxNumbers("?lastmodified=2026-01-28") == ["10"])
      #expect(try await it.ask("GET", "/fortnox/3/customers?lastmodified=2026-02-30").status == 400)
    }
  }

  @Test func lastmodifiedIsLocalTimeInMinutes() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      // Noon UTC is 13:00 in Stockholm in January; the seed is from the day before.
      try await it.advance(59)
      _ = try await it.ask("PUT", "/fortnox/3/customers/10", ["Customer": ["City": "Storstad"]])
      #expect(try await it.fortnoxNumbers("?lastmodified=2026-01-28%2013:00") == ["10"])
      #expect(try await it.fortnoxNumbers("?lastmodified=2026-01-28+13:00:59") == ["10"])
      #expect(try await it.fortnoxNumbers("?lastmodified=2026-01-28%2013:01") == [])
      #expect(try await it.fortnoxNumbers("?lastmodified=2026-01-27%2013:00") == ["2", "10", "A7/1"])
    }
  }

  @Test func deletedCustomersAreNotListed() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let answer = try await it.ask("DELETE", "/fortnox/3/customers/A7%2F1")
      #expect(answer.status == 204)
      #expect(answer.body == [])
      #expect(try await it.fortnoxNumbers() == ["2", "10"])
      #expect(try await it.fortnoxNumbers("?lastmodified=2020-01-01%2000:00") == ["2", "10"])
    }
  }
}
