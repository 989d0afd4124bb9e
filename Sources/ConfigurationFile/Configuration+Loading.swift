import CustomerModel
import Documents
import Foundation
import Glibc
import Texts

extension Configuration {
  /// Reads the configuration file, or takes the built-in values when there is none.
  ///
  /// The file is `path`, else `KUNDREG_CONFIG`, else `config.json` in the working directory if it exists.
  ///
  /// - Parameters:
  ///   - path: What `--config` says.
  ///   - ruleCodes: The codes that `rules` may name; nil when the caller does not know them.
  /// - Throws: ``KundregError`` with status 78, naming every mistake with its line, its path in the document, what was
  ///   expected and, if one is near, the key that was meant.
  package static func load(
    path: String?, environment: [String: String],
    workingDirectory: String = FileManager.default.currentDirectoryPath, ruleCodes: Set<String>? = nil
  ) throws -> Configuration {
    let named = path ?? environment["KUNDREG_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
    let base = Configuration(folder: workingDirectory)
    let file = base.resolved(named ?? "config.json")
    if named == nil, !FileManager.default.fileExists(atPath: file) { return base }
    let bytes: [UInt8]
    do throws(DocumentFile.Failure) {
      bytes = try DocumentFile.bytes(path: file)
    } catch {
      let isMissing = access(file, F_OK) != 0 && errno == ENOENT
      throw KundregError(
        .configUnreadable,
        isMissing
          ? ConfigurationTexts.missing(file, isNamedByEnvironment: path == nil)
          : ConfigurationTexts.unreadable(file, error.reason))
    }
    let document: JSONValue
    do throws(JSONParser.SyntaxError) {
      document = try JSONParser.parse(bytes)
    } catch {
      throw KundregError(.configSyntax, ConfigurationTexts.notJSON(file, error.position, error.message))
    }
    var result = Configuration(folder: URL(fileURLWithPath: file).deletingLastPathComponent().path)
    result.path = file
    let mistakes = ConfigurationMistakes(file: file)
    result.read(document, mistakes, ruleCodes: ruleCodes)
    try mistakes.throwIfAny()
    return result
  }

  private mutating func read(_ document: JSONValue, _ mistakes: ConfigurationMistakes, ruleCodes: Set<String>?) {
    let keys = ["register", "mappings", "language", "rules", "erps", "limits", "documents", "lookup", "notifications"]
    guard let object = ConfigurationObject(document, path: "", keys: keys, mistakes) else { return }
    if let value = object.text("register") { register = value }
    if let value = object.texts("mappings") { mappings = value }
    if !object.isNull("language") { language = object.word("language", Language.self) }
    if let value = object.value("rules") { readRules(value, mistakes, known: ruleCodes) }
    if let value = object.value("erps") { readSystems(value, mistakes) }
    if let value = object.value("lookup") { lookup = Lookup(value, mistakes) }
    if let value = object.value("documents") { documents = DocumentRules(value, mistakes) }
    if let value = object.value("notifications") { notifications.read(value, mistakes) }
    if let value = object.value("limits") { limits.read(value, mistakes) }
  }

  private mutating func readRules(_ value: JSONValue, _ mistakes: ConfigurationMistakes, known: Set<String>?) {
    var isKnown = true
    if let known, case .object(let members) = value.content { isKnown = members.allSatisfy { known.contains($0.key) } }
    // The codes are put in order only to be named.
    let keys = isKnown ? nil : known?.sorted()
    guard let object = ConfigurationObject(value, path: "rules", keys: keys, mistakes) else { return }
    for member in object.members {
      if let severity = object.word(member.key, Severity.self) { rules[member.key] = severity }
    }
  }

  private mutating func readSystems(_ value: JSONValue, _ mistakes: ConfigurationMistakes) {
    guard let object = ConfigurationObject(value, path: "erps", keys: nil, mistakes) else { return }
    erps = [:]
    for member in object.members {
      if let system = AccountingSystem(member, mistakes) { erps[member.key] = system }
    }
  }
}
