/// What is peculiar to single keys of Visma's customer.
enum VismaKeys {
  /// Required in every writing request. Source: Visma eAccounting API v2, schema CustomerApi.
  static let required = [
    "Name", "InvoiceCity", "InvoicePostalCode", "TermsOfPaymentId", "IsPrivatePerson", "IsActive",
  ]

  /// Visma's own, that a mapping does not change.
  static let readOnly: Set<String> = computed.union(["Id", "MessageThreads", "Notes"])

  /// Visma's own that are computed: not sent back.
  ///
  /// The schema marks them as read-only and does not say whether they are refused. Nothing is lost by leaving them out, and
  /// an amount that has grown old since it was read is not sent. The other read-only members, `Id`, `Notes` and
  /// `MessageThreads`, go back as they came: a PUT clears what is left out, and if those lists should count, leaving them
  /// out would tear a customer from its notes.
  static let computed: Set<String> = ["ChangedUtc", "LastInvoiceDate", "TermsOfPayment", "UnpaidInvoicesAmount"]
}
