import CustomerModel
import Foundation
import TestSupport
import Testing
import Texts

import Runs

/// Ways to reach somebody by a post are that person's, and never the customer's own.
@Suite struct PersonsOfPostsTests {
  private let office: Office

  init() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    self.office = office
  }

  @Test(
    "without the person's name nobody gets them",
    arguments: [
      "Kund;;;VD;\nKundnummer;Namn;Ort;Mobil;E-post\n", "Kund;;;Ekonomiansvarig;\nKundnummer;Namn;Ort;Telefon;E-post\n",
      "Kund;;;Ekonomichef;\nKundnummer;Namn;Ort;Telefon;E-post\n",
      "Customer;;;Manager;\nCustomer number;Name;City;Mobile;E-mail\n",
      "Kund;;;Vaktmästare;\nKnr;Firma;Ort;Mobil;E-post\n",
      "Kundnr;Namn;Ort;VD mobil;VD e-post\n", "Knr;Firma;Ort;VD mobil;VD e-post\n",
    ])
  func nameless(_ header: String) throws {
    _ = try office.importing(
      text: header + "1;Ett AB;Lund;070-174 06 05;vd@example.se\n2;Två AB;Lund;070-174 06 06;vd@example.com\n")
    let card = try #require(try office.card("1"))
    #expect(card[.customerName] == "Ett AB")
    for field in ["email", "phone", "mobile"] { #expect(card[FieldPath(field)!] == nil, "\(field)") }
  }

  @Test("with the name they are the contact person's, and no note says that they were left out")
  func named() throws {
    let outcome = try office.importing(
      text: "Kund;;;VD;;\nKundnummer;Namn;Ort;Namn;Mobil;E-post\n1;Ett AB;Lund;Eva Ek;070-174 06 05;vd@example.se\n"
        + "2;Två AB;Lund;Bo Alm;070-174 06 06;vd@example.com\n")
    let card = try #require(try office.card("1"))
    #expect(card[FieldPath("contactPersons[0].name")!] == "Eva Ek")
    #expect(card[FieldPath("contactPersons[0].email")!] == "vd@example.se")
    #expect(card[FieldPath("email")!] == nil)
    #expect(!outcome.report.notes.contains { $0.english.contains("Left out") })
  }

  @Test("the customer's own stay beside a person's")
  func own() throws {
    _ = try office.importing(
      text: "Kund;;;VD;\nKundnummer;Namn;E-post;Mobil;E-post\n1;Ett AB;info@example.se;070-174 06 05;vd@example.se\n")
    #expect(try office.card("1")?[FieldPath("email")!] == "info@example.se")
  }
}
