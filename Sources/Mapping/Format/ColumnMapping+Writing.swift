import CustomerModel
import Documents

extension ColumnMapping {
  /// The key that is written: the first of the headings.
  var key: String? {
    guard case .headers(let names) = source else { return nil }
    return names.first
  }

  /// The word that is written for each meaning, the first listed, with the meaning in its canonical form.
  var writtenWords: [WordPair] {
    guard !values.isEmpty, let kind = fields.first?.field.kind else { return [] }
    let known = KnownWords.list(for: kind)
    var seen: Set<String> = []
    return values.compactMap { pair in
      guard !pair.meaning.isEmpty, !pair.word.trimmingBlanks.isEmpty else { return nil }
      let meaning = known?.meaning(of: pair.meaning) ?? pair.meaning
      return seen.insert(meaning).inserted ? WordPair(pair.word, meaning) : nil
    }
  }
}

extension OutgoingForm.ValueType {
  /// True when a text can be written as a value of the type.
  func takes(_ text: String) -> Bool {
    switch self {
    case .text: true
    case .boolean: KnownWords.booleans.meaning(of: text) != nil
    case .number: JSONNode.isNumber(text)
    }
  }
}
