import CustomerModel
import RegisterStore
import Runs
import Texts

/// The customers that a search finds, as far as the user may see them, 50 a page.
struct CustomersPage {
  let door: RegisterDoor

  private struct Found: Sendable {
    let columns: [FieldPath]
    let customers: [(handle: CustomerHandle, cells: [Text?])]
    let hasMore: Bool
  }

  func answer(_ query: CustomerQuery, for visitor: Visitor, user: String) async throws -> PageAnswer {
    let found = try await find(query, as: user)
    // A person's number that somebody typed does not stay in the address where it leads to that person alone.
    if query.holdsIdentity, query.page == 1, !found.hasMore, found.customers.count == 1 {
      return .see(.customer(found.customers[0].handle))
    }
    return .page(html(found, query, for: visitor))
  }

  private func html(_ found: Found, _ query: CustomerQuery, for visitor: Visitor) -> HTMLWriter {
    PageFrame.document(FrameTexts.customers, for: visitor) { html in
      html.element("h1", text: FrameTexts.customers)
      form(query, &html)
      if found.customers.isEmpty {
        html.element("p", text: CustomerPageTexts.nobody(isSearch: !query.search.isEmpty, page: query.page))
      } else {
        table(found, query, &html)
      }
      pages(found, query, &html)
    }
  }

  private func find(_ query: CustomerQuery, as user: String) async throws -> Found {
    var terms = SearchTerms()
    if !query.search.isEmpty { terms.text = query.search }
    terms.activity = query.showsInactive ? .all : nil
    // One more than is shown says whether there is another page.
    let selection = CustomerSelection(
      terms, limit: ShownLimits.customersOfPage + 1, offset: (query.page - 1) * ShownLimits.customersOfPage)
    return try await door.read(as: user) { register, actor in
      let list = try CustomerList(selection, for: .person, in: register, as: actor)
      var customers: [(CustomerHandle, [Text?])] = []
      try list.forEachCustomer { customers.append(($0, $1)) }
      return Found(
        columns: list.columns, customers: Array(customers.prefix(ShownLimits.customersOfPage)),
        hasMore: customers.count > ShownLimits.customersOfPage)
    }
  }

  private func form(_ query: CustomerQuery, _ html: inout HTMLWriter) {
    html.element(
      "form", .style("search"), .own("method", "get"), .own("role", "search"), .action(.customers(CustomerQuery()))
    ) {
      html in
      html.element("div", .style("field")) { html in
        html.element("label", .own("for", "search"), text: CustomerPageTexts.search)
        html.void(
          "input", .own("type", "search"), .own("name", "search"), .id("search"),
          .value(query.holdsIdentity ? "" : query.search),
          .own("maxlength", "200"), .own("autocomplete", "off"))
      }
      html.element("label", .style("check")) { html in
        if query.showsInactive {
          html.void("input", .own("type", "checkbox"), .own("name", "inactive"), .own("value", "yes"), .flag("checked"))
        } else {
          html.void("input", .own("type", "checkbox"), .own("name", "inactive"), .own("value", "yes"))
        }
        html.say(CustomerPageTexts.inactiveToo)
      }
      html.element("button", text: CustomerPageTexts.find)
    }
  }

  private func table(_ found: Found, _ query: CustomerQuery, _ html: inout HTMLWriter) {
    let first = (query.page - 1) * ShownLimits.customersOfPage + 1
    html.element("div", .style("scroll"), .own("tabindex", "0"), .own("role", "region"), .labelled(by: "customers")) {
      html in
      html.element("table") { html in
        html.element(
          "caption", .id("customers"),
          text: CustomerPageTexts.caption(
            first: first, last: first + found.customers.count - 1, isAll: query.page == 1 && !found.hasMore))
        html.element("thead") { html in
          html.element("tr") { html in
            for column in found.columns { html.element("th", .own("scope", "col"), text: column.label) }
          }
        }
        html.element("tbody") { html in
          for customer in found.customers { html.element("tr") { row(customer.handle, customer.cells, &$0) } }
        }
      }
    }
  }

  /// The first cell leads to the card.
  private func row(_ handle: CustomerHandle, _ cells: [Text?], _ html: inout HTMLWriter) {
    for (index, cell) in cells.enumerated() {
      let text = cell?[html.language] ?? ""
      guard index == 0 else {
        html.element("td") { html in if !text.isEmpty { html.foreign(text) } }
        continue
      }
      html.element("th", .own("scope", "row")) { html in
        html.element("a", .link(.customer(handle))) { html in
          // A link without words would lead nowhere.
          if text.isEmpty { html.say(CustomerPageTexts.nameless) } else { html.foreign(text) }
        }
      }
    }
  }

  private func pages(_ found: Found, _ query: CustomerQuery, _ html: inout HTMLWriter) {
    // A personal identity number would stand in the links.
    guard query.page > 1 || found.hasMore, !query.holdsIdentity else { return }
    func other(_ page: Int) -> PageAddress {
      .customers(CustomerQuery(search: query.search, showsInactive: query.showsInactive, page: page))
    }
    html.element("nav", .style("pages"), .label(CustomerPageTexts.pages[html.language])) { html in
      if query.page > 1 {
        html.element("a", .own("rel", "prev"), .link(other(query.page - 1)), text: CustomerPageTexts.previous)
      }
      if found.hasMore {
        html.element("a", .own("rel", "next"), .link(other(query.page + 1)), text: CustomerPageTexts.next)
      }
    }
  }
}
