import CustomerModel
import Documents
import Foundation

extension AccountingSystem {
  private static let keys = [
    "kind", "baseURL", "tokenURL", "credentials", "conflicts", "fieldOwners", "requestsPerWindow", "windowSeconds",
    "assignedToOurReference",
  ]

  /// Reads one member of `erps`; nil, with the mistake noted, when its kind is not known.
  init?(_ member: JSONValue.Member, _ mistakes: ConfigurationMistakes) {
    let path = "erps.\(member.key)"
    let isName =
      !member.key.isEmpty
      && member.key.utf8.allSatisfy { byte in
        byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
    if !isName {
      // The name becomes part of environment variables and of the credentials' file name.
      mistakes.add(
        member.keyPosition, "config.badValue", "\(path) is no name for a system: use the letters a–z, digits, - and _")
    }
    guard let object = ConfigurationObject(member.value, path: path, keys: Self.keys, mistakes) else { return nil }
    guard object.value("kind") != nil else {
      mistakes.add(
        member.value.position, "config.missingKey",
        "\(path).kind is missing: say which system it is, \(Kind.allCases.map(\.rawValue).joined(separator: " or "))")
      return nil
    }
    guard let kind = object.word("kind", Kind.self) else { return nil }
    self.init(name: member.key, kind: kind)
    if let value = object.address("baseURL") { baseURL = value }
    if let value = object.address("tokenURL") { tokenURL = value }
    if let value = object.text("credentials") { credentials = value }
    if let value = object.word("conflicts", ConflictPolicy.self) { conflicts = value }
    if let value = object.wholeNumber("requestsPerWindow", 1...1_000_000) { requestsPerWindow = value }
    if let value = object.seconds("windowSeconds") { windowSeconds = value }
    if let value = object.boolean("assignedToOurReference") { assignedToOurReference = value }
    if let value = object.value("fieldOwners") { readOwners(value, path: path + ".fieldOwners", mistakes) }
  }

  private mutating func readOwners(_ value: JSONValue, path: String, _ mistakes: ConfigurationMistakes) {
    guard let object = ConfigurationObject(value, path: path, keys: nil, mistakes) else { return }
    for member in object.members {
      guard let field = FieldPath(member.key) else {
        let known = Field.all.filter { $0 != .customFields }.map { FieldPath($0).description }
        mistakes.addUnknown(member, in: path, known: known, what: "field")
        continue
      }
      if let owner = object.word(member.key, FieldOwner.self) { fieldOwners[field] = owner }
    }
  }
}
