import CustomerModel
import Differ
import RegisterStore
import Validation

extension FieldAssignments {
  /// The values as one edit that is the same for every customer; nil where it may not be: where something is wrong with the values,
  /// where their form or what is said of them depends on the customer's country, and where they are of fields that are kept in
  /// several rows or have rules of their own.
  var uniform: UniformEdit? {
    guard paths.allSatisfy({ $0.field.isUniform }),
      !problems.contains(where: { $0.severity == .reject || CountryVerdict.codes.contains($0.code) })
    else { return nil }
    var values: [Field: String?] = [:]
    var sets: [Field: UniformEdit.SetEdit] = [:]
    for (path, value) in incoming.values {
      // To clear what every customer has says nothing.
      if value == .clear, CardDiffer.cannotBeCleared(path.field) { continue }
      let text = incoming[path.field]
      if path.field.isSet {
        sets[path.field] = .replace(CustomerCard.names(inSet: text ?? ""))
      } else {
        values[path.field] = .some(text ?? (path.field.kind == .boolean ? "0" : nil))
      }
    }
    for path in Set(added.values.keys).union(removed.values.keys) {
      sets[path.field] = .change(added: added.names(of: path), removed: removed.names(of: path))
    }
    return UniformEdit(values: values, sets: sets)
  }
}

extension Field {
  /// True when a value that is typed means the same for every customer, and one statement writes it.
  fileprivate var isUniform: Bool {
    switch kind {
    case .text, .choice, .percent, .boolean, .language, .email, .website, .reference: column != nil && self != .type
    case .set: true
    case .customerNumber, .identityNumber, .vatNumber, .country, .postalCode, .phone, .identityNumberSet, .custom,
      .records, .timestamp:
      false
    }
  }
}
