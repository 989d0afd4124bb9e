extension Sequence<Text> {
  /// Complete sentences after one another, or on lines of their own.
  package func joined(by separator: String = " ") -> Text {
    Text(en: map(\.english).joined(separator: separator), sv: map(\.swedish).joined(separator: separator))
  }
}
