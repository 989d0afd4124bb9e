import CustomerModel
import Testing

@testable import KundregPage

/// Values that try to become part of the page, at every place where a page shows what others wrote.
@Suite struct EvilValueTests {
  static let evil = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</title><script>alert(1)</script>",
    "</textarea></td></table><svg onload=alert(1)>", "\"\u{338} onfocus=alert(1) autofocus x=\"",
    "'\u{301} onfocus=alert(1)",
    "<\u{338}script>alert(1)", "javascript:alert(1)", "&lt;script&gt;alert(1)&lt;/script&gt;", "<!--", "]]>",
    "{{evil}}",
    "\u{202E}evil", "<a href=//evil.example>x</a>", "`onclick=alert(1)`",
  ]

  static let tags: Set = [
    "html", "head", "meta", "title", "link", "script", "body", "a", "header", "nav", "ul", "li", "div", "span", "form",
    "input",
    "button", "main", "h1", "h2", "p", "table", "caption", "thead", "tbody", "tr", "th", "td", "time", "dl", "dt", "dd",
    "label",
    "bdi", "code",
  ]
  static let attributes: Set = [
    "lang", "charset", "name", "content", "rel", "type", "href", "src", "class", "id", "method", "action", "value",
    "scope",
    "aria-label", "aria-labelledby", "aria-current", "tabindex", "role", "for", "maxlength", "autocomplete", "datetime",
    "checked",
  ]

  private func expectHarmless(_ reply: Reception.Reply, _ place: String) {
    let view = BrowserView(reply.text)
    #expect(view.all("html").count == 1, "\(place)")
    #expect(Set(view.tags.map(\.name)).subtracting(Self.tags) == [], "\(place)")
    #expect(Set(view.tags.flatMap(\.attributes.keys)).subtracting(Self.attributes) == [], "\(place)")
    let scripts = view.all("script")
    #expect(scripts.count == 1 && scripts[0].attributes["src"]?.hasPrefix("/assets/") == true, "\(place)")
    #expect(view.all("svg").isEmpty && view.all("img").isEmpty && view.all("meta").count == 3, "\(place)")
    for address in view.addresses {
      #expect(address.hasPrefix("#") || address.hasPrefix("/") && !address.hasPrefix("//"), "\(place): \(address)")
    }
  }

  @Test(arguments: evil) func stayTextOnEveryPage(value: String) async throws {
    let reception = try Reception()
    // The name of who acts is foreign, too; and the user agent.
    try reception.add(
      "1001", by: value,
      [
        "name": value, "comments": value, "contactPersons[0].name": value, "orderNumber": value,
        "invoiceAddress.city": value,
      ])
    let cookie = try await reception.logIn(value, browser: value.filter { $0.isASCII && !$0.isNewline })
    let paths = [
      "/", "/customers", "/customers?search=" + PercentEncoding.encode(value), "/customers/1001",
      "/customers/" + PercentEncoding.encode(value), "/runs", "/runs/1", "/sessions",
      "/nowhere?" + PercentEncoding.encode(value),
      "/link/" + PercentEncoding.encode(value),
    ]
    for path in paths {
      for language in ["sv", "en"] {
        let reply = try await reception.get(path, as: cookie, ["Accept-Language": language])
        #expect([200, 404, 410].contains(reply.status), "\(path): \(reply.status)")
        expectHarmless(reply, path)
      }
    }
    #expect(reception.trouble.isEmpty)
    // They are shown as what they are.
    let card = BrowserView(try await reception.get("/customers/1001", as: cookie).text)
    #expect(card.text.contains(value))
    let search = try await reception.get("/customers?search=" + PercentEncoding.encode(value), as: cookie)
    #expect(BrowserView(search.text).all("input").contains { $0.attributes["value"] == value })
  }

  /// Numbers lead to their own cards, whatever they hold.
  @Test(arguments: ["a/b", "/a", "//", "by-id", "å1", "a+b", "-_"])
  func everyNumberHasAnAddressOfItsOwn(number: String) async throws {
    let reception = try Reception()
    try reception.add(number, ["name": "Den rätta AB", "type": "company"])
    try reception.add("1001", ["name": "Den andra AB", "type": "company"])
    let cookie = try await reception.logIn()
    let list = BrowserView(try await reception.get("/customers?search=r%C3%A4tta", as: cookie).text)
    let links = list.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("/customers/") }
    try #require(links.count == 1)
    let card = try await reception.get(links[0], as: cookie)
    #expect(card.status == 200)
    #expect(BrowserView(card.text).text.contains("Den rätta AB"))
  }
}
