import CustomerModel
import Documents
import Foundation
import Texts

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
    for value: String?, objection: (_ text: String, _ key: String) -> Text?
  ) -> (node: JSONNode?, problems: [OutgoingProblem]) {
    guard let value, !value.isEmpty else { return (.null, []) }
    guard let word = words.map({ $0[value] }) ?? value else {
      return (nil, [noCounterpart(value, OutgoingTexts.noWord(in: mapping, key: key))])
    }
    let text = form.transforms.reduce(word) { $1.apply(to: $0) }.precomposedStringWithCanonicalMapping
    guard !text.isEmpty else {
      return (nil, [noCounterpart(value, OutgoingTexts.nothingLeft(key: key))])
    }
    switch form.type {
    case .text:
      let problems = problems(of: text, objection: objection)
      return (problems.isEmpty ? .text(text) : nil, problems)
    case .boolean:
      guard let meaning = KnownWords.booleans.meaning(of: text) else {
        return (nil, [noCounterpart(value, OutgoingTexts.takesYesOrNo(key))])
      }
      return (.boolean(meaning == "1"), [])
    case .number:
      guard JSONNode.isNumber(text) else { return (nil, [noCounterpart(value, OutgoingTexts.takesNumber(key))]) }
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
    of text: String, objection: (_ text: String, _ key: String) -> Text?
  ) -> [OutgoingProblem] {
    var problems: [OutgoingProblem] = []
    let length = text.unicodeScalars.count
    if let maximum = form.maximumLength, length > maximum {
      problems.append(
        problem(
          "out.tooLong", OutgoingTexts.tooLong(path.columnHeading, length: length, key: key, maximum: maximum)))
    }
    if let objection = objection(text, key) {
      // An objection that quotes the whole value would show what must not be shown.
      let isShown = !path.field.isSensitive || !objection.english.contains(text)
      problems.append(
        problem(
          "out.characters",
          OutgoingTexts.isRefused(path.columnHeading, isShown ? objection : OutgoingTexts.isNotTaken(by: key))))
    }
    return problems
  }

  private func noCounterpart(_ value: String, _ reason: Text) -> OutgoingProblem {
    let shown = path.field.isSensitive ? nil : IdentityMask.masked(value)
    return problem(
      "out.noCounterpart", OutgoingTexts.hasNoCounterpart(path.columnHeading, value: shown, reason))
  }

  private func problem(_ code: String, _ text: Text) -> OutgoingProblem {
    OutgoingProblem(path: path, key: key, code: code, text: text)
  }
}
