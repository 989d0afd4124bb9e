import CustomerModel
import Foundation

/// A value that the configuration gives new customers of an accounting system, and that the system refused.
package struct RefusedDefault: Sendable, Equatable, Codable {
  /// The name in the configuration's `defaults`.
  package let key: String
  /// What the configuration had there.
  package let value: String
  /// Why it is refused, as a sentence with its remedy.
  package let reason: String

  package init(key: String, value: String, reason: String) {
    self.key = key
    self.value = value
    self.reason = reason
  }
}

extension RefusedDefault {
  static func all(json: String?) throws -> [RefusedDefault] {
    try json.map { try JSONDecoder().decode([RefusedDefault].self, from: Data($0.utf8)) } ?? []
  }

  /// Nil for none.
  static func json(_ refused: [RefusedDefault]) throws -> String? {
    refused.isEmpty ? nil : String(decoding: try JSONEncoder().encode(refused), as: UTF8.self)
  }
}
