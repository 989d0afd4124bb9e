package import Texts

/// A field of one card: `invoiceAddress.city`, `contactPersons[0].email`, `customFields.Region`.
package struct FieldPath: Sendable, Hashable, CustomStringConvertible {
  package let field: Field
  /// The position among repeated ones, from 0; 0 for every other field.
  package let position: Int
  /// The custom field's name; empty for every other field.
  package let customName: String

  package init(_ field: Field, position: Int = 0) {
    self.field = field
    self.position = position
    self.customName = ""
  }

  /// The custom field of that name.
  package init(custom name: String) {
    self.field = .customFields
    self.position = 0
    self.customName = name
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(field.index &+ position << 16)
    if !customName.isEmpty { hasher.combine(customName) }
  }

  /// Reads the public name. Nil when the catalogue has no such field; `contactPersons.email` means the first person's.
  package init?(_ text: String) {
    if text.hasPrefix("customFields."), text != "customFields.", text != "customFields.*" {
      self.init(custom: String(text.dropFirst("customFields.".count)))
      return
    }
    let bytes = text.utf8
    var last: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "]") && last == UInt8(ascii: "[") { return nil }
      last = byte
    }
    if let field = Field.named(text) {
      self.init(field)
      return
    }
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    var group = text[..<dot]
    var position = 0
    if group.hasSuffix("]"), let open = group.lastIndex(of: "[") {
      let digits = group[group.index(after: open)...].dropLast()
      guard let parsed = Int(digits), parsed >= 0, parsed < 1000 else { return nil }
      position = parsed
      group = group[..<open]
    }
    guard let field = Field.named("\(group)[]\(text[dot...])") else { return nil }
    self.init(field, position: position)
  }

  /// The public name.
  package var description: String {
    if field == .customFields { return "customFields.\(customName)" }
    guard let parts = field.partsAroundPosition else { return field.name }
    return "\(parts.group)[\(position)]\(parts.member)"
  }

  /// The Swedish heading, as in the template: `Kontaktperson 2 e-post`, or the custom field's own name.
  package var heading: String { label.swedish }

  /// What a person calls the field: `Kontaktperson 2 e-post` and `Contact person 2 e-mail`, or the custom field's own name.
  package var label: Text {
    if field == .customFields { return Text(verbatim: customName) }
    guard field.isRepeated, position > 0 else { return field.label }
    let member = field.memberLabel
    return Text(
      en: "Contact person \(position + 1) \(member.english)", sv: "Kontaktperson \(position + 1) \(member.swedish)")
  }

  /// What stands for the field in sentences and over columns: the name that options take in English, and what people call it in
  /// Swedish.
  package var columnHeading: Text { Text(en: description, sv: label.swedish) }
}

extension FieldPath: Comparable {
  /// The order of the catalogue; repeated ones by position, custom ones by name.
  package static func < (a: FieldPath, b: FieldPath) -> Bool {
    if a.field.isRepeated, b.field.isRepeated, a.position != b.position { return a.position < b.position }
    if a.field != b.field { return a.field.index < b.field.index }
    return a.customName < b.customName
  }
}
