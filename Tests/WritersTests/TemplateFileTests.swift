import CustomerModel
import Foundation
import Testing
import TestSupport
import Texts

@testable import Writers

@Suite struct TemplateFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func bothKindsHaveEveryHeading() throws {
    try TemplateFile.write(path: folder.file("t.csv"), definitions: Cards.definitions)
    try TemplateFile.write(path: folder.file("t.xlsx"), definitions: Cards.definitions)
    let headings = try Python.rows(ofCSV: folder.file("t.csv"))
    #expect(headings.count == 1)
    #expect(try Python.rows(ofWorkbook: folder.file("t.xlsx"), sheet: "Kunder") == headings)
    for field in Field.all where !field.isReadOnly && field != .customFields {
      #expect(headings[0].contains(field.heading))
    }
    for heading in ["Kontaktperson namn", "Kontaktperson 2 e-post", "Region", "Nivå", "Medsökande"] {
      #expect(headings[0].contains(heading))
    }
    #expect(!headings[0].contains("Skapad"))
    #expect(Set(headings[0]).count == headings[0].count)
  }

  @Test func removedCustomFieldsAreLeftOut() throws {
    try TemplateFile.write(
      path: folder.file("t.csv"), definitions: [CustomFieldDefinition(name: "Gammal", kind: .text, isRemoved: true)])
    #expect(try !Python.rows(ofCSV: folder.file("t.csv"))[0].contains("Gammal"))
  }

  @Test func enumeratedColumnsHaveDropDowns() throws {
    try TemplateFile.write(
      path: folder.file("t.xlsx"), definitions: Cards.definitions,
      references: [.costCenter: ["Nord", "Syd"], .tag: ["VIP"]])
    let script = """
      import json, openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book["Kunder"]
      print(json.dumps({sheet.cell(1, r.min_col).value: v.formula1 + (" only" if v.showErrorMessage else "")
        for v in sheet.data_validations.dataValidation for r in v.sqref.ranges}))
      """
    let lists = try JSONDecoder().decode(
      [String: String].self, from: Data(Python.run(script, folder.file("t.xlsx")).utf8))
    #expect(lists["Kundtyp"] == "\"Företag,Privat\" only")
    #expect(lists["Momstyp"] == "\"Normal,Ingen,Egen\" only")
    for heading in ["Aktiv", "Avtal", "Kontaktperson 2 är huvudkontakt", "Skicka alltid som faktura"] {
      #expect(lists[heading] == "\"Ja,Nej\" only", "\(heading)")
    }
    #expect(lists["Nivå"] == "\"Guld,Silver\" only")
    #expect(lists["Kostnadsställe"] == "\"Nord,Syd\"")
    #expect(lists["Taggar"] == "\"VIP\"")
    #expect(lists["Rabattbrev"] == nil)
    #expect(lists["Namn"] == nil)
  }

  @Test func typedNumbersStayText() throws {
    try TemplateFile.write(path: folder.file("t.xlsx"))
    let format = try Python.run(
      """
      import re, sys, zipfile, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      print(book["Kunder"].column_dimensions["A"].number_format)
      """, folder.file("t.xlsx"))
    #expect(format == "@")
  }

  @Test func theGuideExplainsEveryColumn() throws {
    try TemplateFile.write(path: folder.file("t.xlsx"), definitions: Cards.definitions)
    let headings = try Python.rows(ofWorkbook: folder.file("t.xlsx"), sheet: "Kunder")[0]
    let guide = try Python.rows(ofWorkbook: folder.file("t.xlsx"), sheet: "Anvisningar")
    #expect(guide[0] == ["Rubrik", "Vad det är", "Tillåtna värden", "Exempel", "Måste fyllas i", "Fältnamn"])
    #expect(guide[1...headings.count].map { $0[0] } == headings)
    for row in guide[1...headings.count] {
      #expect(row[1].hasSuffix("."), "\(row)")
      #expect(row[2].hasSuffix("."), "\(row)")
      #expect(!row[4].isEmpty)
      #expect(FieldPath(row[5])?.description == row[5], "\(row)")
    }
    #expect(guide.last?[1] == "Gör en provkörning först: den visar vad som skulle ändras, och inget sparas.")
    let order = try #require(guide.first { $0[5] == "orderNumber" })
    #expect(order[1].contains("showOrderNumber"))
    #expect(order[2] == "Text, högst 100 tecken.")
  }

  @Test func everythingIsInTheLanguageThatIsAsked() throws {
    try TemplateFile.write(path: folder.file("t.xlsx"), language: .english)
    let guide = try Python.rows(ofWorkbook: folder.file("t.xlsx"), sheet: "Guide")
    #expect(guide[0] == ["Heading", "What it is", "Allowed values", "Example", "Must be filled in", "Field name"])
    let order = try #require(guide.first { $0[5] == "orderNumber" })
    #expect(order[2] == "Text, at most 100 characters.")
    #expect(order[0] == "Order number")
    let type = try #require(guide.first { $0[5] == "type" })
    #expect(type[2] == "One of: Company, Private.")
    #expect(type[3] == "Company")
    let headings = try Python.rows(ofWorkbook: folder.file("t.xlsx"), sheet: "Customers")[0]
    #expect(guide[1...headings.count].map { $0[0] } == headings)
  }

  @Test(arguments: ["t.json", "t.pdf"])
  func anotherEndingIsWrongUsage(name: String) throws {
    let path = folder.file(name)
    let error = try #require(throws: KundregError.self) { try TemplateFile.write(path: path) }
    #expect(error.status == .usage)
    #expect(error.code == "output.unknownFormat")
    #expect(error.text == WriterTexts.templateIsTable(path))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
