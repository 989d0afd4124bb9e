/// One value of a JSON document, and where it stands.
///
/// Unlike Foundation's, it tells `true` from `1`, keeps a number's digits and knows its line, so that a mistake in a file
/// that people write by hand is reported where it is.
package struct JSONValue: Sendable {
  package enum Content: Sendable {
    case null
    case boolean(Bool)
    /// The digits as they stand.
    case number(String)
    case text(String)
    case array([JSONValue])
    /// The members in their order; no key twice.
    case object([Member])
  }

  /// One key of an object.
  package struct Member: Sendable {
    package let key: String
    package let keyPosition: TextPosition
    package let value: JSONValue
  }

  package let content: Content
  package let position: TextPosition

  /// What the value is, for an error: `the number 25`, `a text`.
  package var label: String {
    switch content {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let digits): "the number \(digits)"
    case .text: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// A place in a text: line and column from 1; columns count characters.
package struct TextPosition: Sendable, Hashable {
  package var line = 1
  package var column = 1
}
