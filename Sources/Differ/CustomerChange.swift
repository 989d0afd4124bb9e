package import CustomerModel

/// What a plan does to one customer, field by field, and on what state of the customer it rests.
package struct CustomerChange: Sendable, Equatable {
  package enum Action: String, Sendable, CaseIterable {
    case create, update, reactivate, inactivate, delete
  }

  /// The customer number: of the new customer, or of the one that changes.
  package let number: String
  package let action: Action
  /// The customer's revision that the change rests on; nil for a new customer.
  package let revision: Int?
  /// The fields that change, in the order of the catalogue.
  package let fields: [FieldChange]

  package init(number: String, action: Action, revision: Int? = nil, fields: [FieldChange]) {
    self.number = number
    self.action = action
    self.revision = revision
    self.fields = fields
  }

  /// What a set of field changes amounts to: a change of `active` names the action.
  package static func action(of fields: [FieldChange]) -> Action {
    switch fields.first(where: { $0.path.field == .active })?.new {
    case "1": .reactivate
    case "0": .inactivate
    default: .update
    }
  }
}

/// The old and the new canonical value of one field; nil where it had or gets none.
package struct FieldChange: Sendable, Equatable {
  package let path: FieldPath
  package let old: String?
  package let new: String?

  package init(_ path: FieldPath, old: String?, new: String?) {
    self.path = path
    self.old = old
    self.new = new
  }
}
