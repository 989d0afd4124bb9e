import Documents

/// The place of a value in a JSON object: `Address.City`, `Contacts[0].Name`; or of the values in all elements of a list,
/// `Labels[].Name`.
struct JSONPath: Sendable, Equatable {
  private enum Step: Sendable, Equatable {
    case key(String)
    case element(Int)
    case everyElement
  }

  private var steps: [Step] = []

  init(_ text: String) {
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      var name = part
      var elements: [Step] = []
      while name.hasSuffix("]"), let open = name.lastIndex(of: "[") {
        let index = name[name.index(after: open)...].dropLast()
        guard index.isEmpty || Int(index).map({ $0 >= 0 }) == true else { break }
        elements.insert(Int(index).map(Step.element) ?? .everyElement, at: 0)
        name = name[..<open]
      }
      steps.append(.key(String(name)))
      steps += elements
    }
  }

  /// The value there; `.null` within a `.null`, nil where there is nothing. Of the elements of a list those that have one.
  func value(in object: JSONNode) -> JSONNode? { Self.value(in: object, steps[...]) }

  private static func value(in object: JSONNode, _ steps: ArraySlice<Step>) -> JSONNode? {
    var node = object
    for (place, step) in zip(steps.indices, steps) {
      if node == .null { return .null }
      switch step {
      case .key(let key):
        guard let next = node[key] else { return nil }
        node = next
      case .element(let index):
        let elements = node.elements
        guard index < elements.count else { return nil }
        node = elements[index]
      case .everyElement:
        guard case .array(let elements) = node else { return nil }
        return .array(elements.compactMap { value(in: $0, steps[(place + 1)...]) }.filter { $0 != .null })
      }
    }
    return node
  }
}
