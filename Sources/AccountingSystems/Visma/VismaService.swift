import CustomerModel
import Documents
package import Foundation
import HTTP
import Synchronization
package import Texts

/// The customers of one company in Visma eAccounting (eEkonomi, Spiris Bokföring & Fakturering).
///
/// Source: Visma eAccounting API v2, resource Customers. A record's id is its GUID; the token tells the company.
package final class VismaService: CustomerService {
  let exchange: JSONExchange
  let now: @Sendable () -> Date
  /// The company's terms of payment, or why they are refused, once they were asked for.
  let terms = Mutex<Result<[VismaTermsOfPayment], KundregError>?>(nil)

  /// - Parameters:
  ///   - baseURL: such as `https://eaccountingapi.vismaonline.com/v2`.
  ///   - name: the system's name in the configuration, for errors.
  ///   - now: the time, asked only when an answer does not tell it.
  package init(
    api: any APISending, baseURL: URL, name: String, now: @escaping @Sendable () -> Date = { Date() }
  ) {
    exchange = JSONExchange(
      api: api, baseURL: baseURL.absoluteString, system: "Visma", name: name, unreadable: .vismaUnreadable)
    self.now = now
  }

  package var requestCount: (sent: Int, throttled: Int) { exchange.api.requestCount }

  package func customer(id: String) throws(APIFailure) -> RemoteCustomer? {
    guard let segment = PercentEncoding.segment(id), let record = try customer(path: "/customers/" + segment) else {
      return nil
    }
    return record.id.lowercased() == id.lowercased() ? record : nil
  }

  package func customer(number: String) throws(APIFailure) -> RemoteCustomer? {
    let literal = number.replacing("'", with: "''")
    let path =
      "/customers?$page=1&$pagesize=\(Self.pageSize)&$filter="
      + PercentEncoding.encoded("CustomerNumber eq '\(literal)'")
    let found = try exchange.get(path, refusal: { refusal($0, to: .listing) }) { node, _ in VismaPage(node)?.customers }
    // Whether the filter minds case is not known: another customer must not be taken for this one.
    return found.first { $0.number.utf8.elementsEqual(number.utf8) }
  }

  package func link(to id: String) -> String { exchange.base + "/customers/" + PercentEncoding.encoded(id) }

  /// Of texts, Visma is only known to dislike what no text should hold. A note may have lines.
  package func objection(to text: String, key: String) -> Text? {
    let allowed: [Unicode.Scalar] = key == "Note" ? ["\n", "\r", "\t"] : []
    let refused = text.unicodeScalars.first { scalar in
      scalar.properties.generalCategory == .control && !allowed.contains(scalar)
    }
    return refused.map { VismaTexts.hasCharacter(CharacterName.name(of: $0)) }
  }

  /// The record at a path; nil when there is none.
  func customer(path: String) throws(APIFailure) -> RemoteCustomer? {
    do throws(APIFailure) {
      return try exchange.get(path, refusal: { refusal($0, to: .reading) }) { node, _ in Self.customer(node) }
    } catch .gone {
      return nil
    }
  }

  /// The record that an object is; nil when it is none. `ChangedUtc` is the mark of its last change.
  static func customer(_ object: JSONNode) -> RemoteCustomer? {
    guard let id = object["Id"]?.scalarText, !id.isEmpty else { return nil }
    return RemoteCustomer(
      id: id, number: object["CustomerNumber"]?.scalarText ?? "", object: object,
      changed: object["ChangedUtc"]?.scalarText)
  }
}
