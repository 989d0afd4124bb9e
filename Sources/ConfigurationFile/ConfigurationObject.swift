import Documents
import Foundation
import Texts

/// One object of the configuration: reads its keys and notes what is wrong with them.
struct ConfigurationObject {
  let members: [JSONValue.Member]
  private let path: String
  private let mistakes: ConfigurationMistakes

  /// - Parameters:
  ///   - path: The object's place in the document; empty for the document itself.
  ///   - keys: The keys it may have; nil for any.
  init?(_ value: JSONValue, path: String, keys: [String]?, _ mistakes: ConfigurationMistakes) {
    guard case .object(let members) = value.content else {
      let place = path.isEmpty ? ConfigurationTexts.documentPlace : Text(verbatim: path)
      mistakes.add(
        value.position, .configWrongType,
        ConfigurationTexts.shouldBe(place, JSONValueTexts.object, is: value.label))
      return nil
    }
    self.members = members
    self.path = path
    self.mistakes = mistakes
    guard let keys else { return }
    for member in members where !keys.contains(member.key) {
      mistakes.addUnknown(member, in: path, known: keys)
    }
  }

  func value(_ key: String) -> JSONValue? { members.first { $0.key == key }?.value }

  /// True for a key that stands there and says nothing.
  func isNull(_ key: String) -> Bool { if case .null = value(key)?.content { true } else { false } }

  /// A text that is not empty.
  func text(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    if case .text(let text) = value.content, !text.isEmpty { return text }
    return wrong(key, value, ConfigurationTexts.filledText)
  }

  /// A default value, as the text that JSON writes.
  func value(_ key: String, as form: DefaultForm) -> String? {
    guard let value = value(key) else { return nil }
    switch value.content {
    case .text(let text) where form.takes(text): return text
    case .text(let text) where !text.isEmpty:
      mistakes.add(
        value.position, .configBadValue,
        ConfigurationTexts.shouldBe(place(key), form.expectation, is: ConfigurationTexts.quoted(text)))
      return nil
    case .number(let text) where form == .number && form.takes(text): return text
    case .boolean(let flag) where form == .flag: return flag ? "true" : "false"
    default: return wrong(key, value, form.expectation)
    }
  }

  func texts(_ key: String) -> [String]? {
    guard let value = value(key) else { return nil }
    guard case .array(let items) = value.content else { return wrong(key, value, JSONValueTexts.listOfTexts) }
    return items.enumerated().compactMap { index, item in
      if case .text(let text) = item.content, !text.isEmpty { return text }
      return wrong("\(key)[\(index)]", item, ConfigurationTexts.filledText)
    }
  }

  func boolean(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if case .boolean(let boolean) = value.content { return boolean }
    return wrong(key, value, JSONValueTexts.boolean)
  }

  /// A number without fraction or exponent.
  func wholeNumber(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let value = value(key) else { return nil }
    if case .number(let digits) = value.content, let number = Int(digits), range.contains(number) { return number }
    return wrong(key, value, ConfigurationTexts.wholeNumber(range))
  }

  /// A length of time, which may have a fraction.
  func seconds(_ key: String) -> Double? {
    guard let value = value(key) else { return nil }
    if case .number(let digits) = value.content, let number = Double(digits), number > 0, number <= 86_400 {
      return number
    }
    return wrong(key, value, ConfigurationTexts.seconds)
  }

  /// One of a fixed set of words.
  func word<Word: RawRepresentable & CaseIterable>(_ key: String, _: Word.Type) -> Word? where Word.RawValue == String {
    guard let value = value(key) else { return nil }
    let words = Word.allCases.map(\.rawValue)
    let expected = ConfigurationTexts.oneOf(words)
    guard case .text(let text) = value.content else { return wrong(key, value, expected) }
    if let word = Word(rawValue: text) { return word }
    let wrong = ConfigurationTexts.shouldBe(place(key), expected, is: ConfigurationTexts.quoted(text))
    let question = NearestName.find(text, among: words).map(NearestNameTexts.didYouMean)
    mistakes.add(value.position, .configBadValue, [wrong, question].compactMap(\.self).joined())
    return nil
  }

  /// An address that secrets may be sent to.
  func address(_ key: String, _ scheme: String = "http") -> URL? {
    guard let text = text(key), let value = value(key) else { return nil }
    switch SecureAddress.check(text, scheme) {
    case .success(let url): return url
    case .failure(let refusal):
      mistakes.add(value.position, refusal.code, refusal.text(of: path.isEmpty ? key : "\(path).\(key)"))
      return nil
    }
  }

  private func place(_ key: String) -> Text { Text(verbatim: path.isEmpty ? key : "\(path).\(key)") }

  private func wrong<Value>(_ key: String, _ value: JSONValue, _ expected: Text) -> Value? {
    mistakes.add(
      value.position, .configWrongType, ConfigurationTexts.shouldBe(place(key), expected, is: value.label))
    return nil
  }
}
