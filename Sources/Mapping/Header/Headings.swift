import CustomerModel
import Texts

/// A header with what is compared of it, for all mappings that it is held against.
struct Headings {
  let names: [String]
  let keys: [String]
  /// The field that a heading names itself.
  let paths: [FieldPath?]

  init(_ names: [String]) {
    self.names = names
    keys = names.map(HeaderKey.of)
    paths = names.map(Self.path(named:))
  }

  /// How many headings a mapping can know, at most.
  func mostKnown(to synonyms: HeaderSynonyms) -> Int {
    names.indices.count { index in
      synonyms.claims[keys[index]] != nil || paths[index] != nil || RecordHeading.isPossible(names[index])
    }
  }

  /// The field that a heading names by its public name, or as one more contact person.
  static func path(named heading: String) -> FieldPath? {
    let name = heading.trimmingBlanks
    if let custom = CustomFieldHeading(name) { return FieldPath(custom: custom.definition.name) }
    if let path = FieldPath(name) { return path }
    let key = HeaderKey.of(name)
    guard let prefix = ["kontaktperson", "contactperson"].first(where: key.hasPrefix) else { return nil }
    let rest = key.dropFirst(prefix.count)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let ordinal = Int(digits), (1...999).contains(ordinal) else { return nil }
    return contactFields[String(rest.dropFirst(digits.count))].map { FieldPath($0, position: ordinal - 1) }
  }

  /// The contact person's fields by the key of what follows `Kontaktperson 4` in their headings, or `Contact person 4`. A heading
  /// with nothing after it is of the name.
  private static let contactFields: [String: Field] = {
    var fields = ["": Field.contactName]
    for field in Field.all where field.isRepeated {
      for language in Language.allCases { fields[HeaderKey.of(field.memberLabel[language])] = field }
      fields[HeaderKey.of(String(field.name.drop { $0 != "." }))] = field
    }
    return fields
  }()
}
