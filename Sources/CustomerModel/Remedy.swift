/// What a person can do about an error or a finding: each door words it in its own way, the command line as a command.
package enum Remedy: Sendable, Hashable {
  /// To look at all runs.
  case listRuns
  /// To see which runs changed a customer.
  case showHistory(number: String)
  /// To take a run back as a whole.
  case undo(run: Int)
  /// To look what is wrong with the register, its documents and all that it rests on.
  case checkRegister
  /// To say which customers are meant: by number, by conditions, by a saved filter, or all.
  case chooseCustomers
  /// To add a custom field, or to take one into use again as it was.
  case addCustomField(CustomFieldDefinition)
  /// To look at the register's custom fields.
  case listCustomFields
  /// To log in to an accounting system.
  case logIn(system: String)
}
