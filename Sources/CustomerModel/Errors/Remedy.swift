/// What a person can do about an error or a finding: each door words it in its own way, the command line as a command.
///
/// A register keeps remedies in its accounts of runs, as JSON made of these names: a case or a label that was ever released is
/// never renamed, and what it takes is only added to where old JSON still decodes.
package enum Remedy: Sendable, Hashable, Codable {
  /// To look at all runs.
  case listRuns
  /// To see which runs changed a customer.
  case showHistory(number: String)
  /// To take a run back as a whole.
  case undo(run: Int)
  /// To create a register where there is none, or to name another.
  case createRegister(path: String)
  /// To look what is wrong with the register, its documents and all that it rests on.
  case checkRegister
  /// To say which customers are meant: by number, by conditions, by a saved filter, or all.
  case chooseCustomers
  /// To look for a customer whose number is not known.
  case findCustomer
  /// To look at all customers that a condition finds.
  case findCustomers(where: String)
  /// To edit a customer that is there.
  case editCustomer(number: String)
  case inactivateCustomer(number: String)
  /// To take these values off a customer's card.
  case clearFields([String], number: String)
  /// To remove a customer's data for good.
  case forgetCustomer(number: String)
  /// To copy the register, which leaves behind what was deleted in it.
  case copyRegister
  /// To give a customer another number.
  case renumberCustomer
  /// To look up what companies of the register lack.
  case lookUpCustomers
  /// To see which lists of a customer have commands of their own.
  case listCustomerCommands
  /// To see the records of one list of a customer.
  case listRecords(Field, number: String)
  /// To register a user.
  case addUser
  /// To see who is registered, or to register somebody.
  case listUsers
  case makeAdministrator
  /// To add a name to a list of the register.
  case addName(field: Field, name: String)
  /// To see the names of a list of the register.
  case listNames(field: Field)
  case change(Setting, to: String)
  /// To add a custom field, or to take one into use again as it was.
  case addCustomField(CustomFieldDefinition)
  /// To look at the register's custom fields.
  case listCustomFields
  /// To let the register make the numbers of new customers.
  case generateNumbers
  /// To let the identity number decide whether a new customer is a company or a person.
  case typeByIdentity
  /// To find the customers of rows without numbers by identity number.
  case matchByIdentity
  /// To log in to an accounting system.
  case logIn(system: String)
  /// To make the program a service account of the company again.
  case logInAsService(system: String)
  /// To compare everything with an accounting system once, whatever was fetched before.
  case syncFully(system: String)
  /// What can be done about what a sync tells.
  case ofSync(SyncRemedy)
  case sync(system: String)
  /// To write a first mapping for an input. Its name is `-` for one that came by standard input and is gone.
  case suggestMapping(input: String, sheet: String?)
  /// To name the mapping of an import.
  case chooseMapping
  /// To name the sheet that an import reads.
  case chooseSheet
  /// To leave out which sheet is read.
  case chooseNoSheet
  /// To allow that more customers are inactivated.
  case allowInactivations
  /// To allow that more rows are rejected.
  case allowRejects
  /// To have every reject listed, however many they are.
  case listAllProblems
  /// To have rejected rows in a workbook.
  case rejectToWorkbook
  /// To name another file for rejected rows.
  case chooseRejects
  /// To do the rest of a plan.
  case skipStaleChanges
}
