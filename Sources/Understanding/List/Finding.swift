import CustomerModel
import Mapping

/// What a field is filled from.
struct Finding: Sendable, Equatable {
  enum Source: Sendable, Equatable {
    case one(Int)
    /// The first that is filled in a row.
    case firstOf([Int])
    case join([Int], separator: String)
    /// The first that is filled in a row, and where none is, the others together.
    case firstOfOrJoin([Int], join: [Int])

    var columns: [Int] {
      switch self {
      case .one(let column): [column]
      case .firstOf(let columns), .join(let columns, _): columns
      case .firstOfOrJoin(let first, let joined): first + joined
      }
    }
  }

  var fields: [FieldPath]
  var source: Source
  /// True when another field is filled from its columns, too.
  var isShared = false
  var values: [WordPair] = []
  var transforms: [Transform] = []
}
