package import CustomerModel
package import Differ

/// Takes the changes of a plan one by one, in the order in which they are made.
package protocol ChangeSink: AnyObject {
  func add(_ change: CustomerChange) throws
  /// Takes the custom fields that the register is to get, before the first change.
  func addCustomFields(_ fields: [CustomFieldDefinition]) throws
}

extension ChangeSink {
  package func addCustomFields(_ fields: [CustomFieldDefinition]) throws {}
}
