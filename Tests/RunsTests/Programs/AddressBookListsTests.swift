import CustomerModel
import TestSupport
import Testing

/// Contacts and members, as their programs' lists bring them.
@Suite struct AddressBookListsTests {
  @Test func googlesSecondValuesAreTheContactPersons() throws {
    let list = try ProgramList("google-contacts.csv", by: "google-contacts", generatesNumbers: true)
    #expect(
      try list.customer("1") == [
        "number": "1", "name": "Sandéns Bageri", "type": "company", "comments": "Bakdörren före 6",
        "tags": "Kunder|VIP", "email": "bageri@example.se", "phone": "070-174 06 15",
        "website": "sandensbageri.example.se", "invoiceAddress.line1": "Hamngatan 2", "invoiceAddress.line2": "Box 12",
        "invoiceAddress.postalCode": "563 22", "invoiceAddress.city": "Vättervik", "invoiceAddress.country": "SE",
        "contactPersons[0].name": "Björn Sandén", "contactPersons[0].email": "bjorn@example.com",
        "contactPersons[0].phone": "08-465 004 06", "active": "1",
      ])
    // Labels of Google's own are no tags.
    #expect(
      try list.customer("2") == [
        "number": "2", "name": "Erik Olof Nyström", "type": "company", "email": "erik@example.com",
        "contactPersons[0].name": "Erik Olof Nyström", "active": "1",
      ])
  }

  @Test func googlesOlderHeadingsAreRead() throws {
    let list = try ProgramList(
      text: """
        Name,Given Name,Additional Name,Family Name,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Organization 1 - Name
        Lars Ekdahl,Lars,,Ekdahl,,* My Contacts ::: Kunder,* Work,lars@example.se,Mobile,070-174 06 17 ::: 070-174 06 18,Storgatan 5,Storstad,123 45,Sverige,Uppgång C,Ekdahls El AB

        """, by: "google-contacts", generatesNumbers: true)
    #expect(
      try list.customer("1") == [
        "number": "1", "name": "Ekdahls El AB", "type": "company", "tags": "Kunder", "email": "lars@example.se",
        "phone": "070-174 06 17", "invoiceAddress.line1": "Storgatan 5", "invoiceAddress.line2": "Uppgång C",
        "invoiceAddress.postalCode": "123 45", "invoiceAddress.city": "Storstad", "invoiceAddress.country": "SE",
        "contactPersons[0].name": "Lars Ekdahl", "contactPersons[0].phone": "070-174 06 18", "active": "1",
      ])
  }

  @Test func outlooksAddressAtHomeIsLeft() throws {
    let list = try ProgramList("outlook-contacts.csv", by: "outlook-contacts", generatesNumbers: true)
    #expect(
      try list.customer("1") == [
        "number": "1", "name": "Lindströms Tak AB", "type": "company", "comments": "Plåttak.\r\nRing efter 15.",
        "tags": "Kunder|VIP", "email": "osten@lindstromstak.example.se", "phone": "08-465 004 04",
        "mobile": "070-174 06 14", "website": "lindstromstak.example.se", "invoiceAddress.line1": "Smedjegatan 1",
        "invoiceAddress.line2": "Box 33", "invoiceAddress.postalCode": "662 31", "invoiceAddress.city": "Åmåsen",
        "invoiceAddress.country": "SE", "contactPersons[0].name": "Östen Karl Lindström", "active": "1",
      ])
    #expect(
      try list.customer("2") == [
        "number": "2", "name": "Karin Ågren", "type": "company", "email": "karin@example.com",
        "phone": "08-465 004 05", "contactPersons[0].name": "Karin Ågren", "active": "1",
      ])
  }

  @Test func outlookIsReadInSwedish() throws {
    let list = try ProgramList(
      text: """
        Titel;Förnamn;Efternamn;Företag;Gatuadress, arbete;Ort, arbete;Postnummer, arbete;Telefon, arbete;E-postadress
        ;Östen;Lindström;Lindströms Tak AB;Smedjegatan 1;Åmåsen;662 31;08-465 004 04;osten@example.se

        """, by: "outlook-contacts", generatesNumbers: true)
    #expect(
      try list.customer("1") == [
        "number": "1", "name": "Lindströms Tak AB", "type": "company", "email": "osten@example.se",
        "phone": "08-465 004 04", "invoiceAddress.line1": "Smedjegatan 1", "invoiceAddress.postalCode": "662 31",
        "invoiceAddress.city": "Åmåsen", "contactPersons[0].name": "Östen Lindström", "active": "1",
      ])
  }

  @Test func addressBooksWithoutNumbersAreRefusedOnce() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    try office.folder.write(
      """
      First Name,Last Name,Organization Name,E-mail 1 - Label,E-mail 1 - Value
      Björn,Sandén,Sandéns Bageri,* Work,bageri@example.se
      Erik,Nyström,,* Home,erik@example.com

      """, to: "contacts.csv")
    let error = try office.failure("contacts.csv")
    #expect(error.code == "mapping.noNumbers")
    #expect(error.remedies.contains(.generateNumbers))
  }

  @Test func numbersThatSomebodyAddedToAnAddressBookCount() throws {
    let list = try ProgramList(
      text: """
        Kundnummer,First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value
        0042,Erik,Nyström,* Home,erik@example.com

        """, by: "google-contacts")
    #expect(try list.customer("0042")["name"] == "Erik Nyström")
  }

  @Test func idrottOnlinesMembersArePersonsAndDatesOfBirthNoNumbers() throws {
    let list = try ProgramList("idrottonline-members.xlsx", by: "idrottonline-members")
    #expect(
      try list.customer("123456") == [
        "number": "123456", "name": "Rut af Klint", "type": "private", "identityNumber": "18911228-9815",
        "comments": "Har nyckel.", "subgroups": "F12|Styrelsen", "email": "rut.afklint@example.se",
        "mobile": "0701740616", "invoiceAddress.line1": "Målgatan 3", "invoiceAddress.line2": "c/o Vik",
        "invoiceAddress.postalCode": "123 45", "invoiceAddress.city": "Storstad", "invoiceAddress.country": "SE",
        "visitingAddress.line1": "Idrottsvägen 9", "visitingAddress.postalCode": "598 37",
        "visitingAddress.city": "Lillköping", "visitingAddress.country": "SE", "active": "1",
      ])
    #expect(
      try list.customer("123457") == [
        "number": "123457", "name": "Ulla Öberg", "type": "private", "email": "ulla@example.com",
        "phone": "08-465 004 08", "visitingAddress.line1": "Fotbollsgatan 1", "visitingAddress.postalCode": "275 31",
        "visitingAddress.city": "Sjöbro", "visitingAddress.country": "SE", "active": "1",
      ])
  }

  @Test func idrottOnlinesMembersWithoutNumbersHaveTheirIdrottsID() throws {
    let list = try ProgramList(
      text: """
        Förnamn;Efternamn;IdrottsID;Födelsedat./Personnr.;E-post kontakt;Kontaktadress - Gatuadress
        Ulla;Öberg;IID1000022;20030101-0000;ulla@example.com;Fotbollsgatan 1

        """, by: "idrottonline-members")
    #expect(
      try list.customer("IID1000022") == [
        "number": "IID1000022", "name": "Ulla Öberg", "type": "private", "email": "ulla@example.com",
        "invoiceAddress.line1": "Fotbollsgatan 1", "active": "1",
      ])
  }
}
