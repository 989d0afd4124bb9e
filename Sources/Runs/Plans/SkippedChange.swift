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

  /// How many a run names: of a plan that fits no more at all, there may be a million.
  package static let maximumNamed = 1000

  /// As the run's report and the program's JSON have them.
  ///
  /// - Parameters:
  ///   - named: those that are named.
  ///   - count: how many there are.
  package static func members(_ named: [SkippedChange], of count: Int) -> [JSONNode.Member] {
    [
      .init(key: "skipped", value: .array(named.map(\.node))),
      .init(key: "skippedCount", value: .number(String(count))),
    ]
  }

  private var node: JSONNode {
    .object([
      .init(key: "number", value: .text(number)), .init(key: "code", value: .text(code)),
      .init(key: "message", value: .text(text.english)),
    ])
  }

  /// The refusal of a whole plan for it.
  func refusal(of plan: String) -> KundregError {
    KundregError(.failed, code: code, PlanTexts.refused(plan, text), remedies: [.skipStaleChanges])
  }
}
