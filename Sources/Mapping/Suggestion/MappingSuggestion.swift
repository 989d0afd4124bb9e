package import CustomerModel
package import Texts

/// A mapping to start from, made for a list by its headings and the look of its cells.
package struct MappingSuggestion: Sendable {
  /// What was made of one source column.
  package struct Column: Sendable, Hashable {
    /// From 0.
    package let index: Int
    package let header: String
    /// The fields it was given to; empty when nothing fits.
    package let fields: [FieldPath]
    /// From 0 to 1.
    package let confidence: Double
    /// Why, in words for a person.
    package let reason: Text

    /// `Kundnr → number, 100 %: the heading is known to register-sv`
    package var text: Text {
      let name =
        header.trimmingBlanks.isEmpty ? SuggestionTexts.unnamed(column: index + 1) : Text(verbatim: header)
      guard !fields.isEmpty else { return SuggestionTexts.column(name, reason) }
      let targets = fields.map(\.description).joined(separator: ", ")
      return SuggestionTexts.column(name, fields: targets, percent: percent, reason)
    }

    package init(index: Int, header: String, fields: [FieldPath], confidence: Double, reason: Text) {
      self.index = index
      self.header = header
      self.fields = fields
      self.confidence = confidence
      self.reason = reason
    }

    var percent: Int { Int((confidence * 100).rounded()) }
  }

  /// A complete mapping file, which loads as it is.
  package let json: String
  /// One for each source column, in their order.
  package let columns: [Column]

  package init(json: String, columns: [Column]) {
    self.json = json
    self.columns = columns
  }
}
