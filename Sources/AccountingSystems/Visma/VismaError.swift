import Documents
import HTTP

/// What Visma says in the body of an answer that is no success.
struct VismaError: Equatable {
  /// Such as `4005`; nil when the answer is not Visma's.
  var code: String?
  var message: String?
  /// What Visma's support asks for.
  var id: String?

  /// Reads `{"ErrorCode":4005,"DeveloperErrorMessage":"…","ErrorId":"…","Errors":[…]}`, of which any may be missing.
  init(_ response: HTTPResponse) {
    guard let node = JSONExchange.document(response) else { return }
    code = node.member(ignoringCase: "ErrorCode")?.scalarText
    id = node.member(ignoringCase: "ErrorId")?.scalarText
    let details = (node.member(ignoringCase: "Errors")?.elements ?? []).flatMap(Self.texts)
    let texts = [node.member(ignoringCase: "DeveloperErrorMessage")?.scalarText].compactMap(\.self) + details
    // The whole message often says what its details say.
    let told = texts.enumerated().filter { place, text in
      !texts.enumerated().contains { $0.offset != place && Self.says($0.element, text, isFirst: $0.offset < place) }
    }
    message = told.isEmpty ? nil : told.map(\.element).joined(separator: " ")
  }

  /// True when a text has the other in it; of two that are the same the first has.
  private static func says(_ text: String, _ other: String, isFirst: Bool) -> Bool {
    text == other ? isFirst : text.contains(other)
  }

  /// An element of `Errors`, whose shape is not told: its texts, or itself.
  private static func texts(_ node: JSONNode) -> [String] {
    node.scalarText.map { [$0] } ?? node.members.compactMap { $0.value.scalarText }
  }
}
