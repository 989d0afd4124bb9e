import Documents
import HTTP

/// Customers' further references in Fortnox: names of persons, beside the `YourReference` of the record.
///
/// Source: Fortnox API 3, resource CustomerReferences; the envelopes as two of Fortnox's client libraries have them. The list
/// tells no number of pages there; whether it takes a page's number at all is not known, so both are understood.
struct FortnoxReferences: CustomerReferences {
  private static let resource = "/customerreferences"
  /// The page that is asked for, and the one that a list has which does not mind.
  private static let pageSize = 500
  private static let smallestPage = 100

  let service: FortnoxService

  func all() throws(APIFailure) -> [CustomerReference]? {
    var rows: [CustomerReference] = []
    var seen: Set<String> = []
    var number = 1
    while true {
      let page: [CustomerReference]
      do throws(APIFailure) {
        page = try list("?limit=\(Self.pageSize)&page=\(number)")
      } catch .gone {
        return number == 1 ? try whole() : nil
      }
      let new = page.filter { seen.insert($0.id).inserted }
      rows += new
      // A list that does not know pages gives the same rows again.
      if new.isEmpty || page.count < Self.smallestPage { return rows }
      number += 1
    }
  }

  /// The list asked for without its pages, where those were refused.
  private func whole() throws(APIFailure) -> [CustomerReference]? {
    do throws(APIFailure) {
      return try list("")
    } catch .gone {
      return nil
    }
  }

  private func list(_ query: String) throws(APIFailure) -> [CustomerReference] {
    try service.exchange.get(Self.resource + query, isPage: true, refusal: refusalOfList) { node, _ in
      Self.rows(in: node)
    }
  }

  /// What is refused here only is not to be had: listing the customers went well.
  private func refusalOfList(_ response: HTTPResponse) -> APIFailure {
    [400, 403, 404].contains(response.status) ? .gone : service.refusal(response, to: .listing)
  }

  func addition(of name: String, to customer: String) -> PreparedRequest {
    let row = JSONNode.object([
      .init(key: "CustomerNumber", value: .text(customer)), .init(key: "Reference", value: .text(name)),
    ])
    let body = JSONNode.object([.init(key: "CustomerReferenceRow", value: row)])
    return PreparedRequest(method: .post, path: Self.resource, body: body.bytes())
  }

  func removal(of reference: CustomerReference) -> PreparedRequest {
    PreparedRequest(
      method: .delete, path: "\(Self.resource)/\(PercentEncoding.encoded(reference.id))", body: [])
  }

  func send(_ request: PreparedRequest) throws(APIFailure) {
    guard request.method == .delete else {
      _ = try service.exchange.write(request) { service.refusal($0, to: .changing) }
      return
    }
    let response = try service.exchange.api.send(
      HTTPRequest(.delete, service.exchange.base + request.path, headers: [("Accept", "application/json")]))
    guard (200..<300).contains(response.status) else { throw service.refusal(response, to: .changing) }
  }

  /// The rows of an answer; nil when it is none.
  private static func rows(in node: JSONNode) -> [CustomerReference]? {
    let list = node["CustomerReference"]?["CustomerReferenceRows"] ?? node["CustomerReferenceRows"]
    guard case .array(let items)? = list else { return nil }
    let rows = items.compactMap { item -> CustomerReference? in
      guard let id = item["Id"]?.scalarText, let customer = item["CustomerNumber"]?.scalarText else { return nil }
      return CustomerReference(id: id, customer: customer, name: item["Reference"]?.scalarText ?? "")
    }
    return rows.count == items.count ? rows : nil
  }
}
