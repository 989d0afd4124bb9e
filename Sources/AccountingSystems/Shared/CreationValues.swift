import Documents

/// What a new record is created from.
enum CreationValues {
  /// The values that there are, and the defaults for the others.
  ///
  /// - Parameters:
  ///   - defaults: by the system's keys; empty ones count for nothing. In the order of their keys, so that a request is
  ///     the same each time it is made.
  ///   - skipped: keys that are not sent.
  ///   - numbers: keys whose values are JSON numbers.
  static func all(
    _ values: [JSONNode.Member], defaults: [String: String], skipping skipped: Set<String>, numbers: Set<String> = []
  ) -> [JSONNode.Member] {
    var members = values.filter { !$0.value.isAbsent && !skipped.contains($0.key) }
    for (key, text) in defaults.sorted(by: { $0.key < $1.key })
    where !text.isEmpty && !skipped.contains(key) && !members.contains(where: { $0.key == key }) {
      let value: JSONNode =
        if text == "true" || text == "false" {
          .boolean(text == "true")
        } else {
          numbers.contains(key) ? .number(text) : .text(text)
        }
      members.append(JSONNode.Member(key: key, value: value))
    }
    return members
  }
}
