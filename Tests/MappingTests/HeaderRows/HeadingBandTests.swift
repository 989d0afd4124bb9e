import CustomerModel
import Foundation
import Testing
import Texts

@testable import Mapping

/// Words over groups of columns, and rows above the headings that are something else.
@Suite struct HeadingBandTests {
  private let library: MappingLibrary
  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    library = try MappingLibrary(folders: [root.appendingPathComponent("Mappings").path])
  }

  private func band(_ above: String, _ header: String, mapping: String = "register-sv") throws -> HeadingBand? {
    let sample = [above, header].map { $0.split(separator: ";", omittingEmptySubsequences: false).map { String($0) } }
    return HeadingBand(above: 1, in: sample, mapping: try library.named(mapping))
  }

  /// The field of each column, by the shipped mapping; `-` for one that no field takes.
  private func fields(_ above: String, _ header: String, mapping: String = "register-sv") throws -> [String] {
    let headings = try #require(try band(above, header, mapping: mapping)).headings
    let match = HeaderMatch(try library.named(mapping), header: headings)
    var fields = [String](repeating: "-", count: headings.count)
    for found in match.found {
      for (field, source) in zip(found.fields, found.sources) {
        if let field, let source { fields[source] = field.description }
      }
    }
    return fields
  }

  @Test("columns go to the field of their group")
  func groups() throws {
    #expect(
      try fields(
        "Kund;;;Fakturaadress;;;Besöksadress;;;Kontaktperson;;",
        "Nr;Namn;Orgnr;Adress;Postnr;Ort;Adress;Postnr;Ort;Namn;Telefon;E-post") == [
          "number", "name", "identityNumber", "invoiceAddress.line1", "invoiceAddress.postalCode",
          "invoiceAddress.city",
          "visitingAddress.line1", "visitingAddress.postalCode", "visitingAddress.city", "contactPersons[0].name",
          "contactPersons[0].phone", "contactPersons[0].email",
        ])
  }

  @Test("one word alone makes a group, wherever it stands", arguments: ["Kontaktperson", "KONTAKT", "Er referens"])
  func oneWord(word: String) throws {
    #expect(
      try fields(";;\(word);;", "Kundnr;Namn;Namn;Telefon;E-post") == [
        "number", "name", "contactPersons[0].name", "contactPersons[0].phone", "contactPersons[0].email",
      ])
  }

  @Test("contact persons are told apart by their numbers, and by nothing else")
  func persons() throws {
    let header = "Kundnr;Namn;Namn;Mobil;Namn;Mobil"
    #expect(
      try fields("Kund;;Kontaktperson 1;;Kontaktperson 2;", header) == [
        "number", "name", "contactPersons[0].name", "contactPersons[0].mobile", "contactPersons[1].name",
        "contactPersons[1].mobile",
      ])
    let band = try #require(try band("Kund;;Kontakt;;Referens;", header))
    #expect(band.leftOut == ["Referens Namn", "Referens Mobil"])
    #expect(try fields("Kund;;Kontakt;;Referens;", header).suffix(2) == ["-", "-"])
  }

  @Test("what stands under a word that nobody knows is left out and named, but for what only customers have")
  func unknownWord() throws {
    let band = try #require(try band("Kund;;Fastighetsägare;;;", "Kundnr;Namn;Namn;Telefon;Momsnr;Ort"))
    #expect(band.leftOut == ["Fastighetsägare Namn", "Fastighetsägare Telefon", "Fastighetsägare Ort"])
    #expect(
      try fields("Kund;;Fastighetsägare;;;", "Kundnr;Namn;Namn;Telefon;Momsnr;Ort")
        == ["number", "name", "-", "-", "vatNumber", "-"])
    #expect(band.sentence() == HeaderTexts.groups(["Kund", "Fastighetsägare"], leftOut: band.leftOut))
  }

  @Test(
    "a figure in a word makes it no title",
    arguments: [
      "Person 1", "Kontakt nr 1", "1:a kontakt", "Kontaktperson 2 (reserv)", "Objekt 1", "24h-jour", "P1", "2",
    ])
  func figureInWord(word: String) throws {
    let fields = try fields("Kund;;;\(word);;", "Kundnr;Namn;Ort;Namn;Telefon;E-post")
    #expect(fields.prefix(3) == ["number", "name", "invoiceAddress.city"])
    #expect(!fields.contains("phone") && !fields.contains("email"))
  }

  @Test(
    "one unknown word alone behind the customer's own columns makes a group",
    arguments: [
      "Säljare", "VD", "Ekonomi", "Ansvarig tekniker", "Kontaktperson hos kund", "Kontaktuppgifter", "Teknisk kontakt",
      "Specialist", "Journalist", "Hemsida", "Kandidater", "Receptionist",
    ])
  func aloneBehindOwn(word: String) throws {
    let fields = try fields(";;;\(word);;", "Kundnr;Namn;Ort;Namn;Telefon;E-post")
    #expect(fields.prefix(3) == ["number", "name", "invoiceAddress.city"])
    #expect(!fields.contains("phone") && !fields.contains("email"))
  }

  @Test(
    "a title above the headings is no group, whatever it says of the list",
    arguments: [
      "Kundlista", "Kundregistret", "Kundrapport våren", "Exporterad från Visma", "Utskriftsdatum", "Sorterat på namn",
      "Sida 1",
      "Customer list", "Utdrag",
    ])
  func title(word: String) throws {
    #expect(try band(";;;\(word);;", "Kundnr;Namn;Ort;Organisationsnr;Telefon;E-post") == nil)
  }

  @Test("headings that are alike are told apart by words that nobody knows")
  func alike() throws {
    #expect(
      try fields("Beställare i fält;;;Ägare;", "Kundnr;Namn;Telefon;Namn;Telefon") == [
        "number", "name", "phone", "-", "-",
      ])
  }

  @Test("a word over one column without a heading is its heading")
  func twoRowsHigh() throws {
    #expect(
      try fields("Kundnr;Namn;Fakturaadress;;Kontaktperson;", ";;Postnr;Ort;Namn;E-post") == [
        "number", "name", "invoiceAddress.postalCode", "invoiceAddress.city", "contactPersons[0].name",
        "contactPersons[0].email",
      ])
  }

  @Test("a word for contact over an address and telephones of nobody by name leaves them the customer's")
  func contactOfNobody() throws {
    let band = try band("Kund;;Kontakt;;", "Kundnr;Namn;Adress;Telefon;E-post")
    #expect((band?.headings ?? ["Kundnr", "Namn", "Adress", "Telefon", "E-post"]).suffix(2) == ["Telefon", "E-post"])
    #expect(band?.leftOut ?? [] == [])
  }

  @Test("the same word in every cell is one group, as programs write what was merged")
  func repeatedWord() throws {
    #expect(
      try fields("Kund;Kund;Kontaktperson;Kontaktperson", "Kundnr;Namn;Namn;Telefon") == [
        "number", "name", "contactPersons[0].name", "contactPersons[0].phone",
      ])
  }

  @Test("deliveries serve as visiting address where there is no other, and a mail address alone is the main one")
  func addresses() throws {
    #expect(
      try fields("Kund;;Leveransadress;", "Kundnr;Namn;Gatuadress;Ort").suffix(2) == [
        "visitingAddress.line1", "visitingAddress.city",
      ])
    #expect(
      try fields("Kund;;Leveransadress;;Besöksadress;", "Kundnr;Namn;Adress;Ort;Adress;Ort").suffix(4) == [
        "-", "-", "visitingAddress.line1", "visitingAddress.city",
      ])
    #expect(
      try fields("Kund;;Fakturaadress;;Postadress;", "Kundnr;Namn;Adress;Ort;Adress;Ort").suffix(4) == [
        "invoiceAddress.line1", "invoiceAddress.city", "mailAddress.line1", "mailAddress.city",
      ])
    #expect(try band("Kund;;Postadress;;", "Kundnr;Namn;Adress;Postnr;Ort") == nil, "the headings mean it already")
  }

  @Test("English lists have groups, too")
  func english() throws {
    #expect(
      try fields(
        "Customer;;Delivery address;;Contact person;", "Customer number;Name;Postal code;City;Name;Phone",
        mapping: "register-en") == [
          "number", "name", "visitingAddress.postalCode", "visitingAddress.city", "contactPersons[0].name",
          "contactPersons[0].phone",
        ])
  }

  @Test("a part of a joined or split field is left out rather than taken for the whole")
  func parts() throws {
    let band = try #require(try band("Kund;;Kontaktperson;;", "Kundnr;Namn;Förnamn;Efternamn;Telefon"))
    #expect(band.leftOut == ["Kontaktperson Förnamn", "Kontaktperson Efternamn"])
    #expect(
      try fields("Kund;;Besöksadress;", "Kundnr;Namn;Adress;Postnr och ort").last != "-",
      "the mapping knows the two words together")
  }

  @Test(
    "a title, a date, a label or a word of the customer's own changes nothing",
    arguments: [
      "Kundlista 2026;;;;", ";;Kundlista 2026;;", "Kundlista;;;Utskriven 2026-11-28;", "Kund;;;;",
      "Kunduppgifter;;Adress;;",
      "Kund;;Kontaktuppgifter;;", "Kontaktperson:;Eva Ek;;;", "Kontakter;;;;", "Urval;Alla;Sortering;Namn;",
      "Kundregister;;;Sida 1;", ";;;;", ";;Bygg & Kyl AB;;", ";;Utskrift 2026-11-28;;", ";;Kundregister;;", ";;;Obs!;",
      "Kunder;;12 kunder;;", "Kund;;2026-11-28 10:15;;", ";;Adress;;", "Kundlista;;;;;;;;;;;;x", "",
    ])
  func none(above: String) throws { #expect(try band(above, "Kundnr;Namn;Telefon;E-post;Ort") == nil) }

  @Test("contact details with a name among them are a person's")
  func detailsWithName() throws {
    #expect(
      try fields("Kund;;Kontaktuppgifter;;", "Kundnr;Namn;Namn;Telefon;E-post").suffix(3) == [
        "contactPersons[0].name", "contactPersons[0].phone", "contactPersons[0].email",
      ])
  }

  @Test(
    "a title or a sentence between the words and the headings changes nothing",
    arguments: ["alla fält är obligatoriska;;;;", "Uppgifter per 2026-10-01;;;;", ";;;Personen:;", ""])
  func rowBetween(line: String) throws {
    let sample = ["Kund;;;Kontaktperson;", line, "Kundnr;Namn;Ort;E-post;Telefon"].map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map { Optional(String($0)) }
    }
    let mapping = try library.named("register-sv")
    let band = try #require(HeadingBand(above: 2, in: sample, mapping: mapping))
    #expect(band.row == 0)
    #expect(
      HeaderMatch(mapping, header: band.headings).found.flatMap(\.fields).compactMap {
        $0?.description
      }.sorted() == [
        "contactPersons[0].email", "contactPersons[0].phone", "invoiceAddress.city", "name", "number",
      ])
  }

  @Test("a row of several cells between them ends the look upwards")
  func tableBetween() throws {
    let sample = ["Kund;;;Kontaktperson;", "1;Ek;Lund;;", "Kundnr;Namn;Ort;E-post;Telefon"].map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map { Optional(String($0)) }
    }
    let mapping = try library.named("register-sv")
    #expect(HeadingBand(above: 2, in: sample, mapping: mapping) == nil)
  }

  @Test("what may be a person's and was taken for the customer's own is said", arguments: ["Kontakt", "Contacts"])
  func ownedIsSaid(word: String) throws {
    let band = try #require(try band("Kund;;;\(word);;", "Kundnr;Namn;Ort;Titel;E-post;Mobil"))
    #expect(band.headings.suffix(2) == ["E-post", "Mobil"])
    #expect(band.sentence() == HeaderTexts.noNameBelow(word, ["E-post", "Mobil"]))
  }

  // MARK: Headings in two rows

  private func joined(_ upper: String, _ lower: String) throws -> HeadingBand? {
    let sample = [upper, lower, "1;2;3"].map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map { Optional(String($0)) }
    }
    return HeadingBand(joining: 0, in: sample, mapping: try library.named("register-sv"))
  }

  @Test(
    "single headings in the upper row and groups over the lower one are read together",
    arguments: [
      (
        "Kundnr;Namn;Kontaktperson;;Fakturaadress;", ";;Telefon;E-post;Adress;Ort",
        [
          "number", "name", "contactPersons[0].phone", "contactPersons[0].email", "invoiceAddress.line1",
          "invoiceAddress.city",
        ]
      ),
      (
        "Kundnr;Namn;Kontaktperson;Kontaktperson;Besöksadress", ";;Namn;Mobil;Ort",
        ["number", "name", "contactPersons[0].name", "contactPersons[0].mobile", "visitingAddress.city"]
      ),
      (
        "Kundnr;Namn;;Kontaktperson;", ";;Ort;Telefon;E-post",
        ["number", "name", "invoiceAddress.city", "contactPersons[0].phone", "contactPersons[0].email"]
      ),
      (
        "Kundnr;Namn;Kontaktperson;;", ";;;Telefon;E-post",
        ["number", "name", "contactPersons[0].name", "contactPersons[0].phone", "contactPersons[0].email"]
      ),
    ])
  func joinedHeadings(upper: String, lower: String, expected: [String]) throws {
    let band = try #require(try joined(upper, lower))
    let mapping = try library.named("register-sv")
    var fields = [String](repeating: "-", count: band.headings.count)
    for found in HeaderMatch(mapping, header: band.headings).found {
      for (field, source) in zip(found.fields, found.sources) {
        if let field, let source { fields[source] = field.description }
      }
    }
    #expect(fields == expected)
    #expect(band.sentence().english.hasPrefix(HeaderTexts.twoRows.english))
  }

  @Test(
    "a customer below the headings is no second row of them, nor are headings of their own",
    arguments: [
      ("Kundnr;Namn;Kontaktperson;Telefon", ";;Eva Ek;08-1"), ("Kundnr;Namn;Kontaktperson;Telefon", ";Namn;;Telefon"),
      ("Kundnr;Namn;Kontaktperson;", "1;Namn;Telefon;E-post"), ("Kundnr;Namn;Ort", "Kundnr;Namn;Telefon"),
      ("Kundnr;Namn;Kontaktperson;", ";;Telefon;"), ("Kundnr;Namn;Kontakt;", ";;Anna;Mobil"),
    ])
  func notJoined(upper: String, lower: String) throws { #expect(try joined(upper, lower) == nil) }

  @Test("a mapping that says where its headings stand is asked for nothing above them")
  func headerRow() throws {
    let file = try Probe.file(
      #"{"headerRow": 2, "columns": [{"field": "number", "headers": ["Nr"]}, {"field": "phone", "headers": ["Telefon"]}]}"#
    )
    #expect(HeadingBand(above: 1, in: [["Kund", "Kontaktperson"], ["Nr", "Telefon"]], mapping: file) == nil)
    #expect(HeadingBand(above: 0, in: [["Nr", "Telefon"]], mapping: file) == nil)
  }

  // MARK: One column below a word

  @Test(
    "a person's word over one column takes it, whether the list has numbers or not",
    arguments: [
      (";;;Kontaktperson", "Kundnr;Namn;Ort;Telefon"), ("Kund;;;Kontaktperson", "Kundnr;Namn;Ort;Telefon"),
      ("Kund;Kund;Adress;Kontaktperson", "Kundnr;Namn;Ort;Telefon"), (";;;Er referens", "Namn;Orgnr;Ort;Telefon"),
      ("Företag;;;Beställare", "Namn;Orgnr;Ort;Telefon"),
      ("Kund;Företag;Adress;Kontaktperson", "Kundnr;Namn;Ort;Telefon"),
      ("Kunduppgifter;;;Kontaktperson 1", "Orgnr;Postnr;Ort;Telefon"),
    ])
  func onePersonsColumn(above: String, header: String) throws {
    #expect(try fields(above, header).last == "contactPersons[0].phone")
  }

  @Test("an unknown word over one column leaves it to the customer, and says so", arguments: ["Säljare", "VD", "Jour"])
  func oneUnknown(word: String) throws {
    let band = try #require(try band(";;;\(word)", "Kundnr;Namn;Ort;Telefon"))
    #expect(band.headings == ["Kundnr", "Namn", "Ort", "Telefon"])
    #expect(band.sentence() == HeaderTexts.noNameBelow(word, ["Telefon"]))
    #expect(try self.band(";;;\(word)", "Kundnr;Namn;Telefon;Ort") == nil, "what only a place has")
  }

  @Test("where lists have no numbers, groups are theirs all the same")
  func numberless() throws {
    #expect(
      try fields("Kund;;Kontaktperson;", "Namn;Orgnr;Namn;Telefon") == [
        "name", "identityNumber", "contactPersons[0].name", "contactPersons[0].phone",
      ])
    #expect(
      try fields("Kontaktperson;;Kund;", "Namn;Telefon;Namn;Orgnr") == [
        "contactPersons[0].name", "contactPersons[0].phone", "name", "identityNumber",
      ])
  }

  @Test(
    "a general word is the customer's own",
    arguments: ["Övrigt", "Uppgifter", "Grunduppgifter", "Allmänt", "Bas", "Stamdata", "Master data"])
  func generalWord(word: String) throws {
    #expect(try band(";;;\(word);", "Kundnr;Namn;Ort;Telefon;E-post") == nil)
    #expect(
      try fields("Kontaktperson;;\(word);;", "Namn;Telefon;Kundnr;Namn;Telefon").suffix(3) == [
        "number", "name", "phone",
      ])
  }

  @Test("an identity number under an unknown word is the customer's unless a name stands there, too")
  func identityUnderUnknown() throws {
    let fields = try fields("Kund;;Ekonomi;;", "Kundnr;Namn;Orgnr;Momsnr;Telefon")
    #expect(fields == ["number", "name", "identityNumber", "vatNumber", "-"])
    let owner = try #require(try band("Kund;;Fastighetsägare;;", "Kundnr;Namn;Namn;Orgnr;Telefon"))
    #expect(owner.leftOut == ["Fastighetsägare Namn", "Fastighetsägare Orgnr", "Fastighetsägare Telefon"])
  }

  @Test("the only name of a list is the customer's, whatever may stand over it", arguments: ["Kundlista", "Kund", ""])
  func onlyName(title: String) throws {
    let band = try #require(try band("\(title);Kontakt;;", "Kundnr;Namn;Telefon;E-post"))
    #expect(band.headings == ["Kundnr", "Namn", "Telefon", "E-post"])
    #expect(band.sentence() == HeaderTexts.onlyNameBelow("Kontakt", ["Telefon", "E-post"]))
    #expect(
      try fields("\(title);;Kontakt;", "Kundnr;Namn;Namn;Telefon").suffix(2) == [
        "contactPersons[0].name", "contactPersons[0].phone",
      ])
  }
}
