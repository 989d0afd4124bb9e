import Documents
import Texts

/// Two documents that differ in the language of their sentences only, read side by side. Where the other lacks a part the English
/// stands for both.
struct BilingualNode: Equatable {
  let english: JSONNode
  let swedish: JSONNode

  init(_ english: JSONNode, _ swedish: JSONNode) {
    self.english = english
    self.swedish = swedish
  }

  /// The value of an object's key; nil when the English lacks it.
  subscript(key: String) -> BilingualNode? {
    english[key].map { BilingualNode($0, swedish[key] ?? $0) }
  }

  var elements: [BilingualNode] {
    let others = swedish.elements
    return english.elements.enumerated().map { BilingualNode($1, $0 < others.count ? others[$0] : $1) }
  }

  /// A sentence; nil for what is no text.
  var text: Text? { english.scalarText.map { ForgottenTexts.told(Text(en: $0, sv: swedish.scalarText ?? $0)) } }

  /// What is the same in every language.
  var word: String? { english.scalarText }

  var count: Int { word.flatMap { Int($0) } ?? 0 }

  var isTrue: Bool { english == .boolean(true) }

  var words: [String] { english.elements.compactMap(\.scalarText) }
}
