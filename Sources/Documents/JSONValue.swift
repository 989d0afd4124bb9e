package import Texts

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
    /// Where the key's opening quote stands.
    package let keyPosition: TextPosition
    package let value: JSONValue
  }

  package let content: Content
  /// Where the first character stands.
  package let position: TextPosition

  /// What kind of value it is, for an error: `a number`, `a text`.
  package var kindName: Text {
    switch content {
    case .null: JSONValueTexts.null
    case .boolean: JSONValueTexts.boolean
    case .number: JSONValueTexts.number
    case .text: JSONValueTexts.text
    case .array: JSONValueTexts.list
    case .object: JSONValueTexts.object
    }
  }

  /// What the value is, for an error: `the number 25`, `true`, `a text`.
  package var label: Text {
    switch content {
    case .boolean(let value): Text(verbatim: value ? "true" : "false")
    case .number(let digits): JSONValueTexts.theNumber(digits)
    default: kindName
    }
  }

  /// The value of an object's key; nil when the object lacks it and for what is no object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = content, let index = members.firstIndex(where: { $0.key == key }) else {
      return nil
    }
    return members[index].value
  }
}
