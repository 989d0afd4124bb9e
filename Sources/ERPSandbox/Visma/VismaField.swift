/// A key of Visma eAccounting's customer.
struct VismaField: Sendable {
  enum Kind: Sendable, Equatable {
    case text
    case vatNumber
    case guid
    case flag
    case integer
    /// A fraction from 0 to 1.
    case fraction
    case object
    case list
    /// Set by Visma; what a client sends is passed over.
    case computed
  }

  let name: String
  let kind: Kind
  let longest: Int?
  let isRequired: Bool
  /// What a field without a value shows.
  let empty: JSON

  init(_ name: String, _ longest: Int? = nil, kind: Kind = .text, required: Bool = false, empty: JSON = .null) {
    self.name = name
    self.kind = kind
    self.longest = longest
    isRequired = required
    self.empty = empty
  }

  static func flag(_ name: String, required: Bool = false) -> VismaField {
    VismaField(name, kind: .flag, required: required, empty: false)
  }

  static let all: [VismaField] = [
    VismaField("Id", kind: .computed), VismaField("CustomerNumber", 16), VismaField("CorporateIdentityNumber", 20),
    VismaField("ContactPersonEmail", 255), VismaField("ContactPersonMobile", 50), VismaField("ContactPersonName", 100),
    VismaField("ContactPersonPhone", 50), VismaField("CurrencyCode", 3, empty: "SEK"), VismaField("GLN", 255),
    VismaField("EmailAddress", 255), VismaField("EmailAddressOrder", 255), VismaField("EmailAddressQuote", 255),
    VismaField("InvoiceAddress1", 50), VismaField("InvoiceAddress2", 50),
    VismaField("InvoiceCity", 50, required: true), VismaField("InvoiceCountryCode", 2),
    VismaField("InvoicePostalCode", 10, required: true), VismaField("DeliveryCustomerName", 100),
    VismaField("DeliveryAddress1", 50), VismaField("DeliveryAddress2", 50), VismaField("DeliveryCity", 50),
    VismaField("DeliveryCountryCode", 2), VismaField("DeliveryPostalCode", 10),
    VismaField("DeliveryMethodId", kind: .guid), VismaField("DeliveryTermId", kind: .guid),
    VismaField("PayToAccountId", kind: .computed), VismaField("Name", 50, required: true), VismaField("Note", 4000),
    .flag("ReverseChargeOnConstructionServices"), VismaField("WebshopCustomerNumber", kind: .integer),
    VismaField("MobilePhone", 50), VismaField("Telephone", 50),
    VismaField("TermsOfPaymentId", kind: .guid, required: true), VismaField("TermsOfPayment", kind: .computed),
    VismaField("VatNumber", 20, kind: .vatNumber), VismaField("WwwAddress", 255),
    VismaField("LastInvoiceDate", kind: .computed), .flag("IsPrivatePerson", required: true),
    .flag("IsNorthernIreland"), VismaField("DiscountPercentage", kind: .fraction),
    VismaField("ChangedUtc", kind: .computed),
    .flag("IsActive", required: true), .flag("ForceBookkeepVat"), VismaField("EdiGlnNumber"),
    VismaField("SalesDocumentLanguage", 2), VismaField("ElectronicAddress"), VismaField("ElectronicReference"),
    VismaField("EdiServiceDelivererId"), VismaField("AutoInvoiceActivationEmailSentDate", kind: .computed),
    VismaField("AutoInvoiceRegistrationRequestSentDate", kind: .computed),
    VismaField("EmailAddresses", kind: .list, empty: []), VismaField("CustomerLabels", kind: .list, empty: []),
    VismaField("MessageThreads", kind: .computed, empty: []), VismaField("Notes", kind: .computed, empty: []),
    .flag("IsFutureInvoiceDateAllowed"), .flag("DeliveryBasedVat"), VismaField("SalesPriceListId", kind: .guid),
    VismaField("DiscountAgreementId", kind: .guid), VismaField("Iban"),
    VismaField("DirectDebitCustomerSettings", kind: .object),
    // Newer: shown by companies that have them, see ``VismaSeed/hasPropertyFields``.
    VismaField("PropertyType", kind: .integer), VismaField("PropertyReference"), VismaField("TaxDeductionNumber"),
    VismaField("UnpaidInvoicesAmount", kind: .computed, empty: 0),
  ]

  /// What a customer has for tax reductions. Unseen in recorded traffic.
  static let property: Set<String> = ["PropertyType", "PropertyReference", "TaxDeductionNumber"]

  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
