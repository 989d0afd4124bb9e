import CustomerModel
import Testing

@Suite struct CountrySignsTests {
  private func signs(_ values: [String: String]) -> CountrySigns {
    var card = CustomerCard()
    for (name, value) in values { card[FieldPath(name)!] = value }
    return CountrySigns(card)
  }

  @Test(
    "a customer is Swedish unless an address says otherwise",
    arguments: [
      [:], ["invoiceAddress.country": "SE"], ["invoiceAddress.country": "SE", "visitingAddress.country": "NO"],
      ["visitingAddress.country": "SE", "mailAddress.country": "NO"], ["vatNumber": "SE556677889901"],
      ["vatNumber": "SE556677889901", "phone": "+47 22 00 00 01"], ["phone": "08-12 34 56"],
      ["phone": "+46 8 12 34 56", "mobile": "+47 900 00 001"], ["phone": "0046 8 12 34 56"],
      ["vatNumber": "momsfri"], ["vatNumber": "NO VAT"], ["phone": "saknas"], ["phone": "0000"], ["phone": "+"],
      ["invoiceAddress.country": "SE", "vatNumber": "NO999999018MVA"],
    ])
  func swedish(values: [String: String]) {
    #expect(signs(values).country == .sweden)
    #expect(signs(values).leftForms.isDisjoint(with: [.identity, .ofCustomer]))
  }

  @Test("the invoice address goes before the visiting address, and that before the mail address")
  func order() {
    let values = ["invoiceAddress.country": "NO", "visitingAddress.country": "DK", "mailAddress.country": "FI"]
    #expect(signs(values).country == .other(.norway))
    #expect(signs(values.filter { $0.key != "invoiceAddress.country" }).country == .other(.denmark))
    #expect(signs(["mailAddress.country": "FI"]).country == .other(.finland))
    #expect(signs(["invoiceAddress.country": "Norgee", "mailAddress.country": "FI"]).country == .other(.finland))
  }

  @Test("without a country a VAT number or a telephone number of another country leaves it open")
  func unsure() {
    #expect(signs(["vatNumber": "DE123456789"]).country == .unsure)
    for phone in ["+47 22 00 00 01", "0047 22 00 00 01", "(+47) 22000001", "001 212 555 0100", "tel. +358 9 000 001"] {
      #expect(signs(["phone": phone]).country == .unsure, "\(phone)")
      #expect(signs(["mobile": phone]).country == .unsure, "\(phone)")
    }
    #expect(signs(["invoiceAddress.country": "Atlantis"]).country == .unread)
  }

  @Test("a right Swedish number keeps its form where a VAT number or an unknown country says nothing against it")
  func identity() {
    #expect(signs(["invoiceAddress.country": "NO"]).leftForms.contains(.identity))
    #expect(!signs(["invoiceAddress.country": "NO", "vatNumber": "SE556677889901"]).leftForms.contains(.identity))
    #expect(signs(["vatNumber": "DE123456789"]).leftForms.contains(.identity))
    #expect(!signs(["phone": "+47 22 00 00 01"]).leftForms.contains(.identity))
    #expect(!signs(["invoiceAddress.country": "Atlantis"]).leftForms.contains(.identity))
  }

  @Test("where a country is none that is known, a right Swedish number tells, and nothing else does")
  func unread() {
    let (organisation, person) = ("556677-8899", "19800101-1231")
    for more in [
      ["identityNumber": organisation], ["identityNumber": person], ["identityNumber": "5566778899"],
      ["vatNumber": "SE556677889901"], ["identityNumber": organisation, "phone": "+46 8 12 34 56"],
      ["identityNumber": organisation, "phone": "08-12 34 56"],
    ] {
      let signs = signs(more.merging(["invoiceAddress.country": "Sverge"]) { $1 })
      #expect(signs.country == .sweden, "\(more)")
      #expect(signs.isSwedish(.invoiceCountry) && signs.isSwedish(.mailCountry))
      #expect(!signs.hasKnownCountry)
    }
    for more in [
      [:], ["identityNumber": "556677-8890"], ["identityNumber": "999999018"], ["phone": "08-12 34 56"],
      ["identityNumber": organisation, "vatNumber": "DE123456789"],
      ["identityNumber": organisation, "phone": "+47 22 00 00 01"],
      ["identityNumber": organisation, "mobile": "+47 22 00 00 01"],
    ] {
      let signs = signs(more.merging(["invoiceAddress.country": "Sverge"]) { $1 })
      #expect(signs.country == .unread, "\(more)")
      #expect(!signs.isSwedish(.invoiceCountry))
    }
    // Of two addresses the one that is read tells, and says nothing of the other.
    let mixed = signs([
      "invoiceAddress.country": "Tyksland", "visitingAddress.country": "SE", "identityNumber": organisation,
    ])
    #expect(CountryEvidence.addresses.map(mixed.isSwedish) == [false, true, true])
    #expect(
      signs(["invoiceAddress.country": "NO", "identityNumber": organisation]).country == .other(.norway))
    #expect(signs(["vatNumber": "DE123456789", "identityNumber": organisation]).country == .unsure)
  }

  @Test("each address has its own country, and else the customer's")
  func addresses() {
    let mixed = signs(["invoiceAddress.country": "SE", "visitingAddress.country": "NO"])
    #expect(CountryEvidence.addresses.map(mixed.isSwedish) == [true, false, true])
    let abroad = signs(["visitingAddress.country": "NO"])
    #expect(CountryEvidence.addresses.map(abroad.isSwedish) == [false, false, false])
    #expect(CountryEvidence.addresses.map(signs(["phone": "+4722000001"]).isSwedish) == [false, false, false])
  }

  @Test("what a row says goes over what was known, and a country that nobody knows takes nothing away")
  func over() {
    let known = signs(["invoiceAddress.country": "NO", "phone": "+4722000001"])
    var silent = known
    silent.set(CountrySign("Sverje", of: .invoiceCountry), of: .invoiceCountry)
    #expect(silent.country == .other(.norway))
    silent.set(CountrySign("SE", of: .invoiceCountry), of: .invoiceCountry)
    #expect(silent.country == .sweden)
    #expect(CountrySigns(over: known) { $0 == .invoiceCountry ? .cleared : .nothing }.country == .unsure)
    #expect(CountrySigns(over: known) { _ in .nothing } == known)
  }
}
