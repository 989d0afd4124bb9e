import CustomerModel
import Documents
import Foundation

/// Writes the sentences of one report with what can be done about them. Remedies that come again, in the other language or in
/// a further finding, are encoded once.
final class RemedyKeeper {
  private let encoder = JSONEncoder()
  private var encoded: [[Remedy]: JSONNode] = [:]

  init() {
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// A sentence as a report keeps it: a text, or with its remedies an object.
  func node(_ sentence: String, _ remedies: [Remedy]) -> JSONNode {
    guard !remedies.isEmpty, let kept = node(remedies) else { return .text(sentence) }
    return .object([
      .init(key: KeptRemedies.sentenceKey, value: .text(sentence)), .init(key: KeptRemedies.key, value: kept),
    ])
  }

  private func node(_ remedies: [Remedy]) -> JSONNode? {
    if let known = encoded[remedies] { return known }
    // Cases of texts and numbers always have a JSON form.
    let node = (try? encoder.encode(remedies)).flatMap { try? JSONNode(parsing: Array($0)) }
    encoded[remedies] = node
    return node
  }
}
