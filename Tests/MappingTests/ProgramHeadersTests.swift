import Foundation
import Mapping
import Testing

/// Headers of programs, in each generation and language that is known, and headers that share some of their headings.
@Suite struct ProgramHeadersTests {
  private let library: MappingLibrary

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    library = try MappingLibrary(folders: [root.appendingPathComponent("Mappings").path])
  }

  struct Header: Sendable, CustomTestStringConvertible {
    let mapping: String
    let names: [String]
    /// - Parameter names: with a bar between.
    init(_ mapping: String, _ names: String) {
      self.mapping = mapping
      self.names = names.split(separator: "|").map(String.init)
    }
    var testDescription: String { "\(mapping): \(names.joined(separator: ", "))" }
  }

  private func chosen(_ header: Header) -> String? {
    switch library.best(for: header.names) {
    case .mapping(let file, _), .nearest(let file, _): file.name
    case .nothing: nil
    }
  }

  static let own = [
    Header("business-central", "No.|Name|Phone No.|Contact|Balance (LCY)|Balance Due (LCY)|Sales (LCY)|Payments (LCY)"),
    Header("business-central", "Nr.|Namn|Adress|Postnr|Ort|Telefonnr|Kundbokföringsmall|Spärrad"),
    Header("e-conomic-customers", "Gruppe|Nr.|Navn|Adresse 1|Postnr.|By|Land|Tlf./fax|Attention|Deres ref.|E-mail"),
    Header(
      "e-conomic-customers",
      "customerNumber|name|address|zip|city|telephoneAndFaxNumber|corporateIdentificationNumber|barred"),
    Header("google-contacts", "First Name|Last Name|Organization Name|Notes|Labels|E-mail 1 - Label|E-mail 1 - Value"),
    Header(
      "google-contacts",
      "Name|Given Name|Additional Name|Family Name|Group Membership|E-mail 1 - Type|E-mail 1 - Value|Phone 1 - Type"),
    Header("hubspot-companies", "Record ID|Company name|Phone Number|City|Company Domain Name"),
    Header("hubspot-contacts", "Record ID|First Name|Last Name|Email|Phone Number|Lifecycle Stage"),
    Header(
      "idrottonline-members",
      "Förnamn|Efternamn|Födelsedat./Personnr.|Telefon mobil|E-post kontakt|Kontaktadress - Gatuadress|Medlemsnr."),
    Header("odoo-contacts", "Name|Is a Company|Reference|Street|Street2|Zip|City|Country|Email|Tags"),
    Header("odoo-contacts", "id|name|is_company|ref|vat|street|street2|zip|city|country_id/id"),
    Header(
      "outlook-contacts", "First Name|Last Name|Company|Business Street|Business City|Business Phone|E-mail Address"),
    Header("outlook-contacts", "Förnamn|Efternamn|Företag|Gatuadress, arbete|Ort, arbete|Telefon, arbete|E-postadress"),
    Header(
      "shopify-customers",
      "Customer ID|First Name|Last Name|Email|Accepts Email Marketing|Default Address Company|Total Spent|Tax Exempt"),
    Header(
      "shopify-customers",
      "First Name|Last Name|Email|Company|Address1|City|Zip|Phone|Accepts Marketing|Total Spent|Total Orders|Tax Exempt"
    ),
    Header("tripletex-customers", "Kundenummer|Navn|Organisasjonsnummer|Postadresse - linje 1|Postadresse - sted"),
    Header("tripletex-customers", "Customer number|Name|Postal address - line 1|Postal address - city|Telephone"),
    Header("woocommerce-analytics", "Name|Username|Last Active|Sign Up|Email|Orders|Total Spend|AOV|City|Postal Code"),
    Header("woocommerce-customers", "ID|user_login|user_email|billing_company|billing_address_1|billing_city"),
  ]

  @Test(arguments: own) func programsHeaderFindsItsMapping(_ header: Header) {
    #expect(chosen(header) == header.mapping)
  }

  /// The mapping that must not take the list, and the list.
  static let foreign = [
    // Vendors of the same program share all but a few captions.
    Header("business-central", "No.|Name|Address|City|Phone No.|Contact|Vendor Posting Group|Balance (LCY)"),
    Header("business-central", "Nr.|Namn|Adress|Postnr|Ort|Telefonnr|E-post|Spärrad"),
    // Swedish programs of other vendors have groups of prices and discounts, too.
    Header("business-central", "Nr|Namn|Adress|Postnr|Ort|Telefon|E-post|Kundrabattgrupp"),
    Header("business-central", "Nr|Namn|Orgnr|Kontaktperson|Besöksadress|Telefon|Mobil|Kundprisgrupp"),
    Header("e-conomic-customers", "Kundenr.|Navn|Adresse|Postnr.|By|Land|Telefon|Attention|E-mail"),
    Header("google-contacts", "First Name|Last Name|Notes|Labels|E-mail 1|Phone 1"),
    // 24SevenOffice
    Header("hubspot-companies", "Company ID|CompanyName|CompanyPhone|CompanyEmail|CompanyOwner"),
    // Zoho
    Header("hubspot-contacts", "Record Id|Contact Owner|First Name|Last Name|Account Name|Email|Phone|Lead Source"),
    Header(
      "idrottonline-members", "Medlemsnr.|Förnamn|Efternamn|Personnr.|Telefon mobil|Gatuadress|Postnummer|Postort"),
    Header("odoo-contacts", "Customer number|Name|Street|Street 2|Zip|City|Country|Tax ID|Email|Tags"),
    Header("outlook-contacts", "First Name|Last Name|Company|E-mail Address|Business Phone|Mobile Phone"),
    Header("shopify-customers", "Customer ID|First Name|Last Name|Email|Company|Phone|Total Spent|Tags"),
    Header("tripletex-customers", "Kundenummer|Navn|Organisasjonsnummer|Telefon|Mobil|Epost|Postadresse|Poststed"),
    Header("woocommerce-analytics", "Name|Username|Email|Orders|Total Spend|City|Postal Code"),
    // Headings in words are other programs', too: this one's name is in none that WooCommerce has.
    Header("woocommerce-customers", "Customer ID|Name|Email|Username|Billing address 1"),
    // One row an order, not a customer.
    Header("woocommerce-customers", "order_id|customer_id|billing_company|billing_address_1|billing_city|order_total"),
  ]

  @Test(arguments: foreign) func listsThatShareHeadingsAreNotTaken(_ header: Header) {
    #expect(chosen(header) != header.mapping)
  }

  @Test func everyProgramsMappingHasHeadersOfBothKinds() {
    let programs = Set(library.all.filter { !$0.recognisedBy.isEmpty }.map(\.name))
    #expect(Set(Self.own.map(\.mapping)) == programs)
    #expect(Set(Self.foreign.map(\.mapping)) == programs)
  }
}
