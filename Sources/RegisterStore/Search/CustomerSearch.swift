package import CustomerModel

/// Which customers a list shows, and in which order.
package struct CustomerSearch: Sendable, Equatable {
  package enum Activity: String, Sendable, Codable {
    case active, inactive, all
  }

  /// One field to sort by. Customers without a value come last, whichever way.
  package struct Order: Sendable, Equatable {
    package let path: FieldPath
    package let isDescending: Bool

    package init(_ path: FieldPath, isDescending: Bool = false) {
      self.path = path
      self.isDescending = isDescending
    }

    /// True for a field of which a customer has one value: text, number, date or flag.
    package static func isPossible(_ path: FieldPath) -> Bool { !path.field.isSet && path.field.recordKind == nil }
  }

  /// Words that must all be found in a customer's name, number, e-mail, cities, identity number or contact persons,
  /// without regard to case or to å, ä, ö and other marks.
  package var text: String?
  package var filter: CustomerFilter?
  /// Only the customers that this user is assigned to, when set.
  package var assignedTo: String?
  package var activity: Activity = .active
  /// What comes first decides. What is equal in all of it stands by customer number; so does a list without any.
  package var sort: [Order] = []
  /// True for who sees personal identity numbers masked: then only a whole number finds its customer, and what else asks for
  /// a part of one, or for its order, looks at what is shown. Else a number could be found out digit by digit.
  package var hidesIdentity = false
  package var limit: Int?
  package var offset = 0

  package init() {}

  /// As people count: see ``NumberOrder``.
  static func numberOrder(_ direction: String, of number: String = "number") -> String {
    "number_key(\(number)) \(direction)"
  }
}
