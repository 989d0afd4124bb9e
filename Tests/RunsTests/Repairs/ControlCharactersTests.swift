import CustomerModel
import Foundation
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

/// Control characters go out of every field and every kind of file, and are told.
@Suite struct ControlCharactersTests {
  private let office: Office
  init() throws { office = try .withShippedMappings() }

  /// All that nobody sees: C0 without tab, line feed, vertical tab, form feed, carriage return and the separator of lists; DEL; C1
  /// without the next line.
  static let controls =
    ([UInt32](0x01...0x08) + [UInt32](0x0E...0x1E) + [0x7F] + [UInt32](0x80...0x84) + [UInt32](0x86...0x9F))
    .map { Unicode.Scalar($0)! }

  private static let headings = ["Kundnr", "Namn", "Telefon", "E-post", "Postnr", "Kommentar", "Taggar", "Orgnr"]
  private static let values = [
    "10%1", "Nor%ra", "08-465 %004 01", "a%@example.se", "123 %45", "rad%1\nrad 2", "A%vtal,Norr%", "559999-%3002",
  ]
  private static let fields = [
    "number", "name", "phone", "email", "invoiceAddress.postalCode", "comments", "tags", "identityNumber",
  ]

  private func expectClean(_ outcome: ImportOutcome, _ cells: Int, _ note: Comment) throws {
    #expect(outcome.counts == .init(rows: 1, created: 1, warnings: outcome.counts.warnings), note)
    let card = try #require(try office.card("101"), note)
    #expect(card[.customerName] == "Norra", note)
    #expect(card[FieldPath("phone")!] == "08-465 004 01", note)
    #expect(card[FieldPath("email")!] == "a@example.se", note)
    #expect(card[FieldPath("invoiceAddress.postalCode")!] == "123 45", note)
    #expect(card[FieldPath("comments")!] == "rad1\nrad 2", note)
    #expect(
      card[FieldPath("tags")!]?.contains("Avtal") == true && card[FieldPath("tags")!]?.contains("Norr") == true, note)
    #expect(card[FieldPath("identityNumber")!] == "559999-3002", note)
    let notices = outcome.report.columnNotices.filter { $0.code == "repair.control" }
    #expect(notices.count == 1, note)
    #expect(notices.first?.message.hasPrefix("\(cells) cells hold control characters") == true, note)
    try office.undo(try #require(outcome.run))
  }

  @Test("in a text", arguments: controls)
  func text(control: Unicode.Scalar) throws {
    let row = Self.values.map { "\"" + $0.replacing("%", with: String(control)) + "\"" }.joined(separator: ";")
    let outcome = try office.importing(text: Self.headings.joined(separator: ";") + "\n" + row + "\n")
    try expectClean(outcome, 8, "U+\(String(control.value, radix: 16))")
  }

  @Test("in JSON, as they stand or escaped", arguments: controls)
  func json(control: Unicode.Scalar) throws {
    let escape = String(format: "\\u%04x", control.value)
    for written in control.value < 0x20 ? [escape] : [escape, String(control)] {
      let members = zip(Self.fields, Self.values).map { field, value in
        "\"\(field)\":\"" + value.replacing("%", with: written).replacing("\n", with: "\\n") + "\""
      }
      try office.folder.write("[{" + members.joined(separator: ",") + "}]", to: "k.json")
      try expectClean(try office.importing("k.json"), 8, "U+\(String(control.value, radix: 16))")
    }
  }

  @Test("in a workbook", arguments: controls)
  func workbook(control: Unicode.Scalar) throws {
    let written = control.value < 0x20 ? String(format: "_x%04X_", control.value) : String(control)
    try SheetBook().sheet("K", [Self.headings, Self.values.map { $0.replacing("%", with: written) }])
      .write(to: office.folder)
    try expectClean(try office.importing("k.xlsx"), 8, "U+\(String(control.value, radix: 16))")
  }

  @Test("at the ends and alone they go, too, and a text of them is blank")
  func ends() throws {
    let outcome = try office.importing(
      text:
        "Kundnr;Namn;Telefon;Kommentar\n\u{7F}1;\u{9D}Ek\u{7F};\u{7F};\u{1} \u{7F}\n2\u{7F};Al;08-465 004 01;\u{7F}x\n")
    #expect(outcome.counts.created == 2)
    #expect(try office.card("1")?[.customerName] == "Ek")
    #expect(try office.card("1")?[FieldPath("phone")!] == nil)
    #expect(try office.card("2")?[FieldPath("comments")!] == "x")
    let notice = try #require(outcome.report.columnNotices.first { $0.code == "repair.control" })
    #expect(
      notice.message.hasPrefix("6 cells") && notice.message.contains("“Kundnr” 2, “Namn” 1, “Telefon” 1, “Kommentar” 2")
    )
    #expect(notice.message.contains("first in row 2"))
  }

  @Test(
    "blanks, line breaks and soft hyphens are none, and text that was damaged before keeps what it has",
    arguments: [
      ("Ek\u{85}Al", "Ek Al"), ("E\u{AD}k", "Ek"), ("Ek\u{A0}Al", "Ek Al"), ("Ek\tAl", "Ek Al"), ("Ek\u{C}Al", "Ek Al"),
      ("\u{C3}\u{85}kes", "\u{C3}\u{85}kes"), ("\u{C3}\u{96}st", "\u{C3}\u{96}st"),
      ("A \u{E2}\u{80}\u{93} B", "A \u{E2}\u{80}\u{93} B"), ("€", "€"), ("Å", "Å"),
    ])
  func noControls(name: String, stored: String) throws {
    let outcome = try office.importing(text: "Kundnr;Namn\n1;\(name)\n")
    #expect(try office.card("1")?[.customerName] == stored)
    #expect(!outcome.report.columnNotices.contains { $0.code == "repair.control" })
  }

  @Test("in a file of records they go and are told")
  func records() throws {
    try office.importing(text: "Kundnr;Namn\n1;Ek\n")
    try office.folder.write("Kundnr;Artikelnr;Benämning\n1;A\u{7F}-1;Fil\u{90}ter\n", to: "poster.csv")
    let run = try RecordImportRun(
      office.options("poster.csv"), target: RecordTarget(name: "serviceArticles"),
      context: .init(library: office.library, severities: [:]))
    let outcome = try run.perform(on: office.register, as: office.actor, today: Office.today)
    #expect(try office.card("1")?[.serviceArticles] == #"[{"number":"A-1","description":"Filter"}]"#)
    #expect(outcome.report.columnNotices.contains { $0.code == "repair.control" && $0.message.hasPrefix("2 cells") })
  }

  @Test("the second run of the same file changes nothing")
  func secondRun() throws {
    let text = "Kundnr;Namn\n1;E\u{7F}k\n2;Al\n"
    try office.importing(text: text)
    #expect(try office.importing(text: text).counts.unchanged == 2)
  }
}
