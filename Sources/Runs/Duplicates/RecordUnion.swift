import CustomerModel
import Documents

/// Two lists of records as one: of two with the same key the first list's stays.
struct RecordUnion {
  /// The united list, canonical.
  let into: String?
  /// What of the second list did not go into the first: records with a key of the first that differ from it.
  let left: String?
  /// The keys of those, as a person reads them.
  let differing: [String]

  init(kind: RecordKind, into: String?, from: String) {
    let own = Self.records(into)
    let keys = Dictionary(own.map { (Self.key($0, kind), $0) }, uniquingKeysWith: { first, _ in first })
    var united = own
    var rest: [JSONNode] = []
    for record in Self.records(from) {
      if let mine = keys[Self.key(record, kind)] {
        if mine != record { rest.append(record) }
      } else {
        united.append(record)
      }
    }
    self.into = Self.list(united, kind)
    left = Self.list(rest, kind)
    differing = rest.map { Self.key($0, kind).filter { !$0.isEmpty }.joined(separator: " ") }
  }

  private static func records(_ list: String?) -> [JSONNode] {
    list.flatMap { try? JSONNode(parsing: Array($0.utf8)) }?.elements ?? []
  }

  private static func key(_ record: JSONNode, _ kind: RecordKind) -> [String] {
    kind.keyNames.map { record[$0]?.scalarText ?? "" }
  }

  /// Sorted by the bytes of the keys, as the canonical form is; nil for no record.
  private static func list(_ records: [JSONNode], _ kind: RecordKind) -> String? {
    guard !records.isEmpty else { return nil }
    return JSONNode.array(
      records.sorted { a, b in
        key(a, kind).lexicographicallyPrecedes(key(b, kind)) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      }
    ).json
  }
}
