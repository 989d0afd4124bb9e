import Foundation

/// A regular expression in the ICU syntax. It works on text, not bytes: a transform that a mapping asks for by name,
/// never one of those that every cell passes.
struct RegularExpression: Sendable {
  let pattern: String
  private let expression: NSRegularExpression

  /// Nil when the pattern is none.
  init?(_ pattern: String) {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return nil }
    self.pattern = pattern
    self.expression = expression
  }

  var groupCount: Int { expression.numberOfCaptureGroups }

  /// Every match replaced; `$1` in the template stands for the first capture group.
  func replacing(in text: String, with template: String) -> String {
    expression.stringByReplacingMatches(
      in: text, range: NSRange(text.startIndex..., in: text), withTemplate: template)
  }

  /// The capture groups of the first match, an empty text for one that took no part; nil without a match.
  func groups(in text: String) -> [String]? {
    guard let match = expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) else { return nil }
    return (1..<match.numberOfRanges).map { group in
      Range(match.range(at: group), in: text).map { String(text[$0]) } ?? ""
    }
  }
}
