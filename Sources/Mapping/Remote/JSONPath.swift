import Documents

/// The place of a value in a JSON object: `Address.City`, `Contacts[0].Name`.
struct JSONPath: Sendable, Equatable {
  private enum Step: Sendable, Equatable {
    case key(String)
    case element(Int)
  }

  private var steps: [Step] = []

  init(_ text: String) {
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      var name = part
      var elements: [Step] = []
      while name.hasSuffix("]"), let open = name.lastIndex(of: "["),
        let index = Int(name[name.index(after: open)...].dropLast()), index >= 0
      {
        elements.insert(.element(index), at: 0)
        name = name[..<open]
      }
      steps.append(.key(String(name)))
      steps += elements
    }
  }

  /// The value there; `.null` within a `.null`, nil where there is nothing.
  func value(in object: JSONNode) -> JSONNode? {
    var node = object
    for step in steps {
      if node == .null { return .null }
      switch step {
      case .key(let key):
        guard let next = node[key] else { return nil }
        node = next
      case .element(let index):
        let elements = node.elements
        guard index < elements.count else { return nil }
        node = elements[index]
      }
    }
    return node
  }
}
