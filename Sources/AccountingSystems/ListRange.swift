package import Documents

/// What a listing of an accounting system's customers gives.
package enum ListRange {
  /// Every record.
  case everything
  /// What changed since a cursor that an earlier listing told.
  case changes(since: String)
  /// Every record is listed, but where fetching one costs a request of its own only those are fetched that changed since the
  /// cursor, or that the list shows otherwise than `seen` has them: the record of an id as it was last seen, nil for one that
  /// is new.
  case differences(since: String, seen: (_ id: String) throws -> JSONNode?)

  /// The cursor; nil when everything is given.
  var cursor: String? {
    switch self {
    case .everything: nil
    case .changes(let cursor), .differences(let cursor, _): cursor
    }
  }
}
