import AccountingSystems
import Documents
import HTTP
import Testing

/// How new customers are charged VAT. Source: Council Directive 2006/112/EC.
struct FortnoxVATTests {
  struct Customer: Sendable, CustomTestStringConvertible {
    let type: String, country: String?, vatNumber: String?, vatType: String, showsVAT: Bool

    init(_ type: String, _ country: String?, _ vatNumber: String?, _ vatType: String, _ showsVAT: Bool) {
      (self.type, self.country, self.vatNumber) = (type, country, vatNumber)
      (self.vatType, self.showsVAT) = (vatType, showsVAT)
    }
    var testDescription: String { "\(type) \(country ?? "-") \(vatNumber ?? "-")" }
  }

  private func creation(
    _ customer: Customer, defaults: [String: String] = [:], more: [JSONNode.Member] = []
  ) throws -> JSONNode {
    var values: [JSONNode.Member] = [
      .init(key: "Name", value: .text("A")), .init(key: "Type", value: .text(customer.type)),
    ]
    if let country = customer.country { values.append(.init(key: "CountryCode", value: .text(country))) }
    if let number = customer.vatNumber { values.append(.init(key: "VATNumber", value: .text(number))) }
    let request = try fortnox(ScriptedAPI([String: HTTPResponse]())).creation(values + more, defaults: defaults)
    return try JSONNode(parsing: request.body)["Customer"] ?? .null
  }

  private static let customers: [Customer] = [
    Customer("COMPANY", "SE", "SE556677889901", "SEVAT", false), Customer("COMPANY", nil, nil, "SEVAT", false),
    Customer("PRIVATE", nil, nil, "SEVAT", true), Customer("PRIVATE", "SE", nil, "SEVAT", true),
    // The address decides before the number.
    Customer("COMPANY", "SE", "DE123456789", "SEVAT", false),
    Customer("COMPANY", "DE", "DE123456789", "EUREVERSEDVAT", false), Customer("COMPANY", "DE", nil, "EUVAT", false),
    Customer("COMPANY", nil, "FI12345678", "EUREVERSEDVAT", false),
    Customer("COMPANY", nil, "SE556677889901", "SEVAT", false),
    Customer("PRIVATE", "FI", nil, "EUVAT", true), Customer("PRIVATE", "FI", "FI12345678", "EUVAT", true),
    // A Swedish VAT number, or one of no country of the EU, reverses nothing.
    Customer("COMPANY", "DK", "SE556677889901", "EUVAT", false),
    Customer("COMPANY", "DK", "NO999999018MVA", "EUVAT", false),
    Customer("COMPANY", "GR", "EL123456789", "EUREVERSEDVAT", false),
    Customer("COMPANY", nil, "EL123456789", "EUREVERSEDVAT", false),
    Customer("COMPANY", "MC", "FR12345678901", "EUREVERSEDVAT", false),
    Customer("COMPANY", "NO", "NO999999018MVA", "EXPORT", false), Customer("PRIVATE", "NO", nil, "EXPORT", true),
    Customer("COMPANY", "CH", nil, "EXPORT", false), Customer("COMPANY", "US", "DE123456789", "EXPORT", false),
    Customer("COMPANY", "AX", nil, "EXPORT", false),
    Customer("COMPANY", "GB", "GB123456789", "EXPORT", false), Customer("COMPANY", "GB", nil, "EXPORT", false),
    Customer("COMPANY", "GB", "XI123456789", "EUREVERSEDVAT", false),
    Customer("COMPANY", nil, "XI123456789", "EUREVERSEDVAT", false),
    Customer("PRIVATE", "GB", nil, "EXPORT", true), Customer("COMPANY", "NO", "XI123456789", "EXPORT", false),
  ]

  @Test(arguments: customers)
  func typeAndCountryDecide(_ customer: Customer) throws {
    let sent = try creation(customer)
    #expect(sent["VATType"] == .text(customer.vatType))
    #expect(sent["ShowPriceVATIncluded"] == .boolean(customer.showsVAT))
  }

  @Test func aDefaultGoesBeforeAndWhatTheCardGivesBeforeThat() throws {
    let german = Customer("COMPANY", "DE", "DE123456789", "", false)
    let defaults = ["VATType": "SEREVERSEDVAT", "ShowPriceVATIncluded": "true", "InvoiceDiscount": "2.5"]
    let sent = try creation(german, defaults: defaults)
    #expect(sent["VATType"] == .text("SEREVERSEDVAT"))
    #expect(sent["ShowPriceVATIncluded"] == .boolean(true))
    #expect(sent["InvoiceDiscount"] == .number("2.5"))
    let own = try creation(german, defaults: defaults, more: [.init(key: "VATType", value: .text("EXPORT"))])
    #expect(own["VATType"] == .text("EXPORT"))
    // A country that is given by a default counts, too.
    let nobody = Customer("COMPANY", nil, nil, "", false)
    #expect(try creation(nobody, defaults: ["CountryCode": "NO"])["VATType"] == .text("EXPORT"))
  }

  @Test func aChangeNeverHasThem() throws {
    let record = RemoteCustomer(id: "1", number: "1", object: .object([]), changed: nil)
    let request = try fortnox(ScriptedAPI([String: HTTPResponse]())).change(
      [.init(key: "Type", value: .text("PRIVATE")), .init(key: "CountryCode", value: .text("DE"))], of: record)
    let sent = try JSONNode(parsing: request.body)["Customer"] ?? .null
    #expect(sent.members.map(\.key) == ["Type", "CountryCode"])
  }
}
