package import CustomerModel

/// The same edit of many customers: what fields get does not depend on whose they are.
package struct UniformEdit: Sendable, Equatable {
  /// What becomes of a set of names.
  package enum SetEdit: Sendable, Equatable {
    /// These names stand in place of all others.
    case replace([String])
    /// Some names join, and then some leave.
    case change(added: [String], removed: [String])
  }

  /// The canonical values of fields of the customer's own row, nil for none.
  package let values: [Field: String?]
  /// The sets that are kept in tables of their own.
  package let sets: [Field: SetEdit]

  package init(values: [Field: String?], sets: [Field: SetEdit]) {
    self.values = values
    self.sets = sets
  }

  /// The fields that it speaks of, in the order of the catalogue.
  package var fields: [Field] { (Array(values.keys) + Array(sets.keys)).sorted { $0.index < $1.index } }
}

extension UniformEdit.SetEdit {
  /// What the edit makes of a set; nil when it leaves it as it is.
  package func result(of canonical: UnsafeRawBufferPointer) -> [String]? {
    let old = canonical.split(separator: Field.setSeparator).map { String(decoding: $0, as: UTF8.self) }
    let new: Set<String> =
      switch self {
      case .replace(let names): Set(names)
      case .change(let added, let removed): Set(old).union(added).subtracting(removed)
      }
    return Set(old) == new ? nil : Array(new)
  }
}
