import CustomerModel
import Documents
import HTTP
import Testing
import Texts

@testable import AccountingSystems

struct FortnoxListingTests {
  private func answers(_ bodies: [String: String]) -> ScriptedAPI {
    ScriptedAPI(bodies.mapValues { HTTPResponse(200, $0) })
  }

  @Test func anEmptyListHasNoPagesAndEnds() throws {
    let api = answers([fortnoxList("active"): fortnoxEmpty, fortnoxList("inactive"): fortnoxEmpty])
    let listing = try Listing(try fortnox(api), since: nil)
    #expect(listing.pages.isEmpty)
    #expect(listing.all == [])
  }

  @Test func bothFiltersAreListedAndEachRecordIsFetchedWhole() throws {
    let api = answers([
      fortnoxList("active"): fortnoxPage(["1", "2"], total: 2), fortnoxList("inactive"): fortnoxPage(["3"], total: 1),
      "GET /customers/1": fortnoxCustomer("1"), "GET /customers/2": fortnoxCustomer("2"),
      "GET /customers/3": fortnoxCustomer("3"),
    ])
    let listing = try Listing(try fortnox(api), since: nil)
    #expect(listing.ids == ["1", "2", "3"])
    #expect(listing.all == ["1", "2", "3"])
    #expect(listing.pages[0][0].object["CountryCode"] == .text("SE"))
    #expect(listing.pages[0][0].object["@url"] == .text("https://api.fortnox.se/3/customers/1"))
  }

  @Test func pagesHoldFiveHundredAndAreAskedInOrder() throws {
    let first = (1...500).map(String.init)
    let api = answers([
      fortnoxList("active"): fortnoxPage(first, of: 2, total: 501),
      fortnoxList("active", page: 2): fortnoxPage(["501"], page: 2, of: 2, total: 501),
      fortnoxList("inactive"): fortnoxEmpty, "GET /customers/501": fortnoxCustomer("501"),
    ])
    let listing = try Listing(try fortnox(api), since: nil, held: Set(first))
    #expect(listing.ids == ["501"])
    #expect(listing.all?.count == 501)
    #expect(api.sent.filter { $0.hasPrefix("GET /customers/") } == ["GET /customers/501"])
  }

  @Test func recordsAreHandedOnInGroupsOfAHundred() throws {
    let numbers = (1...250).map(String.init)
    var bodies = [fortnoxList("active"): fortnoxPage(numbers, total: 250), fortnoxList("inactive"): fortnoxEmpty]
    for number in numbers { bodies["GET /customers/\(number)"] = fortnoxCustomer(number) }
    let listing = try Listing(try fortnox(answers(bodies), workers: 4), since: nil)
    #expect(listing.pages.map(\.count) == [100, 100, 50])
    #expect(listing.ids == numbers)
  }

  @Test func aRowThatMovedToTheNextPageIsGivenOnce() throws {
    let api = answers([
      fortnoxList("active"): fortnoxPage(["1", "2"], of: 2, total: 3),
      fortnoxList("active", page: 2): fortnoxPage(["2", "3"], page: 2, of: 2, total: 4),
      fortnoxList("inactive"): fortnoxEmpty, "GET /customers/1": fortnoxCustomer("1"),
      "GET /customers/2": fortnoxCustomer("2"), "GET /customers/3": fortnoxCustomer("3"),
    ])
    // The fourth, 0, came to stand before them: it is found by listing again, or, here, never.
    let listing = try Listing(try fortnox(api), since: nil)
    #expect(listing.ids == ["1", "2", "3"])
    #expect(listing.all == nil)
    #expect(api.sent.filter { $0 == fortnoxList("active", page: 2) }.count == 3)
  }

  @Test func aRowThatMovedToAPageAlreadyReadIsFoundByListingAgain() throws {
    let script: [String: [Result<HTTPResponse, APIFailure>]] = [
      fortnoxList("active"): [
        .success(HTTPResponse(200, fortnoxPage(["1", "2"], of: 2, total: 4))),
        .success(HTTPResponse(200, fortnoxPage(["2", "3"], of: 2, total: 3))),
      ],
      fortnoxList("active", page: 2): [.success(HTTPResponse(200, fortnoxPage(["4"], page: 2, of: 2, total: 3)))],
      fortnoxList("inactive"): [.success(HTTPResponse(200, fortnoxEmpty))],
      "GET /customers/1": [.success(HTTPResponse(404, ""))],
      "GET /customers/2": [.success(HTTPResponse(200, fortnoxCustomer("2")))],
      "GET /customers/3": [.success(HTTPResponse(200, fortnoxCustomer("3")))],
      "GET /customers/4": [.success(HTTPResponse(200, fortnoxCustomer("4")))],
    ]
    let listing = try Listing(try fortnox(ScriptedAPI(script)), since: nil)
    #expect(Set(listing.ids) == ["2", "3", "4"])
    #expect(listing.all?.isSuperset(of: ["2", "3", "4"]) == true)
  }

  @Test func aCustomerMadeActiveBetweenTheTwoListsIsFound() throws {
    let script: [String: [Result<HTTPResponse, APIFailure>]] = [
      fortnoxList("active"): [
        .success(HTTPResponse(200, fortnoxPage(["1"], total: 1))),
        .success(HTTPResponse(200, fortnoxPage(["1", "2"], total: 2))),
      ],
      fortnoxList("inactive"): [.success(HTTPResponse(200, fortnoxEmpty))],
      "GET /customers/1": [.success(HTTPResponse(200, fortnoxCustomer("1")))],
      "GET /customers/2": [.success(HTTPResponse(200, fortnoxCustomer("2")))],
    ]
    let listing = try Listing(try fortnox(ScriptedAPI(script)), since: nil)
    #expect(listing.ids == ["1", "2"])
    #expect(listing.all == ["1", "2"])
  }

  @Test func theCursorIsTheDateOfTheFirstAnswerOrElseTheOwnClock() throws {
    let changed = "2026-11-23%2022%3A50"
    for (date, cursor) in [("Mon, 23 Nov 2026 22:00:07 GMT", "2026-11-23T22:00:07Z"), (nil, "2026-11-23T23:00:00Z")] {
      let api = ScriptedAPI([
        fortnoxList("active", lastModified: changed): HTTPResponse(200, fortnoxEmpty, date: date),
        fortnoxList("inactive", lastModified: changed): HTTPResponse(
          200, fortnoxEmpty, date: "Mon, 23 Nov 2026 22:59:59 GMT"),
      ])
      let listing = try Listing(try fortnox(api, now: "2026-11-23T23:00:00Z"), since: "2026-11-23T22:00:59Z")
      #expect(listing.started == [cursor])
      #expect(listing.all == nil)
    }
  }

  @Test func aFailureKeepsWhatWasFetchedBefore() throws {
    let failure = APIFailure.unavailable(KundregError(.erpUnreachable, Text(verbatim: "x")))
    let api = ScriptedAPI([
      fortnoxList("active"): [.success(HTTPResponse(200, fortnoxPage(["1", "2", "3"], total: 3)))],
      fortnoxList("inactive"): [.success(HTTPResponse(200, fortnoxEmpty))],
      "GET /customers/1": [.success(HTTPResponse(200, fortnoxCustomer("1")))], "GET /customers/2": [.failure(failure)],
    ])
    var given: [String] = []
    #expect(throws: failure) {
      try fortnox(api).list(.everything, started: { _ in }, isHeld: { _ in false }) { given += $0.map(\.id) }
    }
    #expect(given == ["1"])
  }

  @Test func aCursorThatIsNoTimeSaysWhatToDo() throws {
    let error = KundregError(
      .fortnoxCursor, VendorTexts.badCursor("Fortnox", "fortnox"), remedies: [.syncFully(system: "fortnox")])
    #expect(throws: APIFailure.unavailable(error)) {
      try Listing(try fortnox(ScriptedAPI([:] as [String: HTTPResponse])), since: "soon")
    }
  }

  @Test(arguments: [
    #"{"Customers":{}}"#, #"{"MetaInformation":{"@TotalResources":1},"Customers":[{"Name":"x"}]}"#, "<html>", "",
    #"{"MetaInformation":{"@TotalResources":1,"@TotalPages":1},"Customers":[{"CustomerN"#,
  ])
  func anUnreadableListIsAskedForOnceMoreAndEndsTheRun(body: String) throws {
    let api = ScriptedAPI([fortnoxList("active"): HTTPResponse(200, body)])
    let thrown = #expect(throws: APIFailure.self) { try Listing(try fortnox(api), since: nil) }
    guard case .unavailable(let error)? = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    #expect(error.code == "fortnox.unreadable")
    #expect(error.status == .unavailable)
    #expect(api.sent.count == 2)
  }
}

/// A comparison of the lists with what was last seen.
struct FortnoxDifferenceTests {
  private static let changed = "2026-11-23%2021%3A50"

  /// The records that are fetched when the active list has 1 as recorded, without any value but its name.
  private func fetched(_ seen: String?, changed: [String] = [], inactive: Bool = false) throws -> [String] {
    let list = fortnoxPage(["1"], total: 1)
    var bodies = [
      fortnoxList("active"): inactive ? fortnoxEmpty : list, fortnoxList("inactive"): inactive ? list : fortnoxEmpty,
      fortnoxList("active", lastModified: Self.changed): changed.isEmpty
        ? fortnoxEmpty : fortnoxPage(changed, total: 1),
      fortnoxList("inactive", lastModified: Self.changed): fortnoxEmpty,
    ]
    for number in ["1", "2"] { bodies["GET /customers/\(number)"] = fortnoxCustomer(number) }
    let api = ScriptedAPI(bodies.mapValues { HTTPResponse(200, $0) })
    let record = try seen.map { try JSONNode(parsing: Array($0.utf8)) }
    let listing = try Listing(
      try fortnox(api, now: "2026-11-23T23:00:00Z"),
      .differences(since: "2026-11-23T21:00:00Z", seen: { $0 == "1" ? record : nil }))
    #expect(listing.all == ["1"])
    return listing.ids
  }

  @Test(arguments: [
    #"{"CustomerNumber":"1","Name":"Exempel AB","Active":true,"City":null,"Email":"","Phone1":null,"Comments":"x"}"#,
    #"{"CustomerNumber":"1","Name":"Exempel AB"}"#,
    #"{"CustomerNumber":"1","Name":"Exempel AB","Active":true,"Phone2":"08-1","CountryCode":"SE"}"#,
  ])
  func aRecordThatTheListShowsAsItWasIsNotFetched(_ record: String) throws {
    #expect(try fetched(record) == [])
    // What changed since is, whether or not the list shows it.
    #expect(try fetched(record, changed: ["1"]) == ["1"])
    #expect(try fetched(record, inactive: true) == ["1"])
  }

  @Test(arguments: [
    nil, #"{"CustomerNumber":"1","Name":"Annan AB"}"#, #"{"CustomerNumber":"1","Name":"Exempel AB","Active":false}"#,
    #"{"CustomerNumber":"1","Name":"Exempel AB","Phone1":"08-1"}"#,
    #"{"CustomerNumber":"1","Name":"Exempel AB","ZipCode":"123 45"}"#,
    #"{"CustomerNumber":"1","Name":"Exempel AB","OrganisationNumber":"559999-0001"}"#,
  ])
  func aRecordThatIsNewOrShownOtherwiseIsFetched(_ record: String?) throws {
    #expect(try fetched(record) == ["1"])
  }

  @Test func whatChangedAndStandsInNoListIsFetchedOnce() throws {
    #expect(try fetched(nil, changed: ["2"]) == ["1", "2"])
  }
}
