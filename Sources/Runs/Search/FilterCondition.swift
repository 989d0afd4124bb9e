/// Conditions that sentences advise.
package enum FilterCondition {
  /// `FIELD=VALUE` as `--where` takes it: the value in quotes where it holds what would end it, such as the word `and`.
  package static func text(_ field: String, equals value: String) -> String {
    let isPlain =
      !value.contains { "()\"'".contains($0) }
      && !value.split(whereSeparator: \.isWhitespace).contains { ["and", "or"].contains($0.lowercased()) }
    return "\(field)=" + (isPlain ? value : "\"" + value.replacing("\"", with: "\"\"") + "\"")
  }
}
