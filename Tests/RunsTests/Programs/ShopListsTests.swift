import Testing

/// Customers of shops and of HubSpot, as their lists bring them.
@Suite struct ShopListsTests {
  @Test func shopifyNamesTheCompanyOrThePerson() throws {
    let list = try ProgramList("shopify-customers.csv", by: "shopify-customers")
    #expect(
      try list.customer("7210448301122") == [
        "number": "7210448301122", "name": "Anna Hägglund", "type": "company", "comments": "Ställ vid dörren",
        "tags": "nyhetsbrev|vip", "email": "anna@example.se", "phone": "+46701740613",
        "invoiceAddress.line1": "Björkallén 3", "invoiceAddress.postalCode": "178 93", "invoiceAddress.city": "Älvnäs",
        "invoiceAddress.country": "SE", "contactPersons[0].name": "Anna Hägglund", "active": "1",
      ])
    #expect(
      try list.customer("7210448301123") == [
        "number": "7210448301123", "name": "Carter Cleaning Ltd", "type": "company", "tags": "wholesale",
        "email": "noel@carterclean.example.com", "phone": "+441632960105", "invoiceAddress.line1": "8 Mill Lane",
        "invoiceAddress.line2": "Suite 4", "invoiceAddress.postalCode": "YO1 7AA", "invoiceAddress.city": "York",
        "invoiceAddress.country": "GB", "contactPersons[0].name": "Noel Carter", "active": "1",
      ])
  }

  @Test func shopifysOlderExportHasNoNumbers() throws {
    let list = try ProgramList(
      text: """
        First Name,Last Name,Email,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt
        Per,Öberg,per@example.se,,Åsgatan 1,,Örsund,,,Sweden,SE,749 60,'+46701740619,no,100.00,1,,,no

        """, by: "shopify-customers", generatesNumbers: true)
    #expect(
      try list.customer("1") == [
        "number": "1", "name": "Per Öberg", "type": "company", "email": "per@example.se", "phone": "+46701740619",
        "invoiceAddress.line1": "Åsgatan 1", "invoiceAddress.postalCode": "749 60", "invoiceAddress.city": "Örsund",
        "invoiceAddress.country": "SE", "contactPersons[0].name": "Per Öberg", "active": "1",
      ])
  }

  @Test func wooCommercesShippingAddressIsVisited() throws {
    let list = try ProgramList("woocommerce-customers.csv", by: "woocommerce-customers")
    #expect(
      try list.customer("12") == [
        "number": "12", "name": "Fälths Måleri AB", "type": "company", "email": "info@tjmaleri.example.se",
        "phone": "0701740610", "invoiceAddress.line1": "Smedjegatan 5", "invoiceAddress.postalCode": "921 45",
        "invoiceAddress.city": "Norrbäck", "invoiceAddress.country": "SE", "visitingAddress.line1": "Lagergatan 1",
        "visitingAddress.postalCode": "921 46", "visitingAddress.city": "Norrbäck", "visitingAddress.country": "SE",
        "contactPersons[0].name": "Sören Fälth", "active": "1",
      ])
    // The account has no address of its own: that of the invoices serves.
    #expect(
      try list.customer("15") == [
        "number": "15", "name": "Märta Nyström", "type": "company", "email": "marta@example.se", "phone": "0701740611",
        "invoiceAddress.line1": "Storgatan 2", "invoiceAddress.line2": "lgh 1202",
        "invoiceAddress.postalCode": "123 45", "invoiceAddress.city": "Storstad", "invoiceAddress.country": "SE",
        "contactPersons[0].name": "Märta Nyström", "active": "1",
      ])
  }

  @Test func wooCommercesReportHasNamesAndTowns() throws {
    let list = try ProgramList("woocommerce-analytics.csv", by: "woocommerce-analytics", generatesNumbers: true)
    #expect(
      try list.customer("1") == [
        "number": "1", "name": "Märta Nyström", "type": "company", "email": "marta@example.se", "phone": "0701740611",
        "invoiceAddress.postalCode": "123 45", "invoiceAddress.city": "Storstad", "invoiceAddress.country": "SE",
        "active": "1",
      ])
    #expect(try list.customer("2")["phone"] == "0701740612")
  }

  @Test func hubSpotsCompaniesAreNumberedByTheirRecords() throws {
    let list = try ProgramList("hubspot-companies.csv", by: "hubspot-companies")
    #expect(
      try list.customer("7712340001") == [
        "number": "7712340001", "name": "Brightwater Lifts", "type": "company", "comments": "Lifts and escalators",
        "phone": "+44 1632 960103", "website": "https://brightwater.example.com",
        "invoiceAddress.line1": "4 Canal Street", "invoiceAddress.line2": "Floor 2",
        "invoiceAddress.postalCode": "LS1 4AB", "invoiceAddress.city": "Leeds", "invoiceAddress.country": "GB",
        "active": "1",
      ])
    #expect(try list.customer("7712340002")["website"] == "obergskyl.example.se")
  }

  @Test func hubSpotsContactsAreTheirCompaniesOrThemselves() throws {
    let list = try ProgramList("hubspot-contacts.csv", by: "hubspot-contacts")
    #expect(
      try list.customer("101") == [
        "number": "101", "name": "Öbergs Kyl AB", "type": "company", "email": "ingrid@obergskyl.example.se",
        "phone": "08-465 004 03", "mobile": "070-174 06 09", "contactPersons[0].name": "Ingrid Sandén", "active": "1",
      ])
    #expect(
      try list.customer("109") == [
        "number": "109", "name": "Tuva Björkqvist", "type": "company", "email": "tuva@example.com",
        "invoiceAddress.line1": "Björkallén 2", "invoiceAddress.postalCode": "178 93", "invoiceAddress.city": "Älvnäs",
        "invoiceAddress.country": "SE", "contactPersons[0].name": "Tuva Björkqvist", "active": "1",
      ])
  }
}
