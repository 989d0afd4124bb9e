/// What is peculiar to single keys of Visma's customer.
enum VismaKeys {
  /// Required in every writing request. Source: Visma eAccounting API v2, schema CustomerApi.
  static let required = [
    "Name", "InvoiceCity", "InvoicePostalCode", "TermsOfPaymentId", "IsPrivatePerson", "IsActive",
  ]

  /// What a client may set, `Id` excepted. Source: Visma eAccounting API v2, schema CustomerApi, and its changelog.
  static let settable: Set<String> = [
    "CustomerNumber", "CorporateIdentityNumber", "ContactPersonEmail", "ContactPersonMobile", "ContactPersonName",
    "ContactPersonPhone", "CurrencyCode", "GLN", "EmailAddress", "EmailAddressOrder", "EmailAddressQuote",
    "InvoiceAddress1", "InvoiceAddress2", "InvoiceCity", "InvoiceCountryCode", "InvoicePostalCode",
    "DeliveryCustomerName", "DeliveryAddress1", "DeliveryAddress2", "DeliveryCity", "DeliveryCountryCode",
    "DeliveryPostalCode", "DeliveryMethodId", "DeliveryTermId", "PayToAccountId", "Name", "Note",
    "ReverseChargeOnConstructionServices", "WebshopCustomerNumber", "MobilePhone", "Telephone", "TermsOfPaymentId",
    "VatNumber", "WwwAddress", "IsPrivatePerson", "IsNorthernIreland", "DiscountPercentage", "IsActive",
    "ForceBookkeepVat", "EdiGlnNumber", "SalesDocumentLanguage", "ElectronicAddress", "ElectronicReference",
    "EdiServiceDelivererId", "EmailAddresses", "CustomerLabels", "IsFutureInvoiceDateAllowed", "DeliveryBasedVat",
    "SalesPriceListId", "DiscountAgreementId", "PropertyType", "PropertyReference", "TaxDeductionNumber", "Iban",
    "DirectDebitCustomerSettings",
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
