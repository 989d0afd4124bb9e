import HTTP
import Testing

@testable import AccountingSystems

/// Which field Visma's words name, and which words only look so.
@Suite struct VismaNamedKeysTests {
  private func named(_ message: String) -> Set<String> {
    VismaError(HTTPResponse(status: 400, headers: [:], body: Array(#"{"DeveloperErrorMessage":"\#(message)"}"#.utf8)))
      .namedKeys
  }

  @Test(arguments: [
    ("The Name field is required.", ["Name"]), ("The field Note must be a string.", ["Note"]),
    ("The value of Name is not valid.", ["Name"]), ("DataModelValidationError - VatNumber", ["VatNumber"]),
    ("The value of the customer's vat number is not valid.", ["VatNumber"]),
    ("There is no delivery method with the id 3f.", ["DeliveryMethodId"]),
    ("The Name field is required. The InvoiceCity field is required.", ["InvoiceCity", "Name"]),
    ("Note that the VAT number is checked.", ["VatNumber"]),
  ]) func theFieldIsNamed(_ message: String, _ keys: [String]) { #expect(named(message) == Set(keys)) }

  @Test(arguments: ["Note: the values are not valid.", "Name resolution failed.", "The values are not valid.", ""])
  func nothingIsGuessed(_ message: String) { #expect(named(message).isEmpty) }
}
