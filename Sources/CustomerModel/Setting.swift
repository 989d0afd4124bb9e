/// One setting of the register. All stand in ``Setting/allCases``; a value is a whole number, or 0 and 1 for yes and no.
package enum Setting: String, Sendable, Hashable, Codable, CaseIterable {
  case numberMinimumLength, numberMaximumLength
  case generateNumber, numberInDisplayName, facilityNameInLists
  case showCostCenter, showOrderNumber, orderNumberRequired, costCenterRequired
  case showLanguage, showVATType, privateAsDefault
  case showServiceArticles, showWorkOrderArticles, useTaxReductions
  case vatPerArticleRow, saveRequester

  /// True when the value is yes or no.
  package var isBoolean: Bool { self != .numberMinimumLength && self != .numberMaximumLength }

  /// The most characters that a customer number can be allowed to have.
  package static let longestNumber = 50

  package var defaultValue: Int {
    switch self {
    case .numberMinimumLength: 1
    case .numberMaximumLength: Self.longestNumber
    case .saveRequester: 1
    default: 0
    }
  }
}

/// The values of the register's settings.
package struct RegisterSettings: Sendable, Equatable {
  private var values: [Setting: Int] = [:]

  package init() {}

  /// The value as a whole number; 0 or 1 for yes and no.
  package subscript(_ setting: Setting) -> Int {
    get { values[setting] ?? setting.defaultValue }
    set { values[setting] = newValue }
  }

  /// True when a yes-or-no setting is on.
  package func isOn(_ setting: Setting) -> Bool { self[setting] != 0 }

  /// True when cards show the field to people: no setting hides it.
  package func shows(_ field: Field) -> Bool { field.shownBy.map(isOn) ?? true }

  /// True when lists of records show the member to people.
  package func shows(_ member: RecordKind.Member) -> Bool { member.shownBy.map(isOn) ?? true }
}
