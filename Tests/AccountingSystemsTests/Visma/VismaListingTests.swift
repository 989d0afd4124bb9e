import CustomerModel
import Documents
import HTTP
import Testing
import Texts

@testable import AccountingSystems

struct VismaListingTests {
  @Test(arguments: [0, 1])
  func anEmptyListEndsWhetherItHasNoPageOrOne(pages: Int) throws {
    let api = ScriptedAPI([vismaList(): HTTPResponse(200, vismaPage([], of: pages))])
    let listing = try Listing(try visma(api), since: nil)
    #expect(listing.pages.isEmpty)
    #expect(listing.all == [])
    #expect(api.sent.count == 1)
  }

  @Test func everythingIsListedByNumberInPagesOfAThousandAsWholeRecords() throws {
    let api = ScriptedAPI([
      vismaList(): HTTPResponse(200, vismaPage([vismaCustomer(1), vismaCustomer(2)], of: 2, total: 3)),
      vismaList(2): HTTPResponse(
        200, vismaPage([vismaCustomer(3)], page: 2, of: 2, total: 3, time: "2026-01-28T12:11:00Z")),
    ])
    let listing = try Listing(try visma(api), since: nil)
    #expect(listing.started == ["2026-01-28T12:10:22Z"])
    #expect(listing.pages.map { $0.map(\.number) } == [["1", "2"], ["3"]])
    #expect(listing.all == [guid(1), guid(2), guid(3)])
    #expect(listing.pages[0][0].changed == "2026-01-28T12:10:22.743Z")
    #expect(listing.pages[0][0].object["DiscountPercentage"] == .number("0.1000"))
    #expect(api.sent.count == 2)
  }

  @Test func changesAreAskedForInUTCWithoutAPlus() throws {
    let api = ScriptedAPI([
      vismaChanges(since: "2026-01-28T12%3A09%3A22Z"): HTTPResponse(200, vismaPage([vismaCustomer(1)]))
    ])
    for cursor in ["2026-01-28T12:10:22Z", "2026-01-28T12:10:22.743Z", "2026-01-28T12:10:22+00:00"] {
      let listing = try Listing(try visma(api), since: cursor)
      #expect(listing.ids == [guid(1)])
      #expect(listing.all == nil)
    }
  }

  @Test func aRecordThatComesAgainIsGivenOnce() throws {
    let api = ScriptedAPI([
      vismaList(): HTTPResponse(200, vismaPage([vismaCustomer(1), vismaCustomer(2)], of: 2, total: 3)),
      vismaList(2): HTTPResponse(200, vismaPage([vismaCustomer(2), vismaCustomer(3)], page: 2, of: 2, total: 3)),
    ])
    #expect(try Listing(try visma(api), since: nil).ids == [guid(1), guid(2), guid(3)])
  }

  @Test func aRecordThatMovedToAPageAlreadyReadIsFoundByListingAgain() throws {
    let since = "2026-01-28T12%3A09%3A22Z"
    let api = ScriptedAPI([
      vismaChanges(since: since): [
        .success(HTTPResponse(200, vismaPage([vismaCustomer(1), vismaCustomer(2)], of: 2, total: 4))),
        .success(HTTPResponse(200, vismaPage([vismaCustomer(2), vismaCustomer(3)], of: 2, total: 4))),
      ],
      vismaChanges(2, since: since): [
        // The first was changed, and so moved to the end: the third stands on the first page now.
        .success(HTTPResponse(200, vismaPage([vismaCustomer(4), vismaCustomer(1)], page: 2, of: 2, total: 4)))
      ],
    ])
    let listing = try Listing(try visma(api), since: "2026-01-28T12:10:22Z")
    #expect(listing.ids == [guid(1), guid(2), guid(4), guid(3)])
  }

  @Test func whatIsMissedAfterThreeWalksIsNotTakenForDeleted() throws {
    let api = ScriptedAPI([vismaList(): HTTPResponse(200, vismaPage([vismaCustomer(1)], total: 2))])
    #expect(try Listing(try visma(api), since: nil).all == nil)
    #expect(api.sent.count == 3)
  }

  @Test func withoutTheServersTimeTheAnswersDateOrTheOwnClockIsTheCursor() throws {
    let body = #"{"Meta":{"TotalNumberOfPages":1,"TotalNumberOfResults":0},"Data":[]}"#
    for (date, cursor) in [("Mon, 23 Nov 2026 21:00:07 GMT", "2026-11-23T21:00:07Z"), (nil, "2026-11-23T22:00:00Z")] {
      let listing = try Listing(try visma([vismaList(): HTTPResponse(200, body, date: date)]), since: nil)
      #expect(listing.started == [cursor])
    }
  }

  @Test func aCursorThatIsNoTimeSaysWhatToDo() throws {
    let error = KundregError(
      .vismaCursor, VendorTexts.badCursor("Visma", "visma"), remedies: [.syncFully(system: "visma")])
    #expect(throws: APIFailure.unavailable(error)) { try Listing(try visma(), since: "soon") }
  }

  @Test(arguments: ["", "<html>", "[]", #"{"Data":[]}"#, #"{"Meta":{},"Data":[{"Name":"x"}]}"#])
  func anUnreadableListIsAskedForOnceMoreAndEndsTheRun(body: String) throws {
    let api = ScriptedAPI([vismaList(): HTTPResponse(200, body)])
    let thrown = #expect(throws: APIFailure.self) { try Listing(try visma(api), since: nil) }
    guard case .unavailable(let error)? = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    #expect(error.code == "visma.unreadable")
    #expect(api.sent.count == 2)
  }
}
