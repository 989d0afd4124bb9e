import HTTP
import AccountingSystems
package import Documents

/// A request as it would be sent.
package struct PlannedRequest: Sendable, Equatable {
  package let number: String
  package let method: String
  package let path: String
  package let body: JSONNode

  init(number: String, _ request: PreparedRequest) {
    self.number = number
    method = request.method.rawValue
    path = request.path
    body = (try? JSONNode(parsing: request.body)) ?? .null
  }
}
