import CustomerModel
import Foundation
package import Texts

/// A value that the configuration gives new customers of an accounting system, and that the system refused.
package struct RefusedDefault: Sendable, Equatable {
  /// The name in the configuration's `defaults`.
  package let key: String
  /// What the configuration had there.
  package let value: String
  /// Why it is refused, as a sentence with its remedy.
  package let reason: Text

  package init(key: String, value: String, reason: Text) {
    self.key = key
    self.value = value
    self.reason = reason
  }
}

extension RefusedDefault {
  /// As the register holds it.
  private struct Stored: Codable {
    let key: String
    let value: String
    let reason: String
    /// Nil where it is the same as in English, and in what was kept before there was any.
    let swedish: String?
  }

  static func all(json: String?) throws -> [RefusedDefault] {
    guard let json else { return [] }
    return try JSONDecoder().decode([Stored].self, from: Data(json.utf8)).map { stored in
      RefusedDefault(
        key: stored.key, value: stored.value,
        reason: Text(en: stored.reason, sv: stored.swedish ?? stored.reason))
    }
  }

  /// Nil for none.
  static func json(_ refused: [RefusedDefault]) throws -> String? {
    guard !refused.isEmpty else { return nil }
    let stored = refused.map {
      Stored(key: $0.key, value: $0.value, reason: $0.reason.english, swedish: $0.reason.storedSwedish)
    }
    return String(decoding: try JSONEncoder().encode(stored), as: UTF8.self)
  }
}
