import CustomerModel
package import Documents
package import Texts

/// A change of a plan that no longer fits the register, and why.
package struct SkippedChange: Sendable, Equatable {
  /// The customer's number.
  package let number: String
  /// `plan.stale`, `number.reserved` or `customerUser.loginTaken`.
  package let code: String
  /// What is told of it, in a sentence.
  package let text: Text

  /// As the run's report and the program's JSON have them.
  ///
  /// - Parameters:
  ///   - named: those that are named.
  ///   - count: how many there are.
  ///   - language: of the sentences.
  package static func members(
    _ named: [SkippedChange], of count: Int, in language: Language = .english
  ) -> [JSONNode.Member] {
    [
      .init(key: "skipped", value: .array(named.map { $0.node(in: language) })),
      .init(key: "skippedCount", value: .number(String(count))),
    ]
  }

  private func node(in language: Language) -> JSONNode {
    .object([
      .init(key: "number", value: .text(number)), .init(key: "code", value: .text(code)),
      .init(key: "message", value: .text(text[language])),
    ])
  }

  /// The refusal of a whole plan for it.
  func refusal(of plan: String) -> KundregError {
    KundregError(.failed, code: code, PlanTexts.refused(plan, text), remedies: [.skipStaleChanges])
  }
}
