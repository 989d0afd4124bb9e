import CustomerModel
import Documents
import Foundation

extension AccountingSystem {
  private static let keys = [
    "kind", "baseURL", "authorizeURL", "tokenURL", "revokeURL", "redirectURI", "scopes", "credentials", "mapping",
    "conflicts", "fieldOwners", "leaveOut", "defaults", "requestsPerWindow", "windowSeconds", "assignedToOurReference",
    "labelsAsTags", "changeEvents", "changeEventsURL",
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
      mistakes.add(member.keyPosition, .configBadValue, ConfigurationTexts.noSystemName(path))
    }
    guard let object = ConfigurationObject(member.value, path: path, keys: Self.keys, mistakes) else { return nil }
    guard object.value("kind") != nil else {
      mistakes.add(
        member.value.position, .configMissingKey,
        ConfigurationTexts.kindMissing(path, kinds: Kind.allCases.map(\.rawValue)))
      return nil
    }
    guard let kind = object.word("kind", Kind.self) else { return nil }
    self.init(name: member.key, kind: kind)
    if let value = object.address("baseURL") { baseURL = value }
    if let value = object.address("authorizeURL") { authorizeURL = value }
    if let value = object.address("tokenURL") { tokenURL = value }
    if let value = object.address("revokeURL") { revokeURL = value }
    if let value = object.address("redirectURI") { redirectURI = value }
    if let value = object.texts("scopes") { readScopes(value, object, mistakes) }
    if let value = object.text("credentials") { credentials = value }
    if let value = object.text("mapping") { mapping = value }
    if let value = object.word("conflicts", MergePolicy.self) { conflicts = value }
    if let value = object.wholeNumber("requestsPerWindow", 1...1_000_000) { requestsPerWindow = value }
    if let value = object.seconds("windowSeconds") { windowSeconds = value }
    if let value = object.boolean("assignedToOurReference") { assignedToOurReference = value }
    if let value = object.boolean("labelsAsTags") { labelsAsTags = value }
    if let value = object.boolean("changeEvents") { changeEvents = value }
    if let value = object.address("changeEventsURL", "ws") { changeEventsURL = value }
    requireOwnEvents(object, mistakes)
    if let value = object.value("fieldOwners") { readOwners(value, path: path + ".fieldOwners", mistakes) }
    if let value = object.value("leaveOut") { readConditions(value, object, mistakes) }
    if let value = object.value("defaults") { readDefaults(value, path: path + ".defaults", mistakes) }
  }

  /// Whose customers are asked for somewhere else than at the vendor's has events there, too: those of the vendor would be read
  /// with the credentials of another.
  private func requireOwnEvents(_ object: ConfigurationObject, _ mistakes: ConfigurationMistakes) {
    let usual = AccountingSystem(name: name, kind: kind)
    guard changeEvents, let host = usual.changeEventsURL?.host(), changeEventsURL == usual.changeEventsURL,
      baseURL.host() != usual.baseURL.host(), let position = object.value("changeEvents")?.position
    else { return }
    mistakes.add(
      position, .configMissingKey, ConfigurationTexts.eventsAddressMissing("erps.\(name)", vendor: host))
  }

  /// Source: RFC 6749, 3.3: a scope is one word, because a blank stands between two.
  private mutating func readScopes(_ texts: [String], _ object: ConfigurationObject, _ mistakes: ConfigurationMistakes)
  {
    guard let position = object.value("scopes")?.position else { return }
    let isScope = { (text: String) in
      text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }
    if texts.isEmpty || !texts.allSatisfy(isScope) {
      mistakes.add(position, .configBadValue, ConfigurationTexts.badScopes("erps.\(name)"))
    }
    scopes = texts
  }

  private mutating func readConditions(
    _ value: JSONValue, _ object: ConfigurationObject, _ mistakes: ConfigurationMistakes
  ) {
    guard let texts = object.texts("leaveOut"), case .array(let items) = value.content, texts.count == items.count
    else {
      return
    }
    for (index, (text, item)) in zip(texts, items).enumerated() {
      let place = "erps.\(name).leaveOut[\(index)]"
      guard let equals = text.firstIndex(of: "=") else {
        mistakes.add(item.position, .configBadValue, ConfigurationTexts.noCondition(place))
        continue
      }
      let field = String(text[..<equals])
      guard let path = FieldPath(field) else {
        let meant = NearestName.find(field, among: Self.knownFields)
        mistakes.add(
          item.position, .configBadValue, ConfigurationTexts.conditionOnUnknownField(place, field, meant: meant))
        continue
      }
      leaveOut.append(FieldCondition(path, String(text[text.index(after: equals)...])))
    }
  }

  private mutating func readDefaults(_ value: JSONValue, path: String, _ mistakes: ConfigurationMistakes) {
    let forms = kind.defaults
    guard let object = ConfigurationObject(value, path: path, keys: forms.keys.sorted(), mistakes) else { return }
    for member in object.members {
      if let form = forms[member.key], let text = object.value(member.key, as: form) { defaults[member.key] = text }
    }
  }

  private static var knownFields: [String] {
    Field.all.filter { $0 != .customFields }.map { FieldPath($0).description }
  }

  private mutating func readOwners(_ value: JSONValue, path: String, _ mistakes: ConfigurationMistakes) {
    guard let object = ConfigurationObject(value, path: path, keys: nil, mistakes) else { return }
    for member in object.members {
      guard let field = FieldPath(member.key) else {
        let meant = NearestName.find(member.key, among: Self.knownFields)
        mistakes.add(
          member.keyPosition, .configUnknownKey,
          ConfigurationTexts.unknownField("\(path).\(member.key)", meant: meant))
        continue
      }
      if let owner = object.word(member.key, MergeSide.self) { fieldOwners[field] = owner }
    }
  }
}
