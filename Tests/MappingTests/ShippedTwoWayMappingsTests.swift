import CustomerModel
import Documents
import Foundation
import Mapping
import Rows
import TestSupport
import Testing

/// The mappings of the two accounting systems, against what their interfaces take.
@Suite struct ShippedTwoWayMappingsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Mappings").path
  private static let option = "assignedToOurReference"

  private func file(_ name: String) throws -> MappingFile { try MappingLibrary(folders: [Self.folder]).named(name) }

  /// A key, the field it holds and the most characters that the system's interface description gives it.
  static let fortnox: [String: (field: String, maximum: Int?)] = [
    "CustomerNumber": ("number", 1024), "Name": ("name", 1024), "Type": ("type", nil),
    "OrganisationNumber": ("identityNumber", 30), "VATNumber": ("vatNumber", nil), "CostCenter": ("costCenter", nil),
    "Comments": ("comments", 1024), "Email": ("email", 1024), "Phone1": ("phone", 1024), "Phone2": ("mobile", 1024),
    "WWW": ("website", 128), "Address1": ("invoiceAddress.line1", 1024), "Address2": ("invoiceAddress.line2", 1024),
    "ZipCode": ("invoiceAddress.postalCode", 10), "City": ("invoiceAddress.city", 1024),
    "CountryCode": ("invoiceAddress.country", 2), "VisitingAddress": ("visitingAddress.line1", 128),
    "VisitingZipCode": ("visitingAddress.postalCode", 10), "VisitingCity": ("visitingAddress.city", 128),
    "VisitingCountryCode": ("visitingAddress.country", 2), "YourReference": ("contactPersons[0].name", 50),
    "OurReference": ("assigned", 50), "Active": ("active", nil),
  ]
  static let visma: [String: (field: String, maximum: Int?)] = [
    "CustomerNumber": ("number", 16), "Name": ("name", 50), "IsPrivatePerson": ("type", nil),
    "CorporateIdentityNumber": ("identityNumber", 20), "VatNumber": ("vatNumber", 20), "Note": ("comments", 4000),
    "EmailAddress": ("email", 255), "Telephone": ("phone", 50), "MobilePhone": ("mobile", 50),
    "WwwAddress": ("website", 255), "InvoiceAddress1": ("invoiceAddress.line1", 50),
    "InvoiceAddress2": ("invoiceAddress.line2", 50), "InvoicePostalCode": ("invoiceAddress.postalCode", 10),
    "InvoiceCity": ("invoiceAddress.city", 50), "InvoiceCountryCode": ("invoiceAddress.country", 2),
    "ContactPersonName": ("contactPersons[0].name", 100), "ContactPersonEmail": ("contactPersons[0].email", 255),
    "ContactPersonPhone": ("contactPersons[0].phone", 50), "ContactPersonMobile": ("contactPersons[0].mobile", 50),
    "SalesDocumentLanguage": ("language", 2), "IsActive": ("active", nil),
  ]

  @Test(arguments: ["fortnox-api", "visma-eaccounting-api"])
  func keysFieldsAndLengthsAreThoseOfTheInterface(_ name: String) throws {
    let file = try file(name)
    let expected = name == "fortnox-api" ? Self.fortnox : Self.visma
    let outgoing = OutgoingMapping(file, options: [Self.option])
    var keys: [String: String] = [:]
    for path in outgoing.fieldsOfNew { keys[outgoing.key(of: path) ?? ""] = path.description }
    #expect(keys == expected.mapValues(\.field))
    for column in file.columns {
      guard case .headers(let names) = column.source, let key = names.first, !key.contains("{") else { continue }
      #expect(column.outgoing.maximumLength == expected[key]?.maximum, "\(key)")
    }
    #expect(file.columns.filter(\.isRequired).map { $0.fields[0].description } == ["number", "name"])
    // Read only: the address for invoices, where there is no other.
    let readOnly: Set<String> = name == "fortnox-api" ? ["EmailInvoice"] : []
    #expect(
      Set(file.incomingHeader.filter { !$0.contains("{") })
        == Set(expected.keys).subtracting(["OurReference"]).union(readOnly))
  }

  @Test(arguments: ["fortnox-api", "visma-eaccounting-api"])
  func everyKeyTakesExactlyItsLength(_ name: String) throws {
    let outgoing = OutgoingMapping(try file(name), options: [Self.option])
    for (key, expected) in name == "fortnox-api" ? Self.fortnox : Self.visma {
      guard let maximum = expected.maximum else { continue }
      let path = try #require(FieldPath(expected.field))
      for excess in 0...1 {
        let text = String(repeating: "å", count: maximum + excess)
        let card = CustomerCard([path: path.field.isSet ? text + "\u{1F}" : text])
        let made = outgoing.members(for: [path], of: card, isCreation: true) { _, _ in nil }
        #expect(made.members.map(\.key) == (excess == 0 ? [key] : []))
        #expect(made.problems.map(\.code) == (excess == 0 ? [] : ["out.tooLong"]))
      }
    }
  }

  // MARK: Out and in again

  /// A card of canonical values that both systems can hold.
  private func card(_ random: inout SeededGenerator) -> CustomerCard {
    var card = CustomerCard()
    let isPrivate = random.chance(0.4)
    let texts = ["Åkes Bygg", "O’Brien & Co", "Żółć 100 % (norr)", "A", "Fräs/Borr: 3; x_y", "2026", "İstanbul Ö"]
    let values: [(String, [String])] = [
      ("costCenter", ["100", "Norr", "0007"]), ("comments", ["En rad", "Två\nrader, 45 000 kr", "-\n- a"]),
      ("email", ["a@b.se", "åsa.berg@exempel.se"]), ("phone", ["+46701234567", "070-123 45 67", "08-1"]),
      ("mobile", ["0701234567"]), ("website", ["https://exempel.se/kund?id=1", "exempel.se"]),
      ("invoiceAddress.line1", texts), ("invoiceAddress.line2", texts),
      ("invoiceAddress.postalCode", ["123 45", "0150", "SW1A 1AA"]), ("invoiceAddress.city", texts),
      ("invoiceAddress.country", ["SE", "NO", "GB", "GR"]), ("visitingAddress.line1", texts),
      ("visitingAddress.postalCode", ["987 65"]), ("visitingAddress.city", texts),
      ("visitingAddress.country", ["DE"]), ("language", ["sv", "en", "nb"]),
      ("vatNumber", ["SE556677889901", "DE123456789"]), ("contactPersons[0].name", texts),
      ("contactPersons[0].email", ["x@y.se"]), ("contactPersons[0].phone", ["1"]),
      ("contactPersons[0].mobile", ["2"]),
      ("identityNumber", isPrivate ? ["19800101-1231", "20010228-0000"] : ["556016-0680", "212000-0142"]),
    ]
    for (name, choices) in values where random.chance(0.6) {
      if let path = FieldPath(name) { card[path] = random.pick(choices) }
    }
    card[.number] = random.pick(["1", "007", "K-1/2", "ÅÄÖ+1"])
    card[.customerName] = random.pick(texts)
    card[.type] = isPrivate ? "private" : "company"
    card[.active] = random.chance(0.8) ? "1" : "0"
    return card
  }

  @Test(arguments: ["fortnox-api", "visma-eaccounting-api"])
  func cardComesBackAsItWentOut(_ name: String) throws {
    let file = try file(name)
    let outgoing = OutgoingMapping(file)
    let mapping = try CompiledMapping(file, header: file.incomingHeader, empty: .clear, today: Probe.today)
    #expect(Set(mapping.columns.map(\.path)) == Set(outgoing.fields))
    var random = SeededGenerator(0x51C)
    let cards = (0..<300).map { _ in card(&random) }
    let objects = cards.map { card in
      let made = outgoing.members(for: outgoing.fields, of: card, isCreation: true) { _, _ in nil }
      #expect(made.problems.isEmpty)
      #expect(made.members.count == outgoing.fieldsOfNew.count)
      return JSONNode.object(made.members)
    }
    let records = mapping.map(RemoteRows.batch(objects, header: file.incomingHeader))
    for (row, card) in cards.enumerated() {
      for (column, path) in mapping.columns.map(\.path).enumerated() where outgoing.fieldsOfNew.contains(path) {
        let value = records[column: column, row: row]
        #expect(records.text(column: column, row: row) == card[path], "\(path) of card \(row)")
        if card[path] == nil { #expect(value.isClear, "\(path) of card \(row)") }
      }
    }
  }

  @Test(arguments: [
    (
      #""PropertyType": 2, "IsPrivatePerson": true, "PropertyReference": "Ek 1:2", "TaxDeductionNumber": "769000-0001""#,
      ["taxReduction.propertyDesignation": "Ek 1:2"]
    ),
    (
      #""PropertyType": 1, "IsPrivatePerson": true, "PropertyReference": "1201", "TaxDeductionNumber": "769000-0001""#,
      ["taxReduction.apartmentNumber": "1201", "taxReduction.associationNumber": "769000-0001"]
    ),
    (
      #""PropertyType": 1, "IsPrivatePerson": true, "PropertyReference": null"#,
      ["taxReduction.apartmentNumber": "(clear)"]
    ),
    (#""PropertyType": null, "IsPrivatePerson": true, "PropertyReference": "x""#, [:]),
    (#""PropertyType": 2, "IsPrivatePerson": false, "PropertyReference": "x""#, [:]),
    (#""IsPrivatePerson": true, "PropertyReference": "x""#, [:]),
  ])
  func vismasPropertyIsReadAndWrittenWhereTheRecordSaysWhatItIs(_ keys: String, _ fields: [String: String]) throws {
    let file = try file("visma-eaccounting-api")
    let mapping = try CompiledMapping(file, header: file.incomingHeader, empty: .clear, today: Probe.today)
    let record = try JSONNode(parsing: Array("{\(keys)}".utf8))
    let records = mapping.map(RemoteRows.batch([record], header: file.incomingHeader))
    var read: [String: String] = [:]
    for (column, path) in mapping.columns.map(\.path).enumerated() where path.description.hasPrefix("taxReduction") {
      let value = records[column: column, row: 0]
      if !value.isAbsent { read[path.description] = records.text(column: column, row: 0) ?? "(clear)" }
    }
    #expect(read == fields)
    let outgoing = OutgoingMapping(file)
    let written = outgoing.fields(over: record).map(\.description).filter { $0.hasPrefix("taxReduction") }
    #expect(Set(written) == Set(fields.keys))
    #expect(outgoing.fieldsOfNew.allSatisfy { !$0.description.hasPrefix("taxReduction") })
  }

  @Test func fortnoxRecordIsReadAndWrittenBack() throws {
    let file = try file("fortnox-api")
    let mapping = try CompiledMapping(file, header: file.incomingHeader, empty: .clear, today: Probe.today)
    let record = try JSONNode(
      parsing: Array(
        #"""
        {"@url": "https:\/\/api.fortnox.se\/3\/customers\/7", "Active": false, "Address1": null, "City": "Lund",
         "Country": "Sverige", "CountryCode": "SE", "CustomerNumber": "007", "Name": "Åsa Berg", "Type": "PRIVATE",
         "OrganisationNumber": "800101-1231", "OurReference": "Bo", "Phone1": "", "SalesAccount": 3010, "ZipCode": "22222"}
        """#.utf8))
    let records = mapping.map(RemoteRows.batch([record], header: file.incomingHeader))
    var read: [String: String] = [:]
    for (column, path) in mapping.columns.map(\.path).enumerated() {
      let value = records[column: column, row: 0]
      if !value.isAbsent { read[path.description] = records.text(column: column, row: 0) ?? "(clear)" }
    }
    #expect(
      read == [
        "active": "0", "invoiceAddress.line1": "(clear)", "invoiceAddress.city": "Lund", "invoiceAddress.country": "SE",
        "number": "007", "name": "Åsa Berg", "type": "private", "identityNumber": "19800101-1231", "phone": "(clear)",
        "invoiceAddress.postalCode": "222 22",
      ])
    let card = CustomerCard([
      FieldPath(.type): "company", FieldPath(.active): "1", FieldPath(.assigned): "Bo\u{1F}Åsa\u{1F}",
      FieldPath(.number): "007",
    ])
    let outgoing = OutgoingMapping(file, options: [Self.option])
    let paths = [FieldPath(.number), FieldPath(.type), FieldPath(.assigned), FieldPath(.active), FieldPath(.vatNumber)]
    let change = outgoing.members(for: paths, of: card, isCreation: false) { _, _ in nil }
    #expect(
      JSONNode.object(change.members).json
        == #"{"Type":"COMPANY","VATNumber":null,"OurReference":"Bo, Åsa","Active":true}"#)
  }
}
