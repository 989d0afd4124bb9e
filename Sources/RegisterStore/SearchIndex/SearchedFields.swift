import CustomerModel

/// The fields in which free text finds a customer. Whoever changes them also raises the version in ``SearchIndexFile``: files of before
/// hold other texts.
enum SearchedFields {
  /// Of the customer's own row, in the order in which ``SearchEntryText/begin(_:)`` asks for them.
  static let customer: [Field] =
    [.number, .customerName, .named("email")!, .identityNumber]
    + ["invoiceAddress.city", "visitingAddress.city", "mailAddress.city"].map { Field.named($0)! }
  /// Of each contact person.
  static let person: [Field] = [.contactName, .contactEmail]
}
