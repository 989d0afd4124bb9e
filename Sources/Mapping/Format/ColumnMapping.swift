package import CustomerModel
package import Rows

/// One entry of a mapping's `columns`: the fields it fills, what it is made of, and how.
package struct ColumnMapping: Sendable, Hashable {
  /// Where the value comes from.
  package enum Source: Sendable, Hashable {
    /// One source column, by any of these headings, the best first.
    case headers([String])
    /// Several source columns, each by any of its headings, put together with a separator between those not blank.
    case join([[String]], separator: String)
    /// Several source columns: the first that is not blank.
    case firstOf([[String]])
    /// As ``firstOf(_:)``; where all are blank, others as ``join(_:separator:)`` puts them together.
    case firstOfOrJoin([[String]], join: [[String]], separator: String)
    /// The same value in every row.
    case constant(String)

    /// How many parts come before those that are joined where all of them are blank.
    package var firstCount: Int { if case .firstOfOrJoin(let first, _, _) = self { first.count } else { 0 } }

    /// For each source column the headings it may have; empty for a constant.
    package var parts: [[String]] {
      switch self {
      case .headers(let names): [names]
      case .join(let parts, _), .firstOf(let parts): parts
      case .firstOfOrJoin(let first, let joined, _): first + joined
      case .constant: []
      }
    }
  }

  /// The fields: one, or as many as a split makes.
  package var fields: [FieldPath]
  package var source: Source
  /// True when a file without the column is refused.
  package var isRequired = false
  /// True when the entry may use a source column that another entry uses too.
  package var isShared = false
  /// Words of the source and what they stand for; asked before the transforms.
  package var values: [WordPair] = []
  /// What a blank or missing cell stands for.
  package var blankDefault: String?
  package var unknown: RecordColumn.UnknownPolicy = .create
  package var transforms: [Transform] = []
  /// Which way values go; `in` in a mapping that only reads.
  package var direction = MappingDirection.in
  /// What must be turned on for the entry to count; nil for nothing.
  package var option: MappingOption?
  /// How the value is written; of no meaning in an entry that only reads.
  package var outgoing = OutgoingForm()
  /// The place in the file, `columns[3]`.
  package var place: String

  /// True when a heading may be the field's own name, whatever headings the entry lists.
  package var isNamedByItsField: Bool {
    switch source {
    case .headers, .firstOf: fields.count == 1
    case .join, .firstOfOrJoin, .constant: false
    }
  }

  package init(fields: [FieldPath], source: Source, place: String) {
    self.fields = fields
    self.source = source
    self.place = place
  }
}

/// A word of the source and what it stands for.
package struct WordPair: Sendable, Hashable {
  package let word: String
  package let meaning: String
  package init(_ word: String, _ meaning: String) {
    self.word = word
    self.meaning = meaning
  }
}
