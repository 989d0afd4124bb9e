import ConfigurationFile
import CustomerModel
import ERPSandbox
import Foundation

/// An accounting system as the tests know it: which key holds which field is written here once more, so that a mistake in a
/// mapping cannot hide.
enum Side: String, Sendable, CaseIterable {
  case fortnox, visma

  var kind: AccountingSystem.Kind { self == .fortnox ? .fortnox : .visma }
  /// Where the resources lie below the sandbox's address.
  var resources: String { self == .fortnox ? "/fortnox/3" : "/visma/v2" }
  var tokens: String { self == .fortnox ? "/fortnox/oauth-v1/token" : "/visma/connect/token" }

  /// The key that holds a field.
  func key(_ field: String) -> String { keys[field] ?? "no key for \(field)" }

  var keys: [String: String] { self == .fortnox ? Self.fortnoxKeys : Self.vismaKeys }

  private static let fortnoxKeys = [
    "name": "Name", "type": "Type", "identityNumber": "OrganisationNumber", "vatNumber": "VATNumber",
    "costCenter": "CostCenter", "comments": "Comments", "email": "Email", "phone": "Phone1", "mobile": "Phone2",
    "website": "WWW", "invoiceAddress.line1": "Address1", "invoiceAddress.line2": "Address2",
    "invoiceAddress.postalCode": "ZipCode", "invoiceAddress.city": "City", "invoiceAddress.country": "CountryCode",
    "visitingAddress.line1": "VisitingAddress", "visitingAddress.postalCode": "VisitingZipCode",
    "visitingAddress.city": "VisitingCity", "visitingAddress.country": "VisitingCountryCode",
    "contactPersons[0].name": "YourReference", "active": "Active",
  ]

  private static let vismaKeys = [
    "name": "Name", "type": "IsPrivatePerson", "identityNumber": "CorporateIdentityNumber", "vatNumber": "VatNumber",
    "language": "SalesDocumentLanguage", "comments": "Note", "email": "EmailAddress", "phone": "Telephone",
    "mobile": "MobilePhone", "website": "WwwAddress", "invoiceAddress.line1": "InvoiceAddress1",
    "invoiceAddress.line2": "InvoiceAddress2", "invoiceAddress.postalCode": "InvoicePostalCode",
    "invoiceAddress.city": "InvoiceCity", "invoiceAddress.country": "InvoiceCountryCode",
    "contactPersons[0].name": "ContactPersonName", "contactPersons[0].email": "ContactPersonEmail",
    "contactPersons[0].phone": "ContactPersonPhone", "contactPersons[0].mobile": "ContactPersonMobile",
    "active": "IsActive",
  ]

  /// A field's value as the system writes it.
  func written(_ field: String, _ value: String?) -> JSON {
    switch (field, value) {
    case ("active", _): .bool(value != "0")
    case ("type", _) where self == .fortnox: .string(value == "private" ? "PRIVATE" : "COMPANY")
    case ("type", _): .bool(value == "private")
    case (_, nil): .null
    case (_, let text?): .string(text)
    }
  }

  /// A record of the sandbox's state by our fields; what has no value is absent.
  func read(_ record: JSON) -> [String: String] {
    var values: [String: String] = [:]
    for (field, key) in keys {
      let value = record[key]
      switch field {
      case "active": values[field] = value?.flag == false ? "0" : "1"
      case "type" where self == .fortnox: values[field] = value?.text == "PRIVATE" ? "private" : "company"
      case "type": values[field] = value?.flag == true ? "private" : "company"
      default: values[field] = value?.text.flatMap { $0.isEmpty ? nil : $0 }
      }
    }
    return values
  }

  /// The system as a configuration describes it, at the sandbox.
  func system(port: Int) -> AccountingSystem {
    var system = AccountingSystem(name: rawValue, kind: kind)
    let root = "http://127.0.0.1:\(port)"
    system.baseURL = URL(string: root + resources)!
    system.tokenURL = URL(string: root + tokens)!
    if self == .visma { system.defaults = ["TermsOfPayment": "30 dagar"] }
    return system
  }
}

func path(_ field: String) -> FieldPath {
  guard let path = FieldPath(field) else { preconditionFailure("no field \(field)") }
  return path
}
