import CustomerModel
import RegisterStore
import Runs
import Testing

@testable import KundregPage

/// The page shows what the register lets its user see, at every request anew.
@Suite struct PermissionTests {
  private let reception: Reception

  init() throws {
    reception = try Reception()
    try reception.add("1001", ["name": "Norra Bageriet AB", "type": "company"])
    try reception.add("1002", ["name": "Södra Bageriet AB", "type": "company"])
  }

  private func customers(_ cookie: String) async throws -> Set<String> {
    let page = BrowserView(try await reception.get("/customers", as: cookie).text)
    return Set(page.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("/customers/") })
  }

  @Test func whoMaySeeAllSeesAll() async throws {
    try reception.grant("eva", .view)
    let cookie = try await reception.logIn("eva")
    #expect(try await customers(cookie) == ["/customers/1001", "/customers/1002"])
    #expect(try await reception.get("/runs/1", as: cookie).status == 200)
  }

  @Test func whoMaySeeAssignedOnesSeesThose() async throws {
    try reception.grant("chef", .administrator)
    try reception.grant("eva", .viewAssigned)
    let editor = CustomerEditor(reception.register, as: try ActingUser(named: "chef", in: reception.register))
    _ = try editor.assign("eva", to: .numbers(["1002"]))
    let cookie = try await reception.logIn("eva")
    #expect(try await customers(cookie) == ["/customers/1002"])
    #expect(try await reception.get("/customers/1001", as: cookie).status == 404)
    #expect(try await reception.get("/customers/1002", as: cookie).status == 200)
    #expect(try await reception.get("/runs", as: cookie).status == 403)
    #expect(try await reception.get("/runs/1", as: cookie).status == 403)
    let start = try await reception.get("/", as: cookie)
    #expect(start.status == 200)
    #expect(BrowserView(start.text).all("table").isEmpty)
  }

  /// Ids are counted up: a loop over them, or over numbers, tells no more of customers that are not assigned than of none.
  @Test func customersOfOthersAreToldAsNone() async throws {
    try reception.grant("chef", .administrator)
    try reception.grant("eva", .viewAssigned)
    let editor = CustomerEditor(reception.register, as: try ActingUser(named: "chef", in: reception.register))
    _ = try editor.assign("eva", to: .numbers(["1002"]))
    let cookie = try await reception.logIn("eva")
    // What nobody has yet is answered as it will be when somebody has it.
    let paths = ["/customers/by-id/3", "/customers/19121212-1212", "/customers/1003", "/customers/by-id/4"]
    var before: [String] = []
    for path in paths { before.append(try await reception.get(path, as: cookie).text) }
    let values: KeyValuePairs = ["name": "Tolvan Tolvansson", "type": "private", "identityNumber": "19121212-1212"]
    try reception.add("19121212-1212", by: "chef", values)
    try reception.add("1003", by: "chef", ["name": "Västra Bageriet AB", "type": "company"])
    for (path, text) in zip(paths, before) {
      let reply = try await reception.get(path, as: cookie)
      #expect(reply.status == 404, "\(path)")
      #expect(reply.text == text, "\(path)")
    }
    let chef = try await reception.logIn("chef")
    #expect(try await reception.get("/customers/by-id/3", as: chef).status == 200)
    // The one that is assigned is shown under both.
    #expect(try await reception.get("/customers/by-id/2", as: cookie)["Location"] == "/customers/1002")
  }

  @Test func whoMayNothingLearnsNothing() async throws {
    try reception.grant("eva", .assign)
    let cookie = try await reception.logIn("eva")
    for path in ["/customers", "/customers/1001", "/customers/9999", "/runs", "/runs/1", "/runs/9999"] {
      let reply = try await reception.get(path, as: cookie)
      #expect(reply.status == 403)
      #expect(!reply.text.contains("Bageriet"))
    }
  }

  /// A session of before the register had users is nobody's once it has.
  @Test func whoIsNoUserAnyLongerSeesNothing() async throws {
    let cookie = try await reception.logIn("eva")
    #expect(try await reception.get("/customers", as: cookie).status == 200)
    try reception.grant("chef", .administrator)
    for path in ["/", "/customers", "/customers/1001", "/runs"] {
      #expect(try await reception.get(path, as: cookie).status == 403)
    }
    try reception.grant("eva", .view)
    #expect(try await reception.get("/customers", as: cookie).status == 200)
    try reception.register.write { try $0.unregister(user: "eva") }
    #expect(try await reception.get("/customers", as: cookie).status == 403)
  }

  @Test(arguments: ["/customers/9999", "/customers/by-id/9999", "/runs/9999"])
  func whatIsNotThereIsSaid(path: String) async throws {
    #expect(try await reception.get(path, as: try await reception.logIn()).status == 404)
  }

  // MARK: Personal identity numbers

  @Test func personalNumbersAreMaskedEverywhere() async throws {
    // Skatteverket's numbers for tests.
    let person = "19121212-1212"
    try reception.add(
      "191212121212",
      ["name": "Tolvan Tolvansson", "type": "private", "identityNumber": person, "comments": "Hör till \(person)"])
    let cookie = try await reception.logIn()
    let list = try await reception.get("/customers?search=tolvan", as: cookie)
    let link = try #require(
      BrowserView(list.text).all("a").compactMap { $0.attributes["href"] }.first { $0.hasPrefix("/customers/") })
    #expect(link == "/customers/by-id/3")
    let typed = try await reception.get("/customers/191212121212", as: cookie)
    #expect(typed.status == 303)
    #expect(typed["Location"] == link)
    for path in ["/", "/customers?search=tolvan", link, "/runs", "/runs/3"] {
      let reply = try await reception.get(path, as: cookie)
      #expect(reply.status == 200)
      #expect(!reply.text.contains("12-1212") && !reply.text.contains("191212121212"), "\(path)")
    }
    #expect(BrowserView(try await reception.get(link, as: cookie).text).text.contains("19121212-****"))
  }

  /// What somebody typed into the search or the address stands in nothing that the page writes.
  @Test func searchedNumbersAreNotRepeated() async throws {
    let typed = "19121212-1212"
    try reception.add(typed, ["name": "Tolvan Tolvansson", "type": "private", "identityNumber": typed])
    let cookie = try await reception.logIn()
    let found = try await reception.get("/customers?search=\(typed)", as: cookie)
    #expect(found.status == 303)
    #expect(found["Location"] == "/customers/by-id/3")
    // Where it leads to nobody, and for who is not logged in.
    for path in ["/customers?search=\(typed)&page=2", "/customers?search=\(typed)+xyzzy"] {
      let reply = try await reception.get(path, as: cookie)
      #expect(reply.status == 200)
      #expect(!reply.text.contains(typed), "\(path)")
    }
    for path in ["/customers?search=\(typed)", "/customers/\(typed)"] {
      let stranger = try await reception.get(path)
      #expect(stranger.status == 403)
      #expect(!stranger.text.contains(typed), "\(path)")
    }
    // Other words stay in the field.
    let page = BrowserView(try await reception.get("/customers?search=bageriet", as: cookie).text)
    #expect(page.all("input").contains { $0.attributes["name"] == "search" && $0.attributes["value"] == "bageriet" })
  }

  /// Who mistypes a number is not told it again, nor is whoever looks over the shoulder.
  @Test func errorsMaskWhatTheyRepeat() async throws {
    let cookie = try await reception.logIn()
    let reply = try await reception.get("/customers/19121212-1212", as: cookie)
    #expect(reply.status == 404)
    #expect(reply.text.contains("19121212-****") && !reply.text.contains("1212-1212"))
    // Other numbers are repeated as they are.
    #expect(try await reception.get("/customers/559999-2152", as: cookie).text.contains("559999-2152"))
  }
}
