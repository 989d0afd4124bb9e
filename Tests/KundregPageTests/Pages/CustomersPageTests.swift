import CustomerModel
import Runs
import Testing

@testable import KundregPage

@Suite struct CustomersPageTests {
  private let reception: Reception

  init() throws {
    reception = try Reception()
    for number in 1001...1101 {
      try reception.add("\(number)", ["name": "Kund nummer \(number) AB", "type": "company"])
    }
  }

  private func numbers(_ page: BrowserView) -> [Int] {
    page.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("/customers/") }
      .compactMap { Int($0.dropFirst("/customers/".count)) }
  }

  /// Following "next" shows each customer once.
  @Test func pagesFollowOneAnother() async throws {
    let cookie = try await reception.logIn()
    var path: String? = "/customers"
    var seen: [[Int]] = []
    while let next = path {
      let page = BrowserView(try await reception.get(next, as: cookie).text)
      seen.append(numbers(page))
      path = page.all("a").first { $0.attributes["rel"] == "next" }?.attributes["href"]
    }
    #expect(seen.map(\.count) == [50, 50, 1])
    #expect(seen.flatMap(\.self).sorted() == Array(1001...1101))
  }

  @Test func aPageBehindTheLastSaysSo() async throws {
    let reply = try await reception.get("/customers?page=900", as: try await reception.logIn())
    #expect(reply.status == 200)
    #expect(numbers(BrowserView(reply.text)).isEmpty)
  }

  @Test func searchesStayInTheAddressesOfOtherPages() async throws {
    let page = BrowserView(
      try await reception.get("/customers?search=kund+AB&inactive=yes", as: try await reception.logIn()).text)
    let next = page.all("a").first { $0.attributes["rel"] == "next" }?.attributes["href"]
    #expect(next == "/customers?search=kund%20AB&inactive=yes&page=2")
    #expect(page.all("input").contains { $0.attributes["checked"] != nil })
  }

  @Test func inactiveOnesAreShownWhenAskedFor() async throws {
    let editor = CustomerEditor(reception.register, as: try ActingUser(named: "anna", in: reception.register))
    _ = try editor.setActive(false, .numbers(["1050"]))
    let cookie = try await reception.logIn()
    #expect(numbers(BrowserView(try await reception.get("/customers?search=1050", as: cookie).text)) == [])
    #expect(
      numbers(BrowserView(try await reception.get("/customers?search=1050&inactive=yes", as: cookie).text)) == [1050])
  }
}
