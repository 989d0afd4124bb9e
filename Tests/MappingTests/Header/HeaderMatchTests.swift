import CustomerModel
import Mapping
import Testing

@Suite struct HeaderKeyTests {
  @Test(arguments: [
    ("Kund nr.", "kundnr"), ("KUND-NR", "kundnr"), ("E-post", "epost"), ("Språk", "sprak"), ("Spraak", "sprak"),
    ("Oevrigt", "ovrigt"),
    ("Övrigt", "ovrigt"), ("Laegenhet", "lagenhet"), ("Lägenhet", "lagenhet"), ("La\u{308}genhet", "lagenhet"),
    ("Café", "cafe"),
    ("Org.nr/Pers.nr", "orgnrpersnr"), ("Moms %", "moms"), ("Adress\u{A0}1", "adress1"), ("Telefon\n2", "telefon2"),
    ("Æble Øst", "ableost"),
    ("invoiceAddress.postalCode", "invoiceaddresspostalcode"), (" -- ", ""), ("", ""),
    ("@url", "@url"), ("@Url Ж", "@urlж"), ("@", ""), ("@-adress", "adress"), ("e@post", "epost"),
  ])
  func keyLeavesLettersAndDigits(_ heading: String, _ key: String) { #expect(HeaderKey.of(heading) == key) }

  @Test(arguments: [
    ("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß", "aceeeeiiiiðnoooooouuuuyþß"),
    ("àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "aceeeeiiiiðnoooooouuuuyþy"),
    ("\u{80}\u{9F}\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿", "ªµº"),
    ("/@AZ[`az{/09:", "azaz09"),
  ])
  func lettersOfWesternEuropeLoseTheirMarks(_ letters: String, _ key: String) {
    #expect(HeaderKey.of(letters) == key)
    // One character from elsewhere changes nothing for the others.
    #expect(HeaderKey.of(letters + "–ж") == key + "ж")
  }
}

@Suite struct HeaderMatchTests {
  @Test func whatAnInterfaceSaysOfARecordIsNoFieldOfIt() throws {
    let file = try Probe.file(
      #"{"columns": [{"field": "number", "headers": ["Nr"]}, {"field": "website", "headers": ["url"]}]}"#)
    let match = HeaderMatch(file, header: ["Nr", "@url", "@comments"])
    #expect(match.found.map(\.sources) == [[0]])
    #expect(match.unmapped.map(\.name) == ["@url", "@comments"])
    #expect(HeaderMatch(file, header: ["Nr", "url"]).unmapped.isEmpty)
    let own = try Probe.file(#"{"columns": [{"field": "website", "headers": ["@url"]}]}"#)
    #expect(HeaderMatch(own, header: ["@url"]).unmapped.isEmpty)
  }

  private func match(_ columns: String, _ header: [String]) throws -> HeaderMatch {
    HeaderMatch(try Probe.file("{\"columns\": [\(columns)]}"), header: header)
  }

  /// Fields with the source columns they take.
  private func taken(_ match: HeaderMatch) -> [String: [Int?]] {
    Dictionary(
      uniqueKeysWithValues: match.found.map {
        ($0.fields.compactMap { $0?.description }.joined(separator: "+"), $0.sources)
      })
  }

  @Test func headingsMatchWithoutCaseBlanksAndMarks() throws {
    let match = try match(
      #"{"field": "number", "headers": ["Kundnr"]}, {"field": "language", "headers": ["Språk"]}"#,
      ["SPRAK", "kund nr."])
    #expect(taken(match) == ["number": [1], "language": [0]])
    #expect(match.unmapped.isEmpty)
    #expect(match.matchedCount == 2)
  }

  @Test func ownNameOfAFieldAlwaysMatches() throws {
    let match = try match(
      #"{"field": "email", "headers": ["E-post"]}"#,
      ["email", "invoiceAddress.city", "contactPersons[2].name", "customFields.Region", "Kontaktperson 4 e-post"])
    #expect(
      taken(match) == [
        "email": [0], "invoiceAddress.city": [1], "contactPersons[2].name": [2], "customFields.Region": [3],
        "contactPersons[3].email": [4],
      ])
  }

  /// However many there are, and with the name's heading as short as for the first three.
  @Test func furtherContactPersonsAreFoundInBothLanguages() throws {
    let match = try match(
      #"{"field": "number", "headers": ["Nr"]}"#,
      ["Nr", "Kontaktperson 4", "Kontaktperson 4 mobil", "Contact person 5", "Contact person 5 email", "Kontaktperson"])
    #expect(
      taken(match) == [
        "number": [0], "contactPersons[3].name": [1], "contactPersons[3].mobile": [2], "contactPersons[4].name": [3],
        "contactPersons[4].email": [4],
      ])
    #expect(match.unmapped.map(\.name) == ["Kontaktperson"])
  }

  @Test func earlierListedHeadingWinsAndTheOtherIsReported() throws {
    let match = try match(#"{"field": "name", "headers": ["Kundnamn", "Företag"]}"#, ["Företag", "Kundnamn"])
    #expect(taken(match) == ["name": [1]])
    #expect(match.unmapped.map(\.name) == ["Företag"])
    #expect(match.unmapped[0].takenField == FieldPath(.customerName))
  }

  @Test func ofTwoEqualHeadingsTheLeftOneIsTaken() throws {
    let match = try match(#"{"field": "name", "headers": ["Namn"]}"#, ["Namn", "namn"])
    #expect(taken(match) == ["name": [0]])
    #expect(match.unmapped.map(\.index) == [1])
  }

  @Test func headingOfTwoEntriesGoesToTheOneThatListsItEarlier() throws {
    let columns =
      #"{"field": "phone", "headers": ["Telefon", "Telefon 2"]}, {"field": "mobile", "headers": ["Telefon 2"]}"#
    #expect(taken(try match(columns, ["Telefon 2"])) == ["mobile": [0]])
    #expect(taken(try match(columns, ["Telefon 2", "Telefon"])) == ["phone": [1], "mobile": [0]])
  }

  @Test func sharedEntryTakesAColumnThatAnotherHas() throws {
    let match = try match(
      #"{"field": "phone", "headers": ["Tel"]}, {"field": "mobile", "headers": ["Tel"], "shared": true}"#, ["Tel"])
    #expect(taken(match) == ["phone": [0], "mobile": [0]])
    #expect(match.matchedCount == 1)
  }

  @Test func laterEntryOfAFieldServesWhenTheFirstFindsNothing() throws {
    let columns = #"{"field": "name", "headers": ["Namn"]}, {"field": "name", "join": [["Förnamn"], ["Efternamn"]]}"#
    #expect(taken(try match(columns, ["Efternamn", "Förnamn"])) == ["name": [1, 0]])
    let both = try match(columns, ["Efternamn", "Namn"])
    #expect(taken(both) == ["name": [1]])
    #expect(both.unmapped.map(\.name) == ["Efternamn"])
  }

  @Test func splitFillsOnlyWhatIsNotFilled() throws {
    let match = try match(
      #"{"field": "invoiceAddress.city", "headers": ["Ort"]}, {"fields": ["invoiceAddress.postalCode", "invoiceAddress.city"], "headers": ["Postadress"], "transforms": [{"split": "postalCodeCity"}]}"#,
      ["Postadress", "Ort"])
    #expect(taken(match) == ["invoiceAddress.city": [1], "invoiceAddress.postalCode": [0]])
  }

  @Test func numberedContactPersonsAreToldApart() throws {
    let columns = (0..<3).map {
      #"{"field": "contactPersons[\#($0)].email", "headers": ["Kontaktperson\#($0 == 0 ? "" : " \($0 + 1)") e-post"]}"#
    }
    let match = try match(
      columns.joined(separator: ","), ["Kontaktperson 3 e-post", "Kontaktperson e-post", "Kontaktperson 2 epost"])
    #expect(
      taken(match) == ["contactPersons[0].email": [1], "contactPersons[1].email": [2], "contactPersons[2].email": [0]])
  }

  @Test func columnsOfARejectsFileAndOfTheRegisterArePassedOver() throws {
    let match = try match(
      #"{"field": "name", "headers": ["Namn"]}"#,
      ["kundreg_row", "Namn", "kundreg_errors", "Skapad", "updated", "Övrigt"])
    #expect(match.unmapped.map(\.name) == ["Övrigt"])
  }

  @Test func missingRequiredFieldIsNamedWithAllItsHeadings() throws {
    let match = try match(
      #"{"field": "name", "headers": ["Namn"], "required": true}, {"field": "name", "join": [["Förnamn"], ["Efternamn"]]}"#,
      ["Ort"])
    #expect(match.missing.map(\.field) == [FieldPath(.customerName)])
    #expect(match.missing[0].headings == ["Namn", "Förnamn", "Efternamn"])
  }
}

@Suite struct HeaderFinderTests {
  private let register =
    #"{"columns": [{"field": "number", "headers": ["Kundnr"]}, {"field": "name", "headers": ["Namn"]}, {"field": "invoiceAddress.city", "headers": ["Ort"]}]}"#

  @Test func headerIsFoundBelowTitleLines() throws {
    let sample: [[String?]] = [
      ["Kundregister"], ["Utskrivet 2026-11-23", nil], [], ["Kundnr", "Namn", "Ort"], ["1", "Namn", "Storstad"],
    ]
    let answer = try #require(HeaderFinder.find(in: sample, using: [try Probe.file(register)]))
    #expect(answer.row == 3)
    #expect(answer.score == 3)
    #expect(answer.mapping != nil)
  }

  @Test func rowThatNoMappingKnowsIsFoundByItsFilling() throws {
    let sample: [[String?]] = [["Lista"], ["A", "B", "C"], ["1", "2", "3"]]
    let answer = try #require(HeaderFinder.find(in: sample, using: [try Probe.file(register)]))
    #expect(answer.row == 1)
    #expect(answer.score == 0)
    #expect(answer.mapping == nil)
  }

  @Test func rowThatTheMappingNamesIsTaken() throws {
    let file = try Probe.file(
      register.replacing("{\"columns\"", with: "{\"headerRow\": 2, \"columns\"", maxReplacements: 1))
    let sample: [[String?]] = [["Kundnr", "Namn", "Ort"], ["kundnr", "Övrigt", ""], ["1", "2", "3"]]
    #expect(HeaderFinder.find(in: sample, using: [file])?.row == 1)
  }

  @Test func rowThatTheOnlyMappingNamesIsTakenEvenWhenNothingMatches() throws {
    let file = try Probe.file(#"{"headerRow": 2, "columns": [{"field": "name", "headers": ["Namn"]}]}"#)
    let answer = HeaderFinder.find(in: [["Namn", "B"], ["x", "y"], ["1", "2"]], using: [file])
    #expect(answer?.row == 1)
    #expect(answer?.score == 0)
  }

  @Test func oneKnownWordIsAHeaderOnlyOfATableOfOneColumn() throws {
    let file = try Probe.file(register)
    #expect(HeaderFinder.find(in: [["Kundnr"], ["1"], ["2"]], using: [file])?.score == 1)
    let answer = HeaderFinder.find(in: [["Namn"], ["Qaa", "Qbb", "Qcc"], ["1", "2", "3"]], using: [file])
    #expect(answer?.row == 1)
    #expect(answer?.mapping == nil)
  }

  @Test func sheetWithoutACellHasNoHeader() throws {
    #expect(HeaderFinder.find(in: [[], [nil, ""]], using: [try Probe.file(register)]) == nil)
    #expect(HeaderFinder.find(in: [], using: []) == nil)
  }
}
