import ERPSandbox
import Testing

/// Fetching and writing of single customers in Fortnox.
@Suite struct FortnoxCustomerTests {
  static let seed: JSON = [
    "fortnox": [
      "customers": [
        [
          "CustomerNumber": "7", "Name": "Sju AB", "CountryCode": "SE", "SalesAccount": "3001", "City": "Storstad",
          "YourReference": "Östen",
        ],
        ["CustomerNumber": "8", "Name": "Åtta AB", "CostCenter": "BORTA"],
      ],
      "deletedNumbers": ["9"],
    ]
  ]

  @Test func aCustomerHasSixtyFourKeys() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let answer = try await it.ask("GET", "/fortnox/3/customers/7")
      let customer = try #require(answer.json["Customer"]?.members)
      #expect(customer.count == 64)
      let expected: [String: JSON] = [
        "CustomerNumber": "7", "Active": true, "Type": "COMPANY", "VATType": "SEVAT", "Currency": "SEK",
        "PriceList": "A", "Address1": nil, "Email": "", "OrganisationNumber": "", "Country": "Sverige",
        "CountryCode": "SE", "DeliveryCountry": nil, "SalesAccount": "3001", "ShowPriceVATIncluded": false,
        "WWW": "", "Phone1": nil, "YourReference": "Östen",
        "DefaultDeliveryTypes": ["Invoice": "PRINT", "Order": "PRINT", "Offer": "PRINT"],
      ]
      for (name, value) in expected { #expect(customer[name] == value, "\(name)") }
    }
  }

  @Test func creationAnswersWithTheWholeCustomerAndItsNumber() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let answer = try await it.ask(
        "POST", "/fortnox/3/customers",
        ["Customer": ["Name": "Ny AB", "CustomerNumber": "K-1/Å_2+", "SalesAccount": "3001", "City": ""]])
      #expect(answer.status == 201)
      #expect(answer.headers["location"] == "customers")
      let customer = answer.json["Customer"]
      #expect(customer?["CustomerNumber"] == "K-1/Å_2+")
      #expect(customer?["SalesAccount"] == 3001)
      #expect(customer?["City"] == JSON.null)
      let fetched = try await it.ask("GET", "/fortnox/3/customers/K-1%2F%C3%85_2%2B")
      #expect(fetched.json["Customer"]?["SalesAccount"] == "3001")
    }
  }

  @Test func aCustomerWithoutNumberTakesTheNextFreeOne() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      // 8 is the highest, and 9 is reserved for ever.
      let answer = try await it.ask("POST", "/fortnox/3/customers", ["Customer": ["Name": "Ny AB"]])
      #expect(answer.json["Customer"]?["CustomerNumber"] == "10")
    }
  }

  @Test func takenAndDeletedNumbersAreRefusedWithDifferentTexts() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      var messages: [String] = []
      _ = try await it.ask("DELETE", "/fortnox/3/customers/8")
      for number: JSON in ["7", "8", "9"] {
        let answer = try await it.ask(
          "POST", "/fortnox/3/customers", ["Customer": ["Name": "Ny AB", "CustomerNumber": number]])
        #expect(answer.status == 400)
        #expect(answer.json["ErrorInformation"]?["code"] == 2_000_637)
        messages.append(answer.json["ErrorInformation"]?["message"]?.text ?? "")
      }
      #expect(
        messages == [
          "Kundnummer \"7\" används redan.", "Kundnummer \"8\" har använts av en kund som är borttagen.",
          "Kundnummer \"9\" har använts av en kund som är borttagen.",
        ])
    }
  }

  @Test func anUpdateChangesOnlyWhatIsSent() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let answer = try await it.ask(
        "PUT", "/fortnox/3/customers/7",
        [
          "Customer": [
            "City": "", "YourReference": "API_BLANK", "CountryCode": "NO", "Phone1": nil, "Country": "Norway",
          ]
        ])
      #expect(answer.status == 200)
      let customer = answer.json["Customer"]
      #expect(customer?["City"] == "Storstad")
      #expect(customer?["YourReference"] == "")
      #expect(customer?["Country"] == "Norge")
      #expect(customer?["SalesAccount"] == "3001")
      #expect(customer?["Name"] == "Sju AB")
    }
  }

  @Test func unknownCustomersAreAnsweredWithCapitals() async throws {
    try await Rehearsal.run { it in
      for (method, body) in [("GET", nil), ("PUT", ["Customer": ["Name": "X"]]), ("DELETE", nil)] as [(String, JSON?)] {
        let answer = try await it.ask(method, "/fortnox/3/customers/404", body)
        #expect(answer.status == 404)
        #expect(
          answer.json
            == ["ErrorInformation": ["Error": 1, "Message": "Kan inte hitta kunden.", "Code": 2_000_433]])
      }
    }
  }

  @Test(arguments: [
    (#"{"Customer":{"Name":"X","Nope":1}}"#, 2_001_399),
    (#"{"Name":"X"}"#, 2_001_392), ("", 2_001_392), ("[]", 2_001_392), (#"{"Customer":"#, 2_002_115),
    (#"{"Customer":{"City":"X"}}"#, 2_000_637),
    (#"{"Customer":{"Name":"X","Email":"info(at)example.se"}}"#, 2_000_357),
    (#"{"Customer":{"Name":"X","OrganisationNumber":"559999-2005"}}"#, 2_000_358),
    (#"{"Customer":{"Name":"X","OrganisationNumber":"18980521-9807"}}"#, 2_000_358),
    (#"{"Customer":{"Name":"X","VATNumber":"SE559999200501"}}"#, 2_004_194),
    (#"{"Customer":{"Name":"X","ZipCode":"12345678901"}}"#, 2_000_107),
    (#"{"Customer":{"Name":"X","GLN":"123"}}"#, 2_000_107),
    (#"{"Customer":{"Name":"X <y>"}}"#, 2_000_359), (#"{"Customer":{"Name":"\"X\""}}"#, 2_000_359),
    (#"{"Customer":{"Name":"X","Comments":"a\tb"}}"#, 2_000_359),
    (#"{"Customer":{"Name":"X","CostCenter":"VÄST"}}"#, 2_000_430),
    (#"{"Customer":{"Name":"X","CountryCode":"XX"}}"#, 2_000_426),
    (#"{"Customer":{"Name":"X","Currency":"ABC"}}"#, 2_000_427),
    (#"{"Customer":{"Name":"X","PriceList":"Q"}}"#, 2_000_431),
    (#"{"Customer":{"Name":"X","TermsOfPayment":"31"}}"#, 2_000_429),
    (#"{"Customer":{"Name":"X","Project":"99"}}"#, 2_001_161),
    (#"{"Customer":{"Name":"X","SalesAccount":"9999"}}"#, 2_000_423),
    (#"{"Customer":{"Name":"X","Active":"kanske"}}"#, 2_000_134),
    (#"{"Customer":{"Name":"X","InvoiceDiscount":"fem"}}"#, 2_000_108),
    (#"{"Customer":{"Name":"X","City":["Y"]}}"#, 2_000_106),
    (#"{"Customer":{"Name":"X","CustomerNumber":"1 2"}}"#, 2_000_106),
    (#"{"Customer":{"Name":"X","Type":"FIRMA"}}"#, 2_000_588),
  ])
  func faultyCustomersAreRefused(_ body: String, _ code: Int) async throws {
    try await Rehearsal.run { it in
      let answer = try await it.ask("POST", "/fortnox/3/customers", text: body)
      #expect(answer.status == 400)
      #expect(answer.json["ErrorInformation"]?["code"] == JSON(code), "\(answer.text)")
      #expect(answer.json["ErrorInformation"]?["error"] == 1)
      #expect(try await it.fortnoxNumbers() == [])
    }
  }

  @Test(arguments: [
    "Årjänge & Söner, f.d. O'Brien – ½ (A/B)", "Łódź Ελλάδα", "A\u{308}ngen", "Rad ett\r\nRad två",
  ])
  func soundTextsAreTaken(_ text: String) async throws {
    try await Rehearsal.run { it in
      let answer = try await it.ask(
        "POST", "/fortnox/3/customers", ["Customer": ["Name": "X", "Comments": .string(text)]])
      #expect(answer.status == 201, "\(answer.text)")
      #expect(answer.json["Customer"]?["Comments"] == .string(text))
    }
  }

  @Test func anUpdateChecksTheWholeCustomer() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      // The cost center of 8 is gone, which is told although only the city was sent.
      let answer = try await it.ask("PUT", "/fortnox/3/customers/8", ["Customer": ["City": "Åmåsen"]])
      #expect(answer.json["ErrorInformation"]?["code"] == 2_000_430)
      let cleared = try await it.ask(
        "PUT", "/fortnox/3/customers/8", ["Customer": ["City": "Åmåsen", "CostCenter": "API_BLANK"]])
      #expect(cleared.status == 200)
    }
  }

  @Test func updatesNeedANumberAndKeepIt() async throws {
    try await Rehearsal.run(seed: Self.seed) { it in
      let without = try await it.ask("PUT", "/fortnox/3/customers", ["Customer": ["Name": "X"]])
      #expect(without.json["ErrorInformation"]?["code"] == 2_000_729)
      let other = try await it.ask("PUT", "/fortnox/3/customers/7", ["Customer": ["CustomerNumber": "70"]])
      #expect(other.status == 400)
      let same = try await it.ask("PUT", "/fortnox/3/customers/7", ["Customer": ["CustomerNumber": "7"]])
      #expect(same.status == 200)
    }
  }

  @Test func companyInformationNamesTheTenant() async throws {
    try await Rehearsal.run(seed: ["fortnox": ["tenantId": 4711]]) { it in
      let answer = try await it.ask("GET", "/fortnox/3/companyinformation")
      #expect(answer.json["CompanyInformation"]?["DatabaseNumber"] == 4711)
    }
  }

  @Test func electronicInvoicesAreAWayToDeliver() async throws {
    try await Rehearsal.run { it in
      func create(_ way: String) async throws -> Answer {
        try await it.ask(
          "POST", "/fortnox/3/customers",
          ["Customer": ["Name": "Ett namn AB", "DefaultDeliveryTypes": ["Invoice": .string(way)]]])
      }
      let created = try await create("ELECTRONICINVOICE")
      #expect(created.status == 201, "\(created.text)")
      #expect(created.json["Customer"]?["DefaultDeliveryTypes"]?["Invoice"] == "ELECTRONICINVOICE")
      #expect(try await create("PIGEON").status == 400)
    }
  }
}
