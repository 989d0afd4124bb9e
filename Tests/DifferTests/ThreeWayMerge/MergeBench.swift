import CustomerModel
import Differ

/// Writes merges shortly: fields by their public names, nil for a clear.
enum MergeBench {
  static func path(_ name: String) -> FieldPath {
    guard let path = FieldPath(name) else { preconditionFailure("no field \(name)") }
    return path
  }

  static func card(_ values: [String: String]) -> CustomerCard {
    CustomerCard(Dictionary(uniqueKeysWithValues: values.map { (path($0.key), $0.value) }))
  }

  static func remote(_ values: [String: String?]) -> IncomingCard {
    IncomingCard(Dictionary(uniqueKeysWithValues: values.map { (path($0.key), $0.value.map { .value($0) } ?? .clear) }))
  }

  static func agreed(_ register: [String: String], _ erp: [String: String]? = nil) -> AgreedState {
    AgreedState(register: card(register).values, erp: card(erp ?? register).values)
  }

  static let contactFields = ["name", "email", "phone"].map { path("contactPersons[0].\($0)") }
  static let incoming = Set(
    [
      "name", "type", "identityNumber", "email", "phone", "comments", "costCenterRequired", "active",
      "invoiceAddress.city",
    ]
    .map(path) + contactFields)
  static let outgoing = incoming.union([path("assigned")])

  static func merge(
    _ card: CustomerCard, _ remote: IncomingCard, _ agreed: AgreedState?, _ policy: MergePolicy = .hold,
    owners: [String: MergeSide] = [:], unkept: [String: String?] = [:], incoming: Set<FieldPath> = incoming,
    outgoing: Set<FieldPath> = outgoing,
    newer: (FieldPath) -> MergeSide? = { _ in nil }
  ) -> CardMerge {
    CardMerge.merge(
      card: card, remote: remote, unkept: Self.remote(unkept).values, agreed: agreed, incoming: incoming,
      outgoing: outgoing,
      rules: MergeRules(
        policy: policy, owners: Dictionary(uniqueKeysWithValues: owners.map { (path($0.key), $0.value) })),
      newer: newer)
  }

  /// The merge as lines: `change phone: 1 -> 2`, `conflict phone: 1 | 2 (0)`, `push phone`.
  static func lines(_ merge: CardMerge) -> [String] {
    merge.changes.map { "change \($0.path): \($0.old ?? "nil") -> \($0.new ?? "nil")" }
      + merge.conflicts.map {
        "conflict \($0.path): \($0.register ?? "nil") | \($0.erp ?? "nil") (\($0.base ?? "nil"))"
      }
      + merge.toPush.map { "push \($0)" }
  }
}
