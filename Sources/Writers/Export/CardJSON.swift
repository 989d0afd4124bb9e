package import CustomerModel
import Documents

/// A customer card as the nested JSON that the contract promises.
///
/// Keys stand in the order of the catalogue. Absent fields are left out; yes and no are booleans, percents and custom
/// numbers are JSON numbers with the digits they are stored by, sets are arrays, contact persons an array of objects.
package struct CardJSON: Sendable {
  private let definitions: [String: CustomFieldDefinition]

  /// - Parameter definitions: The register's custom fields. A value without a definition is written as text.
  package init(definitions: [CustomFieldDefinition] = []) {
    self.definitions = Dictionary(definitions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The card in UTF-8, without a line end after it.
  ///
  /// - Parameters:
  ///   - paths: The fields to write; nil for all that the card has.
  ///   - pretty: True for one member a line, indented by two blanks.
  package func bytes(of card: CustomerCard, paths: [FieldPath]? = nil, pretty: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    write(card, paths: paths?.sorted(), pretty: pretty, to: &bytes)
    return bytes
  }

  /// Appends the fields that the card has of `paths`, which come in the order of the catalogue; nil for all.
  func write(_ card: CustomerCard, paths: [FieldPath]?, pretty: Bool, to bytes: inout [UInt8]) {
    var members: [JSONNode.Member] = []
    for path in paths ?? card.paths {
      guard let text = card[path] else { continue }
      Self.insert(node(path, text), at: Self.steps[path.field.index], of: path, into: &members)
    }
    JSONNode.object(members).write(to: &bytes, indent: pretty ? 0 : nil)
  }

  /// What the custom fields among `paths` are, as the first card of an export says it; nil when there are none.
  func kinds(of paths: [FieldPath]) -> JSONNode.Member? {
    let kinds = paths.lazy.filter { $0.field == .customFields }.compactMap { definitions[$0.customName] }
      .map { JSONNode.Member(key: $0.name, value: .text(CustomFieldHeading($0).kindText)) }
    return kinds.isEmpty ? nil : .init(key: CustomFieldHeading.kindsMember, value: .object(Array(kinds)))
  }

  /// One step of the way to a field's value.
  private enum Step {
    case member(String)
    /// One object of an array: the one at the path's position.
    case item(String)
    case customName
  }

  private static let steps: [[Step]] = Field.all.map { field in
    field.name.split(separator: ".").map { name in
      name == "*" ? .customName : name.hasSuffix("[]") ? .item(String(name.dropLast(2))) : .member(String(name))
    }
  }

  /// Puts a value in its place. Paths come in their order, so a group is always the last member when it is met again.
  private static func insert(
    _ node: JSONNode, at steps: [Step], from first: Int = 0, of path: FieldPath, into members: inout [JSONNode.Member]
  ) {
    switch steps[first] {
    case .customName: members.append(.init(key: path.customName, value: node))
    case .member(let name):
      guard first + 1 < steps.count else {
        members.append(.init(key: name, value: node))
        return
      }
      var group: [JSONNode.Member] = []
      if let last = members.last, last.key == name, case .object(let known) = last.value {
        group = known
        members.removeLast()
      }
      insert(node, at: steps, from: first + 1, of: path, into: &group)
      members.append(.init(key: name, value: .object(group)))
    case .item(let name):
      var items: [JSONNode] = []
      if let last = members.last, last.key == name, case .array(let known) = last.value {
        items = known
        members.removeLast()
      }
      while items.count <= path.position { items.append(.object([])) }
      var group: [JSONNode.Member] = []
      if case .object(let known) = items[path.position] { group = known }
      insert(node, at: steps, from: first + 1, of: path, into: &group)
      items[path.position] = .object(group)
      members.append(.init(key: name, value: .array(items)))
    }
  }

  private func node(_ path: FieldPath, _ text: String) -> JSONNode {
    switch path.field.kind {
    case .boolean: .boolean(text == "1")
    case .percent: JSONNode.isNumber(text) ? .number(text) : .text(text)
    case .set, .identityNumberSet: .array(CustomerCard.names(inSet: text).map { .text($0) })
    case .records: (try? JSONNode(parsing: Array(text.utf8))) ?? .text(text)
    case .custom:
      switch definitions[path.customName]?.kind {
      case .boolean: .boolean(text == "1")
      case .number where JSONNode.isNumber(text): .number(text)
      default: .text(text)
      }
    default: .text(text)
    }
  }
}
