import CustomerModel
package import Documents

/// What a text is that may hold a personal identity number, by which it is masked.
package enum TextKind: Sendable {
  case words
  /// A customer's number, which is masked only when it is a person's identity number.
  case customerNumber
  /// The name of a file, which stays as it is.
  case path
  /// Masked already, part by part.
  case masked

  /// The text as it may be shown.
  package func shown(_ text: String) -> String {
    switch self {
    case .words: IdentityMask.masked(text, outside: [])
    case .customerNumber: IdentityMask.maskedNumber(text)
    case .path, .masked: text
    }
  }
}

extension JSONNode {
  /// The document with personal identity numbers masked in its texts.
  ///
  /// - Parameter kinds: the members that are no words, by name, wherever they stand; `number` is a customer's number.
  package func masked(kinds: [String: TextKind] = [:]) -> JSONNode {
    masked(as: .words, kinds.merging(["number": .customerNumber]) { given, _ in given })
  }

  private func masked(as kind: TextKind, _ kinds: [String: TextKind]) -> JSONNode {
    switch self {
    case .text(let text): .text(kind.shown(text))
    case .array(let items): .array(items.map { $0.masked(as: kind, kinds) })
    case .object(let members):
      .object(
        members.map { member in
          .init(
            key: IdentityMask.masked(member.key), value: member.value.masked(as: kinds[member.key] ?? .words, kinds))
        })
    case .null, .number, .boolean: self
    }
  }
}
