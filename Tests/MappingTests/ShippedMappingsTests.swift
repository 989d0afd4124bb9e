import CustomerModel
import Foundation
import Mapping
import Rows
import Testing
import Texts

@Suite struct ShippedMappingsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Mappings").path
  private let library: MappingLibrary

  init() throws { library = try MappingLibrary(folders: [Self.folder]) }

  @Test func everyShippedMappingLoadsAndSaysWhatItIsFor() {
    #expect(
      Set(library.all.map(\.name)).isSuperset(of: [
        "fortnox-api", "fortnox-export", "register-en", "register-sv", "upload-template", "visma-administration",
        "visma-eaccounting-api", "visma-eekonomi-export",
      ]))
    for file in library.all {
      #expect(!file.description.isEmpty, "\(file.name)")
      #expect(file.description.swedish != file.description.english, "\(file.name)")
    }
  }

  /// Of a program's own list the mapping has what the card has a place for.
  @Test func mappingsOfListsOfAnyKindAreOpenToWhatHeadingsSay() {
    for file in library.all where !file.isTwoWay {
      #expect((file.otherColumns == .understood) == file.recognisedBy.isEmpty, "\(file.name)")
    }
  }

  static let paths: [FieldPath] = Field.all.filter { !$0.isReadOnly && $0 != .customFields }.flatMap { field in
    field.isRepeated ? (0..<3).map { FieldPath(field, position: $0) } : [FieldPath(field)]
  }

  @Test(arguments: [
    ("upload-template", Language.swedish), ("upload-template", .english), ("register-sv", .swedish),
  ])
  func ownHeadingsMapToTheirFields(_ name: String, in language: Language) throws {
    let paths = Self.paths
    let mapping = try CompiledMapping(library.named(name), header: paths.map { $0.label[language] }, today: Probe.today)
    #expect(mapping.unmappedHeaders.isEmpty)
    let found = Dictionary(uniqueKeysWithValues: mapping.columns.map { ($0.path, $0.sources) })
    for (index, path) in paths.enumerated() { #expect(found[path] == [index], "\(path)") }
  }

  @Test func uploadTemplateHasExactlyTheHeadingsOfTheCatalogue() throws {
    let file = try library.named("upload-template")
    #expect(
      file.columns.flatMap(\.source.parts)
        == Self.paths.sorted { a, b in
          let order = file.columns.map { $0.fields[0] }
          return order.firstIndex(of: a) ?? 0 < order.firstIndex(of: b) ?? 0
        }.map { [$0.label.swedish, $0.label.english] })
    #expect(Set(file.columns.map { $0.fields[0] }) == Set(Self.paths))
  }

  @Test(arguments: Language.allCases)
  func ownTemplateIsTakenForItself(in language: Language) throws {
    guard case .mapping(let file, _) = library.best(for: Self.paths.map { $0.label[language] }) else {
      Issue.record("no mapping fits the template")
      return
    }
    #expect(file.name == "upload-template")
  }

  /// A header as programs and people write it, the mapping that must win, and the field of each column; nil is left over.
  struct Header: Sendable {
    let names: [String]
    let mapping: String
    let fields: [String?]
  }

  static let headers: [Header] = [
    Header(
      names: ["Kundnr", "Namn", "Orgnr", "Adress", "Postnr", "Ort", "Tel", "E-post"], mapping: "register-sv",
      fields: [
        "number", "name", "identityNumber", "invoiceAddress.line1", "invoiceAddress.postalCode", "invoiceAddress.city",
        "phone", "email",
      ]),
    Header(
      names: [
        "KUND NR", "FÖRETAG", "ORG.NR / PERS.NR", "Gatuadress", "Postnr och ort", "Mobil", "Mejl", "Kst", "Inaktiv",
      ],
      mapping: "register-sv",
      fields: [
        "number", "name", "identityNumber", "invoiceAddress.line1", "invoiceAddress.postalCode", "mobile", "email",
        "costCenter", "active",
      ]),
    Header(
      names: [
        "Kundnummer", "Förnamn", "Efternamn", "Personnummer", "Besöksadress", "Leveransort", "Kontaktperson",
        "Kontaktperson 2", "Kundansvarig",
      ],
      mapping: "register-sv",
      fields: [
        "number", "name", "name", "identityNumber", "visitingAddress.line1", "visitingAddress.city",
        "contactPersons[0].name", "contactPersons[1].name", nil,
      ]),
    Header(
      names: [
        "Customer number", "Company", "Org. no.", "Street", "Zip", "City", "Country", "Phone", "E-mail", "Notes",
      ], mapping: "register-en",
      fields: [
        "number", "name", "identityNumber", "invoiceAddress.line1", "invoiceAddress.postalCode", "invoiceAddress.city",
        "invoiceAddress.country", "phone", "email", "comments",
      ]),
    Header(
      names: [
        "CustomerNumber", "Name", "OrganisationNumber", "Address1", "Address2", "ZipCode", "City", "CountryCode",
        "Phone1", "Email", "VisitingZipCode", "VATNumber", "CostCenter", "YourReference", "Type", "Active", "WWW",
        "DeliveryCity",
      ],
      mapping: "fortnox-export",
      fields: [
        "number", "name", "identityNumber", "invoiceAddress.line1", "invoiceAddress.line2", "invoiceAddress.postalCode",
        "invoiceAddress.city", "invoiceAddress.country", "phone", "email", "visitingAddress.postalCode", "vatNumber",
        "costCenter", "contactPersons[0].name", "type", "active", "website", "visitingAddress.city",
      ]),
    Header(
      names: [
        "CustomerNumber", "CorporateIdentityNumber", "Name", "InvoiceAddress1", "InvoicePostalCode", "InvoiceCity",
        "IsPrivatePerson", "IsActive", "EmailAddress", "MobilePhone", "ContactPersonName", "WwwAddress", "Note",
      ],
      mapping: "visma-eekonomi-export",
      fields: [
        "number", "identityNumber", "name", "invoiceAddress.line1", "invoiceAddress.postalCode", "invoiceAddress.city",
        "type", "active", "email", "mobile", "contactPersons[0].name", "website", "comments",
      ]),
    Header(
      names: [
        "KUNDNR", "NAMN", "POSTADR", "POSTADR2", "POSTNR", "ORT", "LEVADR", "LEVADR2", "LEVPOSTNR", "LEVORT", "ERREF",
        "VAARREF",
      ],
      mapping: "visma-administration",
      fields: [
        "number", "name", "invoiceAddress.line1", "invoiceAddress.line2", "invoiceAddress.postalCode",
        "invoiceAddress.city", "visitingAddress.line1", "visitingAddress.line2", "visitingAddress.postalCode",
        "visitingAddress.city", "contactPersons[0].name", nil,
      ]),
    Header(
      names: ["number", "name", "invoiceAddress.city", "contactPersons[0].email", "customFields.Region"],
      mapping: "register-sv",
      fields: ["number", "name", "invoiceAddress.city", "contactPersons[0].email", "customFields.Region"]),
  ]

  @Test(arguments: headers)
  func realLookingHeaderFindsItsMapping(_ header: Header) throws {
    guard case .mapping(let file, _) = library.best(for: header.names) else {
      Issue.record("nothing fits \(header.names)")
      return
    }
    #expect(file.name == header.mapping)
    let mapping = try CompiledMapping(library.named(header.mapping), header: header.names, today: Probe.today)
    let fields: [String?] = header.names.indices.map { index in
      mapping.columns.first { $0.sources.contains(index) }?.path.description
    }
    #expect(fields == header.fields)
  }

  @Test func swedishRegisterReadsPrivatePersonsAndStatus() throws {
    let mapping = try CompiledMapping(
      library.named("register-sv"), header: ["Kundnr", "Privatperson", "Spärrad", "Postnr/ort"], today: Probe.today)
    let records = mapping.map(Probe.batch([["1", "Ja", "x", "12345 Storstad"], ["2", "nej", "", ""]]))
    let row = { (row: Int) in mapping.columns.indices.map { records.text(column: $0, row: row) } }
    #expect(
      mapping.columns.map(\.path.description) == [
        "number", "type", "invoiceAddress.postalCode", "invoiceAddress.city", "active",
      ])
    #expect(row(0) == ["1", "private", "123 45", "Storstad", "0"])
    #expect(row(1) == ["2", "company", nil, nil, nil])
  }

  // MARK: The schema

  private func schema() throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/mapping.schema.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func keys(_ schema: [String: Any], _ path: String...) throws -> Set<String> {
    var object = schema
    for key in path { object = try #require(object[key] as? [String: Any], "\(path)") }
    return Set(try #require(object["properties"] as? [String: Any]).keys)
  }

  @Test func schemaKnowsTheKeysThatTheReaderKnows() throws {
    let schema = try schema()
    #expect(try keys(schema) == Set(MappingFile.keys))
    #expect(try keys(schema, "$defs", "column") == Set(MappingFile.columnKeys))
    let transform = try #require((schema["$defs"] as? [String: Any])?["transform"] as? [String: Any])
    let choices = try #require(transform["oneOf"] as? [[String: Any]])
    #expect(Set(try #require(choices[0]["enum"] as? [String])) == Set(MappingFile.transformNames.alone))
    #expect(
      Set(try #require(choices[1]["properties"] as? [String: Any]).keys) == Set(MappingFile.transformNames.withArgument)
    )
  }

  @Test func schemaKnowsTheStepsOnTheWayOut() throws {
    let defs = try #require(try schema()["$defs"] as? [String: Any])
    let column = try #require((defs["column"] as? [String: Any])?["properties"] as? [String: Any])
    let steps = try #require((column["outTransforms"] as? [String: Any])?["items"] as? [String: Any])
    #expect(steps["enum"] as? [String] == MappingFile.outTransformNames)
    let option = try #require(column["if"] as? [String: Any])
    #expect(option["enum"] as? [String] == MappingOption.allCases.map(\.rawValue))
    let type = try #require(column["type"] as? [String: Any])
    #expect(type["enum"] as? [String] == OutgoingForm.ValueType.allCases.map(\.rawValue))
  }

  @Test func schemaKnowsTheFieldsOfTheCatalogue() throws {
    let defs = try #require(try schema()["$defs"] as? [String: Any])
    let field = try #require((defs["field"] as? [String: Any])?["anyOf"] as? [[String: Any]])
    let names = Field.all.filter { !$0.isReadOnly && !$0.isRepeated && $0 != .customFields }.map(\.name)
    #expect(try #require(field[0]["enum"] as? [String]) == names)
    let pattern = try NSRegularExpression(pattern: try #require(field[1]["pattern"] as? String))
    for field in Field.all where field.isRepeated {
      let name = FieldPath(field, position: 12).description
      #expect(pattern.firstMatch(in: name, range: NSRange(name.startIndex..., in: name)) != nil, "\(name)")
    }
  }

  @Test func everyShippedKeyIsInTheSchema() throws {
    let schema = try schema()
    let (top, column) = (try keys(schema), try keys(schema, "$defs", "column"))
    for file in library.all {
      let data = try Data(contentsOf: URL(fileURLWithPath: file.origin))
      let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(top.isSuperset(of: json.keys), "\(file.name)")
      for entry in try #require(json["columns"] as? [[String: Any]]) {
        #expect(column.isSuperset(of: entry.keys), "\(file.name)")
      }
    }
  }
}
