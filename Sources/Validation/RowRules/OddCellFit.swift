package import CustomerModel
package import Rows

/// Whether a cell of a type other than text or number can be meant for a field, and what is done where it cannot.
package enum OddCellFit: Int, Sendable, Comparable {
  /// It may be meant, or the rules of the field speak of what it is not.
  case fits
  /// It may be meant, but seldom is.
  case keep
  /// It cannot be meant, and the customer can do without the value.
  case leaveOut
  /// It cannot be meant, and the customer is told apart by it.
  case reject

  package static func < (a: OddCellFit, b: OddCellFit) -> Bool { a.rawValue < b.rawValue }

  /// - Parameter heading: the source column's, which says what member of a record the cell is.
  init(_ kind: OddCell.Kind, in field: Field, heading: String) {
    if kind == .list {
      self = Self.ofList(in: field)
      return
    }
    if kind == .exponent {
      self = Self.ofExponent(in: field, heading: heading)
      return
    }
    switch field.kind {
    case .customerNumber, .identityNumber, .vatNumber, .identityNumberSet: self = .reject
    case .phone, .email, .website, .postalCode: self = .leaveOut
    case .reference(.costCenter): self = kind == .percent ? .fits : .leaveOut
    case .reference, .set: self = kind == .percent ? .fits : .keep
    case .text(_, multiline: true): self = .fits
    case .text:
      switch (field, kind) {
      // What somebody types as 100% is shown so.
      case (_, .percent): self = field == .apartmentNumber ? .leaveOut : .fits
      case (.customerName, _): self = .reject
      case (.contactName, _), (.apartmentNumber, _): self = .leaveOut
      default: self = field.name.hasSuffix(".city") ? .leaveOut : .keep
      }
    case .records(let records):
      let member = records.members.first { heading.hasSuffix(".\($0.name)") }
      self = member.map { OddCellFit(kind, in: $0) } ?? .fits
    case .choice, .percent, .boolean, .language, .country, .custom, .timestamp: self = .fits
    }
  }

  /// For several values, which stand one after the other in a field that has one. What such a text cannot be is said by the
  /// field's own rules.
  private static func ofList(in field: Field) -> OddCellFit {
    switch field.kind {
    case .set, .identityNumberSet, .records, .text(_, multiline: true): .fits
    case .choice, .percent, .boolean, .language, .country, .timestamp, .reference, .custom: .fits
    case .customerNumber, .identityNumber, .vatNumber, .phone, .email, .website, .postalCode, .text: .keep
    }
  }

  /// For a number such as `1e3`, which is one thousand to a program and no code that anybody typed.
  private static func ofExponent(in field: Field, heading: String) -> OddCellFit {
    switch field.kind {
    case .text(_, multiline: true): .fits
    case .customerNumber, .reference, .set, .text: .keep
    case .records(let records):
      records.members.first { heading.hasSuffix(".\($0.name)") }.map { OddCellFit(.exponent, in: $0) } ?? .fits
    // The rules of the others say what they are not.
    default: .fits
    }
  }

  /// For a member of a record. Without the record's own number nobody can tell which one is meant.
  package init(_ kind: OddCell.Kind, in member: RecordKind.Member) {
    switch member.kind {
    case _ where kind == .list: self = .fits
    case .text where kind == .exponent: self = member.name == "number" ? .keep : .fits
    case _ where kind == .exponent: self = .fits
    case .text, .email, .postalCode:
      let isFree = ["description", "title", "status", "unit"].contains(member.name)
      self = isFree || kind == .percent && member.name != "number" ? .fits : member.isRequired ? .reject : .keep
    case .decimal, .percent, .boolean, .date, .choice, .country, .words: self = .fits
    }
  }
}
