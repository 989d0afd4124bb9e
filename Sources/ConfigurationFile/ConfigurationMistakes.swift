import CustomerModel
import Documents

/// What is wrong with a configuration: collected, so that a person sees all at once.
final class ConfigurationMistakes {
  private let file: String
  private var mistakes: [(position: TextPosition, code: String, message: String)] = []

  init(file: String) { self.file = file }

  func add(_ position: TextPosition, _ code: String, _ message: String) { mistakes.append((position, code, message)) }

  /// Notes a key that no one reads, and the one that was probably meant.
  func addUnknown(_ member: JSONValue.Member, in path: String, known: [String], what: String) {
    let place = path.isEmpty ? member.key : "\(path).\(member.key)"
    let meant =
      NearestName.find(member.key, among: known).map { ". Did you mean \($0)?" }
      ?? (known.isEmpty
        ? "; nothing can be set here"
        : known.count <= 12 ? ". Known here: \(known.joined(separator: ", "))" : "")
    add(member.keyPosition, "config.unknownKey", "\(place) is not a known \(what)\(meant)")
  }

  /// - Throws: ``KundregError`` with status 78 and the first mistake's code; one line for each mistake.
  func throwIfAny() throws(KundregError) {
    let ordered = mistakes.sorted { $0.position < $1.position }
    guard let first = ordered.first else { return }
    let lines = ordered.map { mistake in
      let end = mistake.message.hasSuffix("?") ? "" : "."
      return "\(file):\(mistake.position): \(mistake.message)\(end)"
    }
    throw KundregError(.configuration, code: first.code, lines.joined(separator: "\n"))
  }
}
