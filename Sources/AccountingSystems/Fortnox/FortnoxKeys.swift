/// What is peculiar to single keys of Fortnox's customer.
enum FortnoxKeys {
  /// Never sent: the address and the countries' names are Fortnox's own, made of the country codes.
  static let readOnly: Set<String> = ["@url", "Country", "DeliveryCountry", "VisitingCountry"]

  /// The key of the record: told when it is created, and by the path afterwards.
  static let number = "CustomerNumber"

  /// Keys whose values are no texts, and so have no characters that could be wrong.
  static let notText: Set<String> = [
    "Active", "DefaultDeliveryTypes", "DefaultTemplates", "InvoiceAdministrationFee", "InvoiceDiscount",
    "InvoiceFreight", "ShowPriceVATIncluded",
  ]

  /// Keys whose values are numbers. Freight and administration fee are texts in Fortnox' description.
  static let numbers: Set<String> = ["InvoiceDiscount"]

  /// Keys whose values name something that the company has or has not, whoever the customer is.
  static let references: Set<String> = [
    "CostCenter", "Currency", "PriceList", "Project", "SalesAccount", "TermsOfDelivery", "TermsOfPayment",
    "WayOfDelivery",
  ]

  /// All keys of a customer but `@url`. Source: Fortnox' interface description and recorded traffic.
  static let all = [
    "Active", "Address1", "Address2", "City", "Comments", "CostCenter", "Country", "CountryCode", "Currency",
    "CustomerNumber", "DefaultDeliveryTypes", "DefaultTemplates", "DeliveryAddress1", "DeliveryAddress2",
    "DeliveryCity",
    "DeliveryCountry", "DeliveryCountryCode", "DeliveryFax", "DeliveryName", "DeliveryPhone1", "DeliveryPhone2",
    "DeliveryZipCode", "Email", "EmailInvoice", "EmailInvoiceBCC", "EmailInvoiceCC", "EmailOffer", "EmailOfferBCC",
    "EmailOfferCC", "EmailOrder", "EmailOrderBCC", "EmailOrderCC", "ExternalReference", "Fax", "GLN", "GLNDelivery",
    "InvoiceAdministrationFee", "InvoiceDiscount", "InvoiceFreight", "InvoiceRemark", "Name", "OrganisationNumber",
    "OurReference", "Phone1", "Phone2", "PriceList", "Project", "SalesAccount", "ShowPriceVATIncluded",
    "TermsOfDelivery",
    "TermsOfPayment", "Type", "VATNumber", "VATType", "VisitingAddress", "VisitingCity", "VisitingCountry",
    "VisitingCountryCode", "VisitingZipCode", "WWW", "WayOfDelivery", "YourReference", "ZipCode",
  ]

  /// What Fortnox takes for "clear this field": leaving a key out and sending "" both let the old value stay.
  ///
  /// Source: two of Fortnox's client libraries.
  static let blank = "API_BLANK"

  /// What stands for a value that the company's licence or the user's rights do not cover.
  ///
  /// Source: seen on invoices by others' integrations. That customers have it too, in cost centers, is a belief.
  static let noRight = "API_NORIGHT"
}
