import CustomerModel
import Documents
import Texts

/// What is wrong with a configuration: collected, so that a person sees all at once.
final class ConfigurationMistakes {
  private let file: String
  private var mistakes: [(position: TextPosition, code: ErrorCode, text: Text)] = []

  init(file: String) { self.file = file }

  func add(_ position: TextPosition, _ code: ErrorCode, _ text: Text) { mistakes.append((position, code, text)) }

  /// Notes a key that no one reads, and the one that was probably meant.
  func addUnknown(_ member: JSONValue.Member, in path: String, known: [String]) {
    let place = path.isEmpty ? member.key : "\(path).\(member.key)"
    let text =
      if let meant = NearestName.find(member.key, among: known) {
        ConfigurationTexts.unknownKey(place, meant: meant)
      } else {
        ConfigurationTexts.unknownKey(place, known: known)
      }
    add(member.keyPosition, .configUnknownKey, text)
  }

  /// - Throws: ``KundregError`` with status 78 and the first mistake's code; one line for each mistake.
  func throwIfAny() throws(KundregError) {
    let ordered = mistakes.sorted { $0.position < $1.position }
    guard let first = ordered.first else { return }
    let lines = ordered.map { ConfigurationTexts.mistake(file, $0.position, $0.text) }
    throw KundregError(first.code, lines.joined(by: "\n"))
  }
}
