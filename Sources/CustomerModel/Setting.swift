/// One setting of the register. All stand in ``Setting/allCases``; a value is a whole number, or 0 and 1 for yes and no.
package enum Setting: String, Sendable, Hashable, CaseIterable {
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

  /// What the setting does, in a sentence.
  package var explanation: String {
    switch self {
    case .numberMinimumLength: "New and changed customer numbers have at least this many characters."
    case .numberMaximumLength: "New and changed customer numbers have at most this many characters."
    case .generateNumber:
      "A new customer without a number gets the next one of those that most have: 1002 after 1001, K-1002 after K-1001."
    case .numberInDisplayName: "The card and tables of customers show the customer's number before the name."
    case .facilityNameInLists: "Tables of customers show the names of a customer's facilities instead of its own."
    case .showCostCenter: "The card shows the cost center."
    case .showOrderNumber: "The card shows the customer's own order number."
    case .orderNumberRequired:
      "Every order needs an order number: a new one without is refused, and a customer without one is reported."
    case .costCenterRequired:
      "Every order needs a cost center: a new one without is refused, and a customer without one is reported."
    case .showLanguage: "The card shows the language of messages to the customer."
    case .showVATType: "The card shows VAT type and VAT percent, and they can be set."
    case .privateAsDefault: "A new customer without a type becomes private instead of company."
    case .showServiceArticles: "The card shows the customer's service articles."
    case .showWorkOrderArticles: "The card shows the customer's work order articles."
    case .useTaxReductions: "The card shows the fields for ROT, RUT and green technology."
    case .vatPerArticleRow: "Articles show a VAT percent of their own, which holds for their row alone."
    case .saveRequester:
      "The requester (anmälare) of a new reference is saved on its facility, and as a contact person of the customer."
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
