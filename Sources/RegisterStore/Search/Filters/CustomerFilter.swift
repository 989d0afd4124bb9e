package import CustomerModel

/// Conditions on a customer's fields, joined by and and or.
package indirect enum CustomerFilter: Sendable, Equatable {
  case condition(Condition)
  /// All of them must hold; so does an empty list.
  case all([CustomerFilter])
  /// One of them must hold.
  case any([CustomerFilter])
  case not(CustomerFilter)

  package enum Comparison: String, Sendable, Equatable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    /// Contains, without regard to case and to the marks of å, ä, ö and the like.
    case contains = "~"
    case greaterOrEqual = ">="
    case greater = ">"
    case lessOrEqual = "<="
    case less = "<"

    /// True when it asks for an order of values.
    package var isOrder: Bool {
      switch self {
      case .equal, .notEqual, .contains: false
      case .greaterOrEqual, .greater, .lessOrEqual, .less: true
      }
    }
  }

  /// What one field must be.
  package struct Condition: Sendable, Equatable {
    package let path: FieldPath
    /// True for `contactPersons[].email`: one of the persons is enough.
    package let isOfAnyPerson: Bool
    /// The member of a list's records that is meant, for `references.number`: one record is enough. Nil for any member.
    package let member: RecordKind.Member?
    package let comparison: Comparison
    /// The canonical value; nil for none: equal asks for customers without a value, not equal for those with one.
    /// A set is equal to the names that it holds, among others.
    package let value: String?

    package init(
      _ path: FieldPath, ofAnyPerson: Bool = false, member: RecordKind.Member? = nil, _ comparison: Comparison,
      _ value: String?
    ) {
      self.path = path
      self.member = member
      isOfAnyPerson = ofAnyPerson
      self.comparison = comparison
      self.value = value
    }
  }

  /// True when a condition is on that field.
  package func asks(of field: Field) -> Bool {
    switch self {
    case .condition(let condition): condition.path.field == field
    case .all(let parts), .any(let parts): parts.contains { $0.asks(of: field) }
    case .not(let part): part.asks(of: field)
    }
  }

  /// Both must hold; nil asks for nothing.
  package static func both(_ a: CustomerFilter?, _ b: CustomerFilter?) -> CustomerFilter? {
    let parts = [a, b].compactMap { $0 }
    return parts.count == 2 ? .all(parts) : parts.first
  }
}
