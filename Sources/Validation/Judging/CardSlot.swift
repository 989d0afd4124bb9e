import CustomerModel

/// The fields that card rules read, by a fixed place, so that a row of a batch and a card look the same to a rule.
enum CardSlot: Int, CaseIterable {
  case number, name, type, identityNumber, vatNumber, vatType, vatPercent, orderNumber, costCenter
  case propertyDesignation, associationNumber, apartmentNumber, coApplicants
  case facilitiesDisabled, facilityRequired, costCenterRequired, facilities, references
  case invoiceCountry, visitingCountry, mailCountry, phone, mobile

  var field: Field {
    switch self {
    case .number: .number
    case .name: .customerName
    case .type: .type
    case .identityNumber: .identityNumber
    case .vatNumber: .vatNumber
    case .vatType: .vatType
    case .vatPercent: .vatPercent
    case .orderNumber: .orderNumber
    case .costCenter: .costCenter
    case .propertyDesignation: .propertyDesignation
    case .associationNumber: .associationNumber
    case .apartmentNumber: .apartmentNumber
    case .coApplicants: .coApplicants
    case .facilitiesDisabled: .facilitiesDisabled
    case .facilityRequired: .facilityRequired
    case .costCenterRequired: .costCenterRequired
    case .facilities: .facilities
    case .references: .references
    case .invoiceCountry: CountryEvidence.invoiceCountry.field
    case .visitingCountry: CountryEvidence.visitingCountry.field
    case .mailCountry: CountryEvidence.mailCountry.field
    case .phone: CountryEvidence.phone.field
    case .mobile: CountryEvidence.mobile.field
    }
  }

  /// The slot of a piece of evidence.
  init(_ evidence: CountryEvidence) {
    self =
      switch evidence {
      case .invoiceCountry: .invoiceCountry
      case .visitingCountry: .visitingCountry
      case .mailCountry: .mailCountry
      case .vatNumber: .vatNumber
      case .phone: .phone
      case .mobile: .mobile
      case .identityNumber: .identityNumber
      }
  }

  /// The slots of a contact person follow those above, person after person, in the order of the catalogue.
  static let contactFields = Field.all.filter(\.isRepeated)

  /// The slot of a contact person's field.
  static func contact(_ field: Field, position: Int) -> Int {
    allCases.count + position * contactFields.count + (field.index - contactFields[0].index)
  }

  /// The slot of a path; nil for the fields that no card rule reads.
  static func of(_ path: FieldPath) -> Int? {
    path.field.isRepeated ? contact(path.field, position: path.position) : byField[path.field.index]
  }

  /// The path of a slot.
  static func path(_ slot: Int) -> FieldPath {
    guard slot >= allCases.count else { return FieldPath(allCases[slot].field) }
    let (position, index) = (slot - allCases.count).quotientAndRemainder(dividingBy: contactFields.count)
    return FieldPath(contactFields[index], position: position)
  }

  /// How many slots a card with so many contact persons has.
  static func count(contactPersons: Int) -> Int { allCases.count + contactPersons * contactFields.count }

  private static let byField: [Int?] = {
    var slots = [Int?](repeating: nil, count: Field.all.count)
    for slot in allCases { slots[slot.field.index] = slot.rawValue }
    return slots
  }()
}
