import CustomerModel
import Runs
import Testing
import Texts

@testable import KundregPage

@Suite struct RunPageTests {
  @Test func showsWhatARunChanged() async throws {
    let reception = try Reception()
    try reception.add("1001", ["name": "Norra Bageriet AB", "type": "company", "phone": "08-465 004 02"])
    let editor = CustomerEditor(reception.register, as: try ActingUser(named: "bo", in: reception.register))
    _ = try editor.set(.numbers(["1001"]), [.init(try #require(FieldPath("phone")), "08-465 004 99")])
    let cookie = try await reception.logIn()
    let text = BrowserView(try await reception.get("/runs/2", as: cookie).text).text
    for value in ["08-465 004 02", "08-465 004 99", "1001", "bo", "customer set"] { #expect(text.contains(value)) }
    let runs = BrowserView(try await reception.get("/runs", as: cookie).text)
    let links = runs.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("/runs/") }
    #expect(links == ["/runs/2", "/runs/1"])
  }

  /// A run over a million customers is read no further than it is shown.
  @Test func ofManyChangesTheFirstAreShown() async throws {
    let reception = try Reception()
    let editor = CustomerEditor(reception.register, as: try ActingUser(named: "bo", in: reception.register))
    for number in 1...201 { try reception.add("\(number)", ["name": "Kund \(number) AB", "type": "company"]) }
    let phone = try #require(FieldPath("phone"))
    _ = try editor.set(.numbers((1...200).map(String.init)), [.init(phone, "08-465 004 99")])
    _ = try editor.set(.numbers((1...201).map(String.init)), [.init(phone, "08-465 004 98")])
    let cookie = try await reception.logIn()
    func rows(_ run: Int) async throws -> (count: Int, text: String) {
      let page = BrowserView(try await reception.get("/runs/\(run)", as: cookie).text)
      return (page.all("th").count { $0.attributes["scope"] == "row" }, page.text)
    }
    let (all, some) = (try await rows(202), try await rows(203))
    #expect(all.count == 200 && all.text.contains("200 changed customers") && !all.text.contains("The first"))
    #expect(some.count == 200 && some.text.contains("The first 200 changed customers"))
  }

  @Test func whatARunWasMadeOfIsToldInTheReadersLanguage() async throws {
    let reception = try Reception(language: .swedish)
    try reception.add("1001", ["name": "Norra Bageriet AB", "type": "company"])
    let editor = CustomerEditor(reception.register, as: try ActingUser(named: "bo", in: reception.register))
    _ = try editor.set(.numbers(["1001"]), [.init(try #require(FieldPath("phone")), "08-465 004 99")])
    let cookie = try await reception.logIn()
    for path in ["/runs", "/runs/2"] {
      let text = BrowserView(try await reception.get(path, as: cookie).text).text
      #expect(text.contains("ändrade fält"))
      #expect(!text.contains("customer set"))
    }
  }

  @Test func anEmptyRegisterSaysSo() async throws {
    let reception = try Reception()
    let cookie = try await reception.logIn()
    for path in ["/", "/runs", "/customers"] {
      let reply = try await reception.get(path, as: cookie)
      #expect(reply.status == 200)
      #expect(BrowserView(reply.text).all("table").isEmpty)
    }
  }
}
