/// What a register user may do.
package enum Permission: String, Sendable, Hashable, CaseIterable {
  case view, viewAssigned, edit, editAssigned, create, delete
  /// May upload documents, and move them.
  case changeDocuments = "upload"
  case createCustomerUsers, changeCustomerUserRights, deleteCustomerUsers
  case assign, deleteUploadedFiles
  /// May do everything, and alone may change customer numbers, settings, custom fields, accounting connections and
  /// users, import a register, and undo a run.
  case administrator
}
