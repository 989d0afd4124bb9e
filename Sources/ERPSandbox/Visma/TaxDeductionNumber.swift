/// Whose numbers a customer's `TaxDeductionNumber` takes.
enum TaxDeductionNumber: String, Sendable, CaseIterable {
  /// The organisation number of the housing association.
  case association
  /// The personal number of who owns the flat or the house.
  case owner

  /// Ten digits, or twelve with the century. In an organisation number the third of the ten is at least 2, in a personal number it
  /// begins a month.
  func takes(_ text: String) -> Bool {
    guard FortnoxChecks.isIdentityNumber(text) else { return false }
    let isOrganisation = text.filter(\.isNumber).suffix(10).dropFirst(2).first.map { $0 >= "2" } ?? false
    return isOrganisation == (self == .association)
  }
}
