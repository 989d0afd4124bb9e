/// A JSON value that remembers where it stood, so that an error can say so.
struct JSONNode: Sendable {
  enum Value: Sendable {
    case null
    case boolean(Bool)
    /// The number as it was typed.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  /// One key of an object and its value, in the order of the file.
  struct Member: Sendable {
    let key: String
    /// The offset of the key's opening quote.
    let offset: Int
    let node: JSONNode
  }

  let value: Value
  /// The offset of the first byte.
  let offset: Int

  /// What the value is, as an error calls it.
  var kindName: String {
    switch value {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  subscript(key: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.node
  }
}

/// The text is no JSON: where, and what stands there.
struct JSONSyntaxError: Error {
  let offset: Int
  let message: String
}
