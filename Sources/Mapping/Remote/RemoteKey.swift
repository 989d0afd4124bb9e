import Documents

/// A key of an accounting system's record, as a mapping names it: `Name`, a path such as `Address.City` or
/// `Labels[].Name`, or either on conditions, `Reference{Kind=2,IsPrivate=true}`: the key in records that say so.
struct RemoteKey: Sendable, Equatable {
  /// The key or the path, without its conditions.
  let name: String
  /// Other keys, and the values that they must have; nil for any, `null` too.
  let conditions: [Condition]
  private let path: JSONPath?

  struct Condition: Sendable, Equatable {
    let key: String
    let value: String?
  }

  init(_ text: String) {
    if text.hasSuffix("}"), let open = text.firstIndex(of: "{") {
      name = String(text[..<open])
      conditions = text[text.index(after: open)...].dropLast().split(separator: ",").map { part in
        let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return Condition(key: String(sides[0]), value: sides.count > 1 ? String(sides[1]) : nil)
      }
    } else {
      name = text
      conditions = []
    }
    path = name.contains { ".[".contains($0) } ? JSONPath(name) : nil
  }

  /// True for a record that meets the conditions.
  func isMeant(by record: JSONNode) -> Bool {
    conditions.allSatisfy { condition in
      guard let present = record[condition.key] else { return false }
      guard let value = condition.value else { return true }
      return Self.text(of: present) == value
    }
  }

  /// The value that a record has there; nil where it says nothing.
  func value(in record: JSONNode) -> JSONNode? {
    guard isMeant(by: record) else { return nil }
    return record[name] ?? path?.value(in: record)
  }

  private static func text(of node: JSONNode) -> String? {
    if case .boolean(let value) = node { value ? "true" : "false" } else { node.scalarText }
  }
}
