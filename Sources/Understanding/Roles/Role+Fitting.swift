import CustomerModel

extension Role {
  /// What the cells say of a role: that it is right, that it cannot be, or nothing.
  enum Fit: Int, Sendable, Comparable {
    case against, open, supported

    static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
  }

  /// Cells that are blank say nothing, whatever the role.
  func fit(_ cells: CellLook) -> Fit {
    guard cells.filled > 0 else { return .open }
    switch self {
    case .number: return Self.number(cells)
    case .name: return Self.name(cells)
    case .firstName, .lastName:
      return cells.are(.letters, percent: 60) ? .supported : Self.name(cells) == .against ? .against : .open
    case .line:
      if cells.are(.withAt, percent: 30) || cells.are(.date) || cells.are(.decimal) || cells.are(.yesOrNo)
        || cells.are(.phone, percent: 60)
      {
        return .against
      }
      if cells.are(.postalCodeCity, percent: 60) || cells.are(.postalCode, percent: 60) { return .against }
      return cells.are(.street, percent: 50) ? .supported : .open
    case .addressExtra:
      return cells.are(.withAt, percent: 30) || cells.are(.date) || cells.are(.phone)
        || cells.are(.decimal, percent: 50) || cells.are(.digits, percent: 100) && cells.filled == cells.rows
        ? .against : .open
    case .houseNumber: return cells.are(.code, percent: 60) ? .supported : .against
    case .postalCode:
      if cells.are(.postalCode, percent: 60) { return .supported }
      return cells.are(.withDigit, percent: 60) && !cells.are(.postalCodeCity, percent: 40)
        && !cells.are(.longNumber, percent: 60)
        ? .open : .against
    case .city:
      if cells.are(.country) { return .against }
      if cells.are(.letters, percent: 60) { return .supported }
      return cells.are(.withDigit, percent: 60) || cells.are(.withAt, percent: 30) ? .against : .open
    case .postalCodeCity: return cells.are(.postalCodeCity, percent: 60) ? .supported : .against
    case .country:
      return cells.are(.country, percent: 50) ? .supported : cells.are(.withDigit, percent: 50) ? .against : .open
    case .email: return cells.are(.email, percent: 60) ? .supported : .against
    case .phone, .mobile: return Self.phone(cells)
    case .website: return cells.are(.website, percent: 50) ? .supported : .against
    case .identity:
      if cells.are(.identityNumber, percent: 60) { return .supported }
      if cells.are(.date, percent: 60), !cells.are(.digits) { return .against }
      return cells.are(.longNumber, percent: 60) && !cells.has(.postalCode) ? .open : .against
    case .type: return cells.are(.type, percent: 80) || TypeWords.letters(of: cells) != nil ? .supported : .against
    case .inactive where StatusWords.areBlocks(cells): return .supported
    case .isPrivate, .isCompany, .active, .inactive, .contactFlag:
      return cells.are(.yesOrNo, percent: 80) ? .supported : .against
    case .status: return cells.are(.status, percent: 100) || StatusWords.areLetters(cells) ? .supported : .against
    case .field(let path): return Self.fit(path, cells)
    }
  }

  /// True where all cells are of a kind that a role never has: yes and no, dates or amounts are no telephones, names or addresses.
  func isRefuted(by cells: CellLook) -> Bool {
    guard cells.filled >= 2, !isOnlyOfCustomers else { return false }
    switch self {
    case .active, .inactive, .status, .contactFlag, .number: return false
    default:
      return cells.are(.yesOrNo, percent: 100) && !cells.has(.withDigit)
        || cells.are(.date, percent: 100)
          && !cells.are(.digits)
        || cells.are(.decimal, percent: 100)
    }
  }

  private static func number(_ cells: CellLook) -> Fit {
    if cells.are(.withAt, percent: 30) || cells.are(.date) || cells.are(.decimal) || cells.are(.street, percent: 50) {
      return .against
    }
    if cells.isRepeated || cells.filled >= 3 && cells.different == 1 { return .against }
    if cells.are(.personName, percent: 50) || cells.are(.words, percent: 50) || cells.are(.companyName, percent: 40) {
      return .against
    }
    if cells.are(.code, percent: 80), cells.isUnique { return .supported }
    if cells.are(.yesOrNo), !cells.are(.withDigit) { return .against }
    return cells.are(.letters, percent: 80) && !cells.isUnique ? .against : .open
  }

  private static func name(_ cells: CellLook) -> Fit {
    if cells.are(.withAt, percent: 40) || cells.are(.digits, percent: 50) || cells.are(.date, percent: 50) {
      return .against
    }
    if cells.are(.yesOrNo) || cells.are(.phone, percent: 50) || cells.are(.postalCodeCity, percent: 50) {
      return .against
    }
    if cells.filled >= 3, cells.different == 1, cells.are(.short) { return .against }
    if TypeWords.tell(cells) { return .against }
    if cells.are(.code, percent: 60), !cells.are(.letters, percent: 30) { return .against }
    return cells.are(.words, percent: 50) || cells.has(.companyName) ? .supported : .open
  }

  private static func phone(_ cells: CellLook) -> Fit {
    if cells.are(.date) { return .against }
    if cells.are(.phone, percent: 50) { return .supported }
    if cells.are(.code, percent: 60), !cells.has(.phone) { return .against }
    return cells.are(.withAt, percent: 30) || cells.are(.letters, percent: 40) || cells.are(.short, percent: 60)
      || cells.are(.yesOrNo)
      ? .against : .open
  }

  private static func fit(_ path: FieldPath, _ cells: CellLook) -> Fit {
    switch path.field.name {
    case "vatNumber":
      if cells.are(.vatNumber, percent: 60) { return .supported }
      return cells.are(.longNumber, percent: 60) ? .open : .against
    case "language":
      return cells.are(.language, percent: 60) ? .supported : cells.are(.withDigit, percent: 60) ? .against : .open
    case "facilityRequired", "costCenterRequired", "alwaysSendAsInvoice", "facilitiesDisabled":
      return cells.are(.yesOrNo) ? .supported : .against
    case "vatType": return .against
    case "vatPercent": return cells.are(.withDigit) ? .open : .against
    case "discountLetters": return cells.are(.short) && !cells.are(.digits, percent: 30) ? .open : .against
    case "comments":
      return cells.are(.yesOrNo) || cells.are(.email) || cells.are(.phone) || cells.are(.figures) ? .against : .open
    case "assigned": return cells.are(.withDigit, percent: 50) ? .against : .open
    case "taxReduction.associationNumber", "taxReduction.coApplicants":
      return cells.are(.longNumber, percent: 60) ? .supported : .against
    case "taxReduction.apartmentNumber":
      return cells.are(.sentence, percent: 40) || cells.are(.withAt) ? .against : .open
    case "taxReduction.propertyDesignation":
      // Letters and digits in one number a lot of a field, `A12`: designations have a name, or a colon alone.
      let areLots = cells.are(.short) && cells.are(.code) && !cells.has(.figures)
      return cells.are(.withAt) || cells.are(.digits) || cells.are(.yesOrNo) || areLots ? .against : .open
    case "orderNumber", "costCenter":
      return cells.are(.withAt, percent: 40) || cells.are(.yesOrNo, percent: 90) && !cells.are(.withDigit)
        || path.field.name == "costCenter" && cells.arePersons
        ? .against : .open
    case "tags", "subgroups":
      // Numbers are those of cards and keys, or of records that the list does not have.
      return cells.are(.withAt, percent: 40) || cells.are(.date) || cells.are(.decimal)
        || cells.are(.digits) && !cells.are(.oneDigit) || cells.are(.digits, percent: 60) && cells.has(.negative)
        ? .against : .open
    default: return .open
    }
  }
}
