import CustomerModel

/// Which columns the upload template has.
enum TemplateColumns {
  /// How many contact persons there are columns for.
  private static let contactPersons = 2

  /// All fields that an import takes, in the order of the catalogue.
  ///
  /// - Parameter definitions: custom fields, without removed ones.
  static func all(_ definitions: [CustomFieldDefinition]) -> [FieldPath] {
    ExportTable.allColumns(contactPersons: contactPersons, definitions: definitions)
  }
}
