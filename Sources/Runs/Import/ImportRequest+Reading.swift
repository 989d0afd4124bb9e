package import Differ

// How people write what they ask of an import.

extension ImportRequest.RecordInput {
  /// `serviceArticles=artiklar.csv`; nil for anything else.
  package init?(written text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(list: String(parts[0]), path: String(parts[1]))
  }
}

extension ImportOptions {
  /// `number` or `number,identity`; nil for anything else.
  package static func matchKeys(written text: String) -> [MatchKey]? {
    let keys = text.split(separator: ",").map { MatchKey(rawValue: String($0)) }
    let known = keys.compactMap(\.self)
    return keys.isEmpty || known.count < keys.count ? nil : known
  }

  /// A part of a whole, `20%` or `20`, from 0 to 1; nil for anything else.
  package static func part(written text: String) -> Double? {
    guard let percent = Double(text.hasSuffix("%") ? text.dropLast() : text[...]), (0...100).contains(percent) else {
      return nil
    }
    return percent / 100
  }
}

extension ImportOptions.Limit {
  /// `50` or `5%`; nil for anything else.
  package init?(written text: String) {
    if text.hasSuffix("%") {
      guard let part = ImportOptions.part(written: text) else { return nil }
      self = .part(part)
    } else {
      guard let count = Int(text), count >= 0 else { return nil }
      self = .count(count)
    }
  }
}
