package import CustomerModel

/// A customer card as the nested JSON that the contract promises.
///
/// Keys stand in the order of the catalogue. Absent fields are left out; yes and no are booleans, percents and custom
/// numbers are JSON numbers with the digits they are stored by, sets are arrays, contact persons an array of objects.
package struct CardJSON: Sendable {
  private let kinds: [String: CustomFieldDefinition.Kind]

  /// - Parameter definitions: The register's custom fields. A value without a definition is written as text.
  package init(definitions: [CustomFieldDefinition] = []) {
    kinds = Dictionary(definitions.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
  }

  /// The card in UTF-8, without a line end after it.
  ///
  /// - Parameters:
  ///   - paths: The fields to write; nil for all that the card has.
  ///   - pretty: True for one member a line, indented by two blanks.
  package func bytes(of card: CustomerCard, paths: [FieldPath]? = nil, pretty: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    write(card, paths: paths, pretty: pretty, to: &bytes)
    return bytes
  }

  func write(_ card: CustomerCard, paths: [FieldPath]?, pretty: Bool, to bytes: inout [UInt8]) {
    let present = paths.map { paths in paths.filter { card[$0] != nil }.sorted() } ?? card.paths
    var members: [JSONNode.Member] = []
    for path in present {
      guard let text = card[path] else { continue }
      Self.insert(node(path, text), at: Self.keys(path), into: &members)
    }
    JSONNode.object(members).write(to: &bytes, indent: pretty ? 0 : nil)
  }

  /// One step of the way to a value.
  private enum Key {
    case member(String)
    case item(String, Int)
  }

  private static func keys(_ path: FieldPath) -> [Key] {
    if path.field == .customFields { return [.member("customFields"), .member(path.customName)] }
    return path.field.name.split(separator: ".").map { name in
      name.hasSuffix("[]") ? .item(String(name.dropLast(2)), path.position) : .member(String(name))
    }
  }

  /// Puts a value in its place. Paths come sorted, so a group is always the last member when it is met again.
  private static func insert(_ node: JSONNode, at keys: [Key], into members: inout [JSONNode.Member]) {
    guard let first = keys.first else { return }
    let rest = Array(keys.dropFirst())
    switch first {
    case .member(let name):
      if rest.isEmpty {
        members.append(.init(key: name, value: node))
        return
      }
      var group = lastGroup(named: name, in: &members)
      insert(node, at: rest, into: &group)
      members.append(.init(key: name, value: .object(group)))
    case .item(let name, let position):
      var items: [JSONNode] = []
      if let last = members.last, last.key == name, case .array(let known) = last.value {
        items = known
        members.removeLast()
      }
      while items.count <= position { items.append(.object([])) }
      var group: [JSONNode.Member] = []
      if case .object(let known) = items[position] { group = known }
      insert(node, at: rest, into: &group)
      items[position] = .object(group)
      members.append(.init(key: name, value: .array(items)))
    }
  }

  private static func lastGroup(
    named name: String, in members: inout [JSONNode.Member]
  ) -> [JSONNode.Member] {
    guard let last = members.last, last.key == name, case .object(let known) = last.value else { return [] }
    members.removeLast()
    return known
  }

  private func node(_ path: FieldPath, _ text: String) -> JSONNode {
    switch path.field.kind {
    case .boolean: .boolean(text == "1")
    case .percent: JSONNode.isNumber(text) ? .number(text) : .text(text)
    case .set, .identityNumberSet: .array(CustomerCard.names(inSet: text).map { .text($0) })
    case .custom:
      switch kinds[path.customName] {
      case .boolean: .boolean(text == "1")
      case .number where JSONNode.isNumber(text): .number(text)
      default: .text(text)
      }
    default: .text(text)
    }
  }
}
