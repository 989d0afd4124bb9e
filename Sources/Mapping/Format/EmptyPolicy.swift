/// What a blank cell says of a field.
package enum EmptyPolicy: String, Sendable, Hashable, CaseIterable {
  /// Nothing: the field stays as it is.
  case keep
  /// That the field has no value: it is cleared.
  case clear
}

/// What becomes of the columns that no entry of a mapping takes.
package enum OtherColumns: String, Sendable, Hashable, CaseIterable {
  /// They are named in the report.
  case report
  /// A column headed like one of the register's custom fields fills it; the others are named in the report.
  case knownCustomFields
  /// Each fills the custom field of its name, which the import defines when the register lacks it.
  case customFields
  /// As ``knownCustomFields``; of the others those that an import understands by their headings fill fields of new customers.
  case understood
}
