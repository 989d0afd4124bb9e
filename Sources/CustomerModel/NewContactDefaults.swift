/// What a new contact person has where nobody says otherwise: no to every yes-or-no question.
///
/// The register's schema says the same: a load leaves to it the columns that no source fills.
package enum NewContactDefaults {
  /// The fields that begin with a value. Every person has them, as the register keeps them.
  package static let values: [Field: String] = Dictionary(
    uniqueKeysWithValues: Field.all.filter { $0.isRepeated && $0.kind == .boolean }.map { ($0, "0") })
}
