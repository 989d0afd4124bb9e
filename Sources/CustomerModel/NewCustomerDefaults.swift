/// What a new customer has where its source leaves a field out: a type, being active, and no to every other yes-or-no question.
///
/// The register's schema says the same: a load leaves to it the columns that no source fills.
package struct NewCustomerDefaults: Sendable {
  /// True when a customer is a private person unless the source says otherwise.
  package let isPrivate: Bool

  /// The fields of a customer that begin with a value, in the order of the catalogue.
  package static let fields = Field.all.filter { !$0.isRepeated && ($0.kind == .boolean || $0 == .type) }

  package init(settings: RegisterSettings) { isPrivate = settings.isOn(.privateAsDefault) }

  /// The canonical value that a field begins with; nil for one that begins empty.
  package func value(of field: Field) -> String? {
    switch field {
    case .type: isPrivate ? "private" : "company"
    case .active: "1"
    default: field.kind == .boolean ? "0" : nil
    }
  }
}
