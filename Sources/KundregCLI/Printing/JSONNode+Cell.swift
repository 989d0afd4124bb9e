import Documents

extension JSONNode {
  /// A single value as a cell; nil for what has parts.
  var cell: String? {
    switch self {
    case .text(let text), .number(let text): text
    case .boolean(let value): value ? "true" : "false"
    case .null: ""
    case .array, .object: nil
    }
  }
}
