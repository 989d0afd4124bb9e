package import CustomerModel
package import Texts

/// What is found when the rows of a file of records meet their customers, after the rules have been asked.
package enum RecordFinding: Sendable, Equatable, CaseIterable {
  /// The row has no customer number.
  case customerMissing
  /// The register has no customer of the row's number.
  case customerUnknown
  /// The row is to take away a record that the customer does not have.
  case nothingToRemove
  /// An earlier row of the file stands for the same record.
  case recordDuplicate
  /// The row of a contact person has neither name nor e-mail address.
  case contactNameless
  /// A new reference of an inactive customer.
  case referenceInactive
  /// A new reference at a facility, while the customer's facilities are disabled.
  case referenceFacilityDisabled
  /// A new reference without one of its facilities, where the customer requires it.
  case referenceFacilityMissing
  /// A new order without the cost center that the customer or the register requires.
  case referenceCostCenterMissing
  /// A new order without the order number that the register requires.
  case referenceOrderNumberMissing

  static let infos = allCases.map(\.info)

  var info: RuleInfo {
    switch self {
    case .customerMissing: Self.customerMissingInfo
    case .customerUnknown: Self.customerUnknownInfo
    case .nothingToRemove: Self.nothingToRemoveInfo
    case .recordDuplicate: Self.recordDuplicateInfo
    case .contactNameless: Self.contactNamelessInfo
    case .referenceInactive: Self.referenceInactiveInfo
    case .referenceFacilityDisabled: Self.referenceFacilityDisabledInfo
    case .referenceFacilityMissing: Self.referenceFacilityMissingInfo
    case .referenceCostCenterMissing: Self.referenceCostCenterMissingInfo
    case .referenceOrderNumberMissing: Self.referenceOrderNumberMissingInfo
    }
  }

  private static let customerMissingInfo = RuleInfo(
    fixed: "records.customerMissing", "A row of a file of records names its customer."
  ) {
    Text(
      en: "\($0.column.english) holds no number. Write the number of the customer whose record the row is.",
      sv: "\($0.column.swedish) innehåller inget nummer. Skriv numret på den kund som raden hör till.")
  }

  private static let customerUnknownInfo = RuleInfo(
    fixed: "records.customerUnknown", "A row of a file of records belongs to a customer of the register."
  ) {
    Text(
      en: "\($0.column.english) is no customer of the register. Correct the number, or import the customer first.",
      sv: "\($0.column.swedish) är ingen kund i registret. Rätta numret, eller importera kunden först.")
  }

  private static let nothingToRemoveInfo = RuleInfo(
    notice: "records.nothingToRemove", "A record that is taken away is there."
  ) {
    Text(
      en: "The row is to take \($0.detail.english) away, which the customer does not have. Nothing was changed.",
      sv: "Raden ska ta bort \($0.detail.swedish), som kunden inte har. Inget har ändrats.")
  }

  private static let recordDuplicateInfo = RuleInfo(
    fixed: "records.rowDuplicate", "A record stands once in a file."
  ) {
    Text(
      en: "The row stands for the same record of the customer as row \($0.detail.english). Keep one of the two.",
      sv: "Raden gäller samma post hos kunden som rad \($0.detail.swedish). Behåll en av dem.")
  }

  private static let contactNamelessInfo = RuleInfo(
    fixed: "contact.unknown", "A row of a file of contact persons says whom it means."
  ) {
    _ in
    Text(
      en: "The row has neither name nor e-mail address, so nobody can tell whom it means. Fill one of them in.",
      sv: "Raden har varken namn eller e-postadress, så det går inte att veta vem den gäller. Fyll i någon av dem.")
  }

  private static let referenceInactiveInfo = RuleInfo(
    fixed: "reference.customerInactive", "An inactive customer takes no new references."
  ) {
    Text(
      en:
        "\($0.detail.english) is new, but the customer is inactive and takes no new ones. Activate the customer "
        + "first.",
      sv: "\($0.detail.swedish) är ny, men kunden är inaktiv och tar inte emot nya. Aktivera kunden först.")
  }

  private static let referenceFacilityDisabledInfo = RuleInfo(
    fixed: "reference.facilitiesDisabled", "A new reference has no facility while the customer's are disabled."
  ) {
    Text(
      en:
        "\($0.detail.english) is at a facility (anläggning), but the customer's facilities are disabled. Leave "
        + "it empty.",
      sv: "\($0.detail.swedish) har en anläggning, men kundens anläggningar är avstängda. Lämna anläggningen tom.")
  }

  private static let referenceFacilityMissingInfo = RuleInfo(
    fixed: "reference.facilityMissing", "A new reference has the facility that the customer requires."
  ) {
    Text(
      en:
        "\($0.detail.english) has none of the customer's facilities (anläggning), but the customer requires one. "
        + "Fill it in.",
      sv: "\($0.detail.swedish) har ingen av kundens anläggningar, men kunden kräver en. Fyll i den.")
  }

  private static let referenceCostCenterMissingInfo = RuleInfo(
    fixed: "reference.costCenterMissing", "A new order has the cost center that is required."
  ) {
    Text(
      en:
        "\($0.detail.english) has no cost center (kostnadsställe), but one is required. Fill it in, or give the "
        + "customer one.",
      sv: "\($0.detail.swedish) saknar kostnadsställe, men ett krävs. Fyll i det, eller ange ett på kunden.")
  }

  private static let referenceOrderNumberMissingInfo = RuleInfo(
    fixed: "reference.orderNumberMissing", "A new order has the order number that is required."
  ) {
    Text(
      en:
        "\($0.detail.english) has no order number (beställningsnummer), but one is required. Fill it in, or give "
        + "the customer one.",
      sv: "\($0.detail.swedish) saknar beställningsnummer, men ett krävs. Fyll i det, eller ange ett på kunden.")
  }
}

extension RecordFinding {
  /// What a finding of a new reference calls it.
  ///
  /// - Parameter label: kind and number, as the list has them.
  package static func reference(_ label: String) -> Text {
    Text(en: "The reference \(label)", sv: "Referensen \(label)")
  }

  /// What a finding calls a record.
  package static func label(_ kind: RecordKind, _ label: String) -> Text {
    RuleTexts.record(kind, label)
  }

  /// What a finding calls a contact person.
  package static func contact(_ name: String) -> Text {
    Text(en: "the contact person \(name)", sv: "kontaktpersonen \(name)")
  }
}

extension Validator {
  /// The problem of a row of a file of records; nil when the configuration has switched it off.
  ///
  /// - Parameters:
  ///   - column: The source column at fault, from 0; nil for the row as a whole.
  ///   - header: The column's heading, or what stands for it.
  ///   - detail: What the finding adds: the number of the other row, the record.
  package func problem(
    _ finding: RecordFinding, column: Int? = nil, header: String = "", value: String? = nil, detail: Text = .empty
  ) -> Problem? {
    let severity = severities.severity(of: finding.info)
    guard severity != .off else { return nil }
    let place = RulePlace(header: Text(verbatim: header), path: nil, settings: context.settings, detail: detail)
    return Problem(
      code: finding.info.code, severity: severity, path: nil, column: column, value: value,
      text: finding.info.text(place), detail: detail.isEmpty ? nil : detail)
  }
}
