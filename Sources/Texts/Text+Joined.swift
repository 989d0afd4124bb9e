extension Sequence<Text> {
  /// Complete sentences after one another, or on lines of their own.
  package func joined(by separator: String = " ") -> Text {
    Text(en: map(\.english).joined(separator: separator), sv: map(\.swedish).joined(separator: separator))
  }
}

extension Text {
  /// No text.
  package static let empty = Text(verbatim: "")

  package var isEmpty: Bool { english.isEmpty }
}
