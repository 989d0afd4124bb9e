/// Writes JSON texts, members sorted by name.
package struct JSONWriter {
  /// How far characters are escaped.
  package enum Style: Sendable {
    /// Only what JSON asks for.
    case plain
    /// As Fortnox writes: `/` as `\/` and everything beyond ASCII as `\u`.
    case escaped
  }

  private let style: Style
  private var bytes: [UInt8] = []

  private init(_ style: Style) { self.style = style }

  package static func write(_ value: JSON, _ style: Style = .plain) -> [UInt8] {
    var writer = JSONWriter(style)
    writer.append(value)
    return writer.bytes
  }

  private mutating func append(_ value: JSON) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .number(let text): append(text)
    case .string(let text): appendString(text)
    case .array(let elements):
      append("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { append(",") }
        append(element)
      }
      append("]")
    case .object(let members):
      append("{")
      for (index, key) in members.keys.sorted().enumerated() {
        if index > 0 { append(",") }
        appendString(key)
        append(":")
        append(members[key] ?? .null)
      }
      append("}")
    }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func appendString(_ text: String) {
    append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      case "/" where style == .escaped: append("\\/")
      default:
        if scalar.value < 0x20 || (style == .escaped && scalar.value > 0x7E) {
          for unit in String(scalar).utf16 { appendEscape(unit) }
        } else {
          append(String(scalar))
        }
      }
    }
    append("\"")
  }

  private mutating func appendEscape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
  }
}
