import CustomerModel
import Documents
import Foundation

/// What can be done about something, as a run's report keeps it: cases and no words, since each door has its own.
enum KeptRemedies {
  /// The member that holds them, beside the sentence that they belong to.
  static let key = "remedies"
  static let sentenceKey = "message"

  /// True for an object with a sentence and its remedies. A report also has members that users name, such as custom fields.
  static func areHeld(in node: JSONNode) -> Bool {
    guard case .text? = node[sentenceKey], case .array(let remedies)? = node[key] else { return false }
    return remedies.allSatisfy { if case .object = $0 { true } else { false } }
  }

  /// The remedies beside a sentence. What another version of the program kept and this one does not know is left out.
  static func remedies(in node: JSONNode) -> [Remedy] {
    guard areHeld(in: node), let kept = node[key]?.elements, !kept.isEmpty else { return [] }
    let decoder = JSONDecoder()
    return kept.compactMap { try? decoder.decode(Remedy.self, from: Data($0.bytes())) }
  }

  /// What can be done about sentences that stand alone among a report's members, and become texts in ``told(_:_:)``.
  static func ofSentences(in report: JSONNode) -> [Remedy] {
    report.members.flatMap { member in
      (member.value.elements + [member.value]).filter { $0.members.count == 2 }.flatMap(remedies)
    }
  }

  /// The report with its remedies told after their sentences, as a run's result has them. Beside a finding they stand as cases, too.
  static func told(_ node: JSONNode, _ worded: (Remedy) -> String?) -> JSONNode {
    switch node {
    case .array(let items): return .array(items.map { told($0, worded) })
    case .object(let members):
      guard areHeld(in: node) else {
        return .object(members.map { .init(key: $0.key, value: told($0.value, worded)) })
      }
      let sentence = [node[sentenceKey]?.scalarText].compactMap(\.self) + remedies(in: node).compactMap(worded)
      let whole = JSONNode.text(sentence.joined(separator: " "))
      let others = members.filter { $0.key != key }
      return others.count == 1
        ? whole
        : .object(
          others.map { $0.key == sentenceKey ? .init(key: sentenceKey, value: whole) : $0 }
            + Remedy.members(remedies(in: node)))
    case .text, .number, .boolean, .null: return node
    }
  }
}
