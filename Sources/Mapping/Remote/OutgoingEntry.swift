import CustomerModel
import Documents
import Foundation

/// One field on its way to one key.
struct OutgoingEntry: Sendable {
  let path: FieldPath
  let key: String
  /// The key with the conditions on which it is written.
  let place: RemoteKey
  let form: OutgoingForm
  /// The word for each canonical value; nil when values are written as they are.
  private let words: [String: String]?
  private let mapping: String

  /// Nil for an entry that has no single key.
  init?(_ column: ColumnMapping, mapping: String) {
    guard let path = column.fields.first, let key = column.key else { return nil }
    self.path = path
    place = RemoteKey(key)
    self.key = place.name
    self.mapping = mapping
    form = column.outgoing
    let pairs = column.writtenWords.map { ($0.meaning, $0.word) }
    words = column.values.isEmpty ? nil : Dictionary(pairs) { first, _ in first }
  }

  /// The value as it is written; nil, with the reasons, when it cannot be.
  func node(
    for value: String?, objection: (_ text: String, _ key: String) -> String?
  ) -> (node: JSONNode?, problems: [OutgoingProblem]) {
    guard let value, !value.isEmpty else { return (.null, []) }
    guard let word = words.map({ $0[value] }) ?? value else {
      return (nil, [noCounterpart(value, "the mapping \(mapping) has no word for it among the \"values\" of \(key)")])
    }
    let text = form.transforms.reduce(word) { $1.apply(to: $0) }.precomposedStringWithCanonicalMapping
    guard !text.isEmpty else {
      return (nil, [noCounterpart(value, "nothing of it is left in the form that \(key) takes")])
    }
    switch form.type {
    case .text:
      let problems = problems(of: text, objection: objection)
      return (problems.isEmpty ? .text(text) : nil, problems)
    case .boolean:
      guard let meaning = KnownWords.booleans.meaning(of: text) else {
        return (nil, [noCounterpart(value, "\(key) takes yes or no only")])
      }
      return (.boolean(meaning == "1"), [])
    case .number:
      guard JSONNode.isNumber(text) else { return (nil, [noCounterpart(value, "\(key) takes a number only")]) }
      return (.number(text), [])
    }
  }

  /// True when the value is written in its plain form, see ``PlainCharacters``, and so otherwise than it is here.
  func isWrittenPlainly(_ value: String?) -> Bool {
    guard let value, form.transforms.contains(.plainCharacters) else { return false }
    return form.transforms.reduce(value) { $1.apply(to: $0) }
      != form.transforms.reduce(value) { $1 == .plainCharacters ? $0 : $1.apply(to: $0) }
  }

  private func problems(
    of text: String, objection: (_ text: String, _ key: String) -> String?
  ) -> [OutgoingProblem] {
    var problems: [OutgoingProblem] = []
    let length = text.unicodeScalars.count
    if let maximum = form.maximumLength, length > maximum {
      problems.append(
        problem(
          "tooLong",
          "has \(length) characters, but \(key) takes at most \(maximum), so it was not sent. "
            + "Shorten it in the register."))
    }
    if let objection = objection(text, key) {
      // An objection that quotes the whole value would show what must not be shown.
      let shown =
        path.field.isSensitive && objection.contains(text) ? "has a value that \(key) does not take" : objection
      problems.append(problem("characters", "\(shown), so it was not sent. Change it in the register."))
    }
    return problems
  }

  private func noCounterpart(_ value: String, _ reason: String) -> OutgoingProblem {
    let shown = path.field.isSensitive ? "has a value that" : "is “\(IdentityMask.masked(value))”, which"
    return problem(
      "noCounterpart", "\(shown) was not sent: \(reason). Change the field in the register, or the mapping.")
  }

  private func problem(_ code: String, _ rest: String) -> OutgoingProblem {
    OutgoingProblem(path: path, key: key, code: "out.\(code)", message: "\(path) \(rest)")
  }
}
