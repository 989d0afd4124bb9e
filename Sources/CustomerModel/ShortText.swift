package import Texts

extension String {
  /// The text as a sentence can show it: cut where it is longer than any heading or name that a person reads.
  package var cutForSentence: String {
    let longest = ShownLimits.name
    guard utf8.count > longest, let end = index(startIndex, offsetBy: longest, limitedBy: endIndex), end < endIndex
    else {
      return self
    }
    return self[..<end] + "…"
  }
}

extension Sequence<String> {
  /// The headings of a table as a sentence can show them: each cut, and no more of them than a person reads.
  package var listedForSentence: Text {
    let most = ShownLimits.headings
    var shown: [String] = []
    var left = 0
    for heading in self {
      if shown.count < most { shown.append(heading.cutForSentence) } else { left += 1 }
    }
    let list = shown.joined(separator: " | ")
    return left > 0 ? Text(en: "\(list) and \(left) more", sv: "\(list) och \(left) till") : Text(verbatim: list)
  }
}
