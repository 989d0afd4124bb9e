/// The heading of a custom field in an export. It says what the field is, so that a register without the field gets it by
/// importing the file: `customFields.Yta:number`, `customFields.Region:choice(Norr|Syd)`. In JSON, whose keys are the public
/// names, the first card has a member that says it of all fields: `"customFieldKinds": {"Yta": "number"}`.
package struct CustomFieldHeading: Sendable, Equatable {
  package let definition: CustomFieldDefinition

  package init(_ definition: CustomFieldDefinition) { self.definition = definition }

  /// Reads a heading; nil for any other.
  package init?(_ heading: String) {
    guard heading.hasPrefix(Self.prefix) else { return nil }
    let rest = heading.dropFirst(Self.prefix.count)
    guard let colon = rest.firstRange(of: ":choice(") ?? rest.lastIndex(of: ":").map({ $0..<rest.index(after: $0) })
    else { return nil }
    self.init(name: String(rest[..<colon.lowerBound]), kind: String(rest[rest.index(after: colon.lowerBound)...]))
  }

  /// Nil for what no custom field can be: one without a name, one called `*`, and a choice without words.
  ///
  /// - Parameter kind: what follows the colon of a heading; see ``kindText``.
  package init?(name: String, kind: String) {
    guard !name.isEmpty, name != "*" else { return nil }
    if kind.hasPrefix("choice("), kind.hasSuffix(")") {
      let words = Self.words(kind.dropFirst("choice(".count).dropLast())
      guard !words.contains("") else { return nil }
      definition = CustomFieldDefinition(name: name, kind: .choice, choices: words)
    } else if let known = CustomFieldDefinition.Kind(rawValue: kind), known != .choice {
      definition = CustomFieldDefinition(name: name, kind: known)
    } else {
      return nil
    }
  }

  /// The member of a JSON export's first card that says what the custom fields are, ``kindText`` by name.
  package static let kindsMember = "customFieldKinds"

  /// The custom field whose kind stands in a column, `Yta` for `customFieldKinds.Yta`; nil for any other column.
  package static func fieldOfKinds(_ heading: String) -> String? {
    let prefix = kindsMember + "."
    return heading.hasPrefix(prefix) && heading != prefix ? String(heading.dropFirst(prefix.count)) : nil
  }

  package var text: String { "\(Self.prefix)\(definition.name):\(kindText)" }

  /// What the field is: `number`, `choice(Norr|Syd)`. A `|` in a word has a backslash before it, and so has a backslash.
  package var kindText: String {
    guard definition.kind == .choice else { return definition.kind.rawValue }
    let words = definition.choices.map { $0.replacing("\\", with: "\\\\").replacing("|", with: "\\|") }
    return "choice(\(words.joined(separator: "|")))"
  }

  /// What follows the last colon of a field's name, one word; nil when there is no such word.
  package static func doubtfulKind(of name: String) -> String? {
    guard let colon = name.lastIndex(of: ":") else { return nil }
    let kind = name[name.index(after: colon)...]
    return kind.isEmpty || kind.contains(where: \.isWhitespace) ? nil : String(kind)
  }

  private static let prefix = "customFields."

  private static func words(_ text: Substring) -> [String] {
    var words = [""]
    var isEscaped = false
    for character in text {
      if isEscaped || character != "|" && character != "\\" {
        words[words.count - 1].append(character)
        isEscaped = false
      } else if character == "|" {
        words.append("")
      } else {
        isEscaped = true
      }
    }
    return words
  }
}
