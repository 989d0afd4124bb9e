/// A table that may hold the data of a customer, or of the people on its card: what stands there, how a customer's rows are
/// found, what they are disclosed as and what forgetting the customer does with them.
///
/// ``all`` and ``impersonalColumns`` together name every column of the schema. Who acted in the register (`user`,
/// `created_by`) is not meant: that belongs to the history.
package struct PersonalTable: Sendable {
  package let name: String
  /// The columns that may hold something of a person, or say whose a row is.
  package let columns: [String]
  /// The columns that hold nothing of a person.
  package let otherColumns: [String]
  /// What stands there, for `docs/privacy.md`. Tables with the same are one row of it.
  package let contents: String
  /// The condition that finds the rows that are surely a customer's; nil where no row is one customer's.
  var found: String?
  /// True when the rows are found through another table's, which must still be there.
  var isFoundThroughOthers = false
  package let disclosure: Disclosure
  /// What forgetting does, for `docs/privacy.md`.
  package let removal: String
  /// The same, step by step.
  let erasure: [Erasure]

  /// What the document of `customer disclose` has of a table.
  package enum Disclosure: Sendable {
    case nothing
    /// Told under these keys, in words of their own.
    case within([String])
    /// The rows that are surely the customer's, under a key: these columns of them.
    case rows(key: String, columns: String, from: String? = nil, order: String? = nil)
  }

  /// A step of forgetting. SQL knows `:customer`, `:run`, and as JSON arrays `:numbers`, those of them that are
  /// `:personalNumbers`, the `:spellings` of identity numbers, and `:owners`, the keys of both.
  enum Erasure: Sendable {
    /// Deletes the rows that are surely the customer's.
    case found
    /// Deletes rows that may be the customer's: they are not disclosed, since they may be another's.
    case likely(String)
    case statement(String)
    /// Replaces the texts of other rows that mention the person: each column together with its twin of another language, which
    /// may inflect a name.
    case texts([[String]], key: [String])
    /// Done by the foreign key, when the customer's own row goes.
    case cascade
    /// Done by whoever forgets, who knows the form of what stands there.
    case byCaller
  }
}

extension PersonalTable {
  /// What forgetting one customer executes.
  var erasingStatements: [String] {
    erasure.compactMap { step in
      switch step {
      case .found: found.map { "DELETE FROM \(name) WHERE \($0)" }
      case .likely(let condition): "DELETE FROM \(name) WHERE \(condition)"
      case .statement(let statement): statement
      case .texts, .cascade, .byCaller: nil
      }
    }
  }
}
