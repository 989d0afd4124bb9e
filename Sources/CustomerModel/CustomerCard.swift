/// One customer as canonical values by field; what is absent has no value.
package struct CustomerCard: Sendable, Equatable {
  package private(set) var values: [FieldPath: String]

  package init(_ values: [FieldPath: String] = [:]) { self.values = values }

  /// An empty card with room for that many values.
  package init(minimumCapacity: Int) { values = Dictionary(minimumCapacity: minimumCapacity) }

  /// The canonical value, or nil when the card has none. Setting nil or an empty text removes it.
  package subscript(_ path: FieldPath) -> String? {
    get { values[path] }
    set { values[path] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
  }

  package subscript(_ field: Field) -> String? {
    get { self[FieldPath(field)] }
    set { self[FieldPath(field)] = newValue }
  }

  /// The fields that have a value, in the order of the catalogue.
  package var paths: [FieldPath] { values.keys.sorted() }

  /// How many contact persons the card has.
  package var contactPersonCount: Int {
    (values.keys.lazy.filter { $0.field.isRepeated }.map(\.position).max() ?? -1) + 1
  }

  /// The names in a set's canonical form.
  package static func names(inSet canonical: String) -> [String] {
    canonical.utf8.split(separator: Field.setSeparator).map { String(Substring($0)) }
  }

  /// The canonical form of a set of names.
  package static func set(of names: some Sequence<String>) -> String {
    Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\u{1F}" }.joined()
  }
}
