import Testing

/// Customers of business systems, as their lists bring them.
@Suite struct BusinessProgramListsTests {
  @Test func businessCentralTellsPersonsAndWhoIsBlocked() throws {
    let list = try ProgramList("business-central.xlsx", by: "business-central")
    #expect(
      try list.customer("10000") == [
        "number": "10000", "name": "Öbergs Hiss i Storstad AB", "type": "company", "identityNumber": "559999-3010",
        "vatNumber": "SE559999301001", "language": "sv", "email": "info@oberg.example.se", "phone": "08-465 004 01",
        "website": "www.oberg.example.se", "invoiceAddress.line1": "Storgatan 3", "invoiceAddress.line2": "Uppgång B",
        "invoiceAddress.postalCode": "123 45", "invoiceAddress.city": "Storstad", "invoiceAddress.country": "SE",
        "contactPersons[0].name": "Görel Öberg", "active": "1",
      ])
    // Blocked for shipping is not inactive.
    #expect(
      try list.customer("C00020") == [
        "number": "C00020", "name": "Nordic Lifts Ltd", "type": "company", "language": "en",
        "email": "buy@nordiclifts.example.com", "phone": "+44 1632 960101", "invoiceAddress.line1": "12 Dock Road",
        "invoiceAddress.postalCode": "HU1 1AA", "invoiceAddress.city": "Hull", "invoiceAddress.country": "GB",
        "active": "1",
      ])
    #expect(
      try list.customer("30000") == [
        "number": "30000", "name": "Rut Sjögren", "type": "private", "identityNumber": "18931002-9815",
        "email": "rut@example.se", "mobile": "070-174 06 07", "invoiceAddress.line1": "Ängsvägen 32",
        "invoiceAddress.postalCode": "275 31", "invoiceAddress.city": "Sjöbro", "invoiceAddress.country": "SE",
        "active": "1",
      ])
    #expect(try list.customer("30010")["active"] == "0")
  }

  @Test func businessCentralIsReadInSwedish() throws {
    let list = try ProgramList(
      text: """
        Nr.;Namn;Adress;Postnr;Ort;Lands-/regionkod;Telefonnr;E-post;Kontakt;Momsregistreringsnr;Språkkod;Kundbokföringsmall;Spärrad
        10000;Öbergs Hiss AB;Storgatan 3;12345;Storstad;SE;08-465 004 01;info@oberg.example.se;Görel Öberg;SE559999301001;SVE;INRIKES;Alla

        """, by: "business-central")
    #expect(
      try list.customer("10000") == [
        "number": "10000", "name": "Öbergs Hiss AB", "type": "company", "vatNumber": "SE559999301001", "language": "sv",
        "email": "info@oberg.example.se", "phone": "08-465 004 01", "invoiceAddress.line1": "Storgatan 3",
        "invoiceAddress.postalCode": "123 45", "invoiceAddress.city": "Storstad", "invoiceAddress.country": "SE",
        "contactPersons[0].name": "Görel Öberg", "active": "0",
      ])
  }

  @Test func odooTellsCompaniesAndItsNotesArePlain() throws {
    let list = try ProgramList("odoo-contacts.xlsx", by: "odoo-contacts")
    #expect(
      try list.customer("K-0041") == [
        "number": "K-0041", "name": "Ågrens Måleri AB", "type": "company", "identityNumber": "559999-3119",
        "vatNumber": "SE559999311901", "language": "sv", "comments": "Nyckel hos grannen & portkod.\nRing före.",
        "tags": "Avtal|VIP", "email": "info@agren.example.se", "phone": "+46 8 465 004 02",
        "website": "https://agren.example.se", "invoiceAddress.line1": "Åsgatan 5",
        "invoiceAddress.postalCode": "598 37", "invoiceAddress.city": "Lillköping", "invoiceAddress.country": "SE",
        "contactPersons[0].name": "Cecilia Ågren", "contactPersons[0].email": "cecilia@agren.example.se", "active": "1",
      ])
    #expect(
      try list.customer("K-0042") == [
        "number": "K-0042", "name": "Nils Wåhlin", "type": "private", "language": "en",
        "email": "nils.wahlin@example.com", "mobile": "+46 70 174 06 08", "invoiceAddress.line1": "Kvarnbacken 7",
        "invoiceAddress.line2": "lgh 1001", "invoiceAddress.postalCode": "749 60", "invoiceAddress.city": "Örsund",
        "invoiceAddress.country": "SE", "active": "1",
      ])
    #expect(try list.customer("K-0055")["active"] == "0")
  }

  @Test func odooIsReadByTechnicalNames() throws {
    let list = try ProgramList(
      text: """
        id,name,is_company,ref,vat,street,street2,zip,city,country_id/id,country_id,phone,lang
        __export__.res_partner_1,Nils Wåhlin,False,K-1,,Åsgatan 5,lgh 2,59837,Lillköping,base.se,Sweden,08-465 004 02,sv_SE

        """, by: "odoo-contacts")
    #expect(
      try list.customer("K-1") == [
        "number": "K-1", "name": "Nils Wåhlin", "type": "private", "language": "sv", "phone": "08-465 004 02",
        "invoiceAddress.line1": "Åsgatan 5", "invoiceAddress.line2": "lgh 2", "invoiceAddress.postalCode": "598 37",
        "invoiceAddress.city": "Lillköping", "invoiceAddress.country": "SE", "active": "1",
      ])
  }

  @Test func tripletexWithoutACountryIsNorwegian() throws {
    let list = try ProgramList("tripletex-customers.csv", by: "tripletex-customers")
    #expect(
      try list.customer("10001") == [
        "number": "10001", "name": "Fjelltopp Rør AS", "type": "company", "identityNumber": "310010073",
        "email": "post@fjelltopp.example.com", "phone": "22 00 00 01", "mobile": "900 00 001",
        "invoiceAddress.line1": "Postboks 12", "invoiceAddress.postalCode": "0101", "invoiceAddress.city": "Oslo",
        "invoiceAddress.country": "NO", "visitingAddress.line1": "Rørgata 4", "visitingAddress.postalCode": "0484",
        "visitingAddress.city": "Oslo", "visitingAddress.country": "NO", "active": "1",
      ])
    #expect(
      try list.customer("10002") == [
        "number": "10002", "name": "Grenseheis AB", "type": "company", "identityNumber": "559999-3218",
        "email": "faktura@grenseheis.example.se", "invoiceAddress.line1": "Storgatan 9",
        "invoiceAddress.postalCode": "662 31", "invoiceAddress.city": "Åmåsen", "invoiceAddress.country": "SE",
        "active": "1",
      ])
  }

  @Test func eConomicHasItsContactFromAttentionOrReference() throws {
    let list = try ProgramList("e-conomic-customers.csv", by: "e-conomic-customers")
    #expect(
      try list.customer("501") == [
        "number": "501", "name": "Blåbjerg Elevator ApS", "type": "company", "identityNumber": "99101172",
        "subgroups": "Service", "email": "post@blaabjerg.example.com", "phone": "75 00 00 21",
        "invoiceAddress.line1": "Søndergade 4", "invoiceAddress.postalCode": "6000", "invoiceAddress.city": "Kolding",
        "invoiceAddress.country": "DK", "contactPersons[0].name": "Mette Prøve", "active": "1",
      ])
    #expect(
      try list.customer("502") == [
        "number": "502", "name": "Öbergs Plåt AB", "type": "company", "identityNumber": "559999-3317",
        "subgroups": "Service", "email": "info@obergsplat.example.se", "phone": "08-465 004 07",
        "invoiceAddress.line1": "Åsgatan 8", "invoiceAddress.postalCode": "749 60", "invoiceAddress.city": "Örsund",
        "invoiceAddress.country": "SE", "contactPersons[0].name": "Per Öberg", "active": "1",
      ])
  }
}
