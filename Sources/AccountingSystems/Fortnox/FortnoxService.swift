import CustomerModel
import Documents
package import Foundation
import HTTP

/// The customers of one company in Fortnox.
///
/// Source: Fortnox API 3, resource Customers. A record's id is its customer number.
package struct FortnoxService: CustomerService {
  let exchange: JSONExchange
  let workers: Int
  let now: @Sendable () -> Date
  package let changeEvents: (any CustomerChangeEvents)?

  /// - Parameters:
  ///   - baseURL: such as `https://api.fortnox.se/3`.
  ///   - name: the system's name in the configuration, for errors.
  ///   - workers: how many records are fetched at once.
  ///   - changeEvents: where its events are read; nil where they are not.
  ///   - now: the time, asked only when an answer does not tell it.
  package init(
    api: any APISending, baseURL: URL, name: String, workers: Int = ParallelFetch.workers,
    changeEvents: FortnoxChangeEvents? = nil,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.changeEvents = changeEvents
    exchange = JSONExchange(
      api: api, baseURL: baseURL.absoluteString, system: "Fortnox", name: name, unreadable: .fortnoxUnreadable)
    self.workers = workers
    self.now = now
  }

  package var requestCount: (sent: Int, throttled: Int) { exchange.api.requestCount }

  package func customer(id: String) throws(APIFailure) -> RemoteCustomer? { try customer(number: id) }

  package func customer(number: String) throws(APIFailure) -> RemoteCustomer? {
    guard let segment = PercentEncoding.segment(number) else { return nil }
    do throws(APIFailure) {
      let record = try exchange.get("/customers/" + segment, refusal: { refusal($0, to: .reading) }) { node, _ in
        Self.customer(in: node)
      }
      // Fortnox's search is lenient; whether its keys are is not known. Another record must not be taken for this one.
      return record.number.utf8.elementsEqual(number.utf8) ? record : nil
    } catch .gone {
      return nil
    }
  }

  package var references: (any CustomerReferences)? { FortnoxReferences(service: self) }

  package func link(to id: String) -> String { exchange.base + "/customers/" + PercentEncoding.encoded(id) }

  /// The record in an answer's envelope; nil when there is none.
  static func customer(in node: JSONNode) -> RemoteCustomer? {
    guard let object = node["Customer"], let number = object["CustomerNumber"]?.scalarText, !number.isEmpty else {
      return nil
    }
    return RemoteCustomer(id: number, number: number, object: object, changed: nil)
  }
}
