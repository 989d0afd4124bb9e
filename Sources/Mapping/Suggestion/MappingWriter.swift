import CustomerModel
import Documents
import Rows

/// Writes entries of a mapping as the text of a mapping file, in the order of its documentation.
package enum MappingWriter {
  /// The whole file; `notes` stand as the description of each entry.
  package static func file(
    name: String, description: String, otherColumns: OtherColumns, isComplete: Bool = false, headerRow: Int? = nil,
    columns: [(column: ColumnMapping, note: String)]
  ) -> String {
    var text = "{\n  \"$schema\": \"mapping.schema.json\",\n  \"name\": \(quoted(name)),\n"
    text += "  \"description\": \(quoted(description)),\n  \"otherColumns\": \(quoted(otherColumns.rawValue)),\n"
    if let headerRow { text += "  \"headerRow\": \(headerRow),\n" }
    if isComplete { text += "  \"complete\": true,\n" }
    text += "  \"columns\": [\n"
    text += columns.map { "    " + entry($0.column, note: $0.note) }.joined(separator: ",\n")
    return text + "\n  ]\n}\n"
  }

  private static func entry(_ column: ColumnMapping, note: String) -> String {
    var members: [(String, String)] = []
    let names = column.fields.map { quoted($0.description) }
    members.append(names.count == 1 ? ("field", names[0]) : ("fields", "[\(names.joined(separator: ", "))]"))
    switch column.source {
    case .headers(let headings): members.append(("headers", list(headings)))
    case .firstOf(let parts): members.append(("firstOf", "[\(parts.map(list).joined(separator: ", "))]"))
    case .constant(let value): members.append(("constant", quoted(value)))
    case .firstOfOrJoin(let first, let joined, let separator):
      members.append(("firstOf", "[\(first.map(list).joined(separator: ", "))]"))
      members.append(("join", "[\(joined.map(list).joined(separator: ", "))]"))
      members.append(("separator", quoted(separator)))
    case .join(let parts, let separator):
      members.append(("join", "[\(parts.map(list).joined(separator: ", "))]"))
      members.append(("separator", quoted(separator)))
    }
    if column.isRequired { members.append(("required", "true")) }
    if column.isShared { members.append(("shared", "true")) }
    if !column.values.isEmpty { members.append(("values", words(column.values))) }
    if let value = column.blankDefault { members.append(("default", quoted(value))) }
    if column.unknown == .reject { members.append(("unknown", "\"reject\"")) }
    if !column.transforms.isEmpty {
      members.append(("transforms", "[\(column.transforms.map(transform).joined(separator: ", "))]"))
    }
    members.append(("description", quoted(note)))
    return "{\(members.map { "\(quoted($0)): \($1)" }.joined(separator: ", "))}"
  }

  private static func transform(_ transform: Transform) -> String {
    if let simple = Transform.simple.first(where: { $0.transform == transform }) { return quoted(simple.name) }
    switch transform {
    case .phone(let code): return object("phone", quoted(code ?? ""))
    case .date(let order): return object("date", quoted(order.rawValue))
    case .prefix(let text): return object("prefix", quoted(text))
    case .suffix(let text): return object("suffix", quoted(text))
    case .list(let separators): return object("list", quoted(separators))
    case .values(let pairs): return object("values", words(pairs))
    case .replace(let pattern, let template):
      return object("replace", "{\"pattern\": \(quoted(pattern)), \"with\": \(quoted(template))}")
    case .split(.postalCodeCity): return object("split", "\"postalCodeCity\"")
    case .split(.fullName): return object("split", "\"fullName\"")
    case .split(.at(let text)): return object("split", object("at", quoted(text)))
    case .split(.groups(let pattern)): return object("split", object("groups", quoted(pattern)))
    // The simple ones, written above.
    case .upper, .lower, .title, .not, .number, .boolean, .identityNumber, .vatNumber, .postalCode, .country, .language,
      .entities:
      return ""
    }
  }

  private static func object(_ key: String, _ value: String) -> String { "{\(quoted(key)): \(value)}" }

  private static func list(_ texts: [String]) -> String { "[\(texts.map(quoted).joined(separator: ", "))]" }

  private static func words(_ pairs: [WordPair]) -> String {
    "{\(pairs.map { "\(quoted($0.word)): \(quoted($0.meaning))" }.joined(separator: ", "))}"
  }

  /// A JSON text.
  static func quoted(_ text: String) -> String {
    var bytes = [UInt8(ascii: "\"")]
    JSONText.append(text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
  }
}
