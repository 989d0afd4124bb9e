import HTTP
import Testing

@testable import AccountingSystems

@Suite("A run sends as many requests as it may, and gets on with any budget")
struct RequestBudgetTests {
  /// How many requests but pages are let through at most.
  private func taken(_ budget: RequestBudget) -> Int { (0..<1000).count { _ in budget.take(isPage: false) } }

  @Test("what is fetched leaves enough for one customer's push")
  func keepsAPush() {
    let budget = RequestBudget(50)
    #expect(taken(budget) == 46)
    budget.beginPushing()
    #expect(budget.claimCustomer())
    #expect(!budget.claimCustomer())
    #expect(taken(budget) == 4)
  }

  @Test("pages count, and are sent in any case", arguments: [(50, 20, 26), (50, 500, 2), (10, 1, 5), (10, 4, 2)])
  func pagesAreSent(limit: Int, pages: Int, rest: Int) {
    let budget = RequestBudget(limit)
    for _ in 0..<pages { #expect(budget.take(isPage: true)) }
    #expect(taken(budget) == rest)
    #expect(budget.take(isPage: true))
  }

  @Test("a list that comes last leaves a customer's push, however long it is", arguments: [1, 2, 5, 50])
  func aLateListKeepsAPush(pages: Int) {
    let budget = RequestBudget(12)
    budget.expectPage()
    #expect(taken(budget) == 7)
    for _ in 0..<pages { #expect(budget.take(isPage: true)) }
    budget.beginPushing()
    #expect(budget.claimCustomer())
    #expect(!budget.claimCustomer())
    #expect(taken(budget) == 4)
  }

  @Test("no push is begun that could not be finished")
  func claims() {
    let budget = RequestBudget(10)
    budget.beginPushing()
    #expect(budget.claimCustomer() && budget.claimCustomer() && !budget.claimCustomer())
    for _ in 0..<2 { #expect(budget.take(isPage: false)) }
    budget.releaseCustomer()
    // Two are spent, four are kept for the other, four are left.
    #expect(budget.claimCustomer())
  }

  @Test("without a number there is no end")
  func isUnlimited() {
    let budget = RequestBudget()
    #expect(!budget.isLimited && budget.claimCustomer() && taken(budget) == 1000)
  }

  @Test("a request beyond the budget does not leave")
  func endsTheSession() throws {
    let budget = RequestBudget(10)
    let scene = SessionScene(Array(repeating: .answer(200), count: 20), budget: budget)
    for _ in 0..<6 { _ = try scene.session.send(HTTPRequest(.get, "https://a/1")) }
    #expect(throws: APIFailure.spent) { try scene.session.send(HTTPRequest(.get, "https://a/1")) }
    #expect(scene.sent.count == 6)
    var page = HTTPRequest(.get, "https://a/list")
    page.isPage = true
    #expect(try scene.session.send(page).status == 200)
  }
}
