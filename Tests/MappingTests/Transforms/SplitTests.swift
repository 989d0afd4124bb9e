import Mapping
import Rows
import Testing

@Suite struct SplitTests {
  @Test(
    arguments: [
      ("123 45 Storstad", ["123 45", "Storstad"]), ("12345 Storstad", ["12345", "Storstad"]),
      ("SE-123 45 Lilla Edet", ["SE-123 45", "Lilla Edet"]), ("0150 Oslo", ["0150", "Oslo"]),
      ("123 45", ["123 45", nil]),
      ("Storstad", [nil, "Storstad"]), ("123456 X", [nil, "123456 X"]), ("Sundsvall 3", [nil, "Sundsvall 3"]),
      ("12345, Storstad", ["12345", "Storstad"]),
    ] as [(String, [String?])])
  func postalCodeIsPartedFromCity(_ cell: String, _ parts: [String?]) throws {
    #expect(try Probe.split(cell, #""postalCodeCity""#, into: 2) == parts)
  }

  @Test func partsGetTheCanonicalFormOfTheirFields() throws {
    let mapping = try Probe.mapping(
      #"{"fields": ["invoiceAddress.postalCode", "invoiceAddress.city"], "headers": ["A"], "transforms": ["title", {"split": "postalCodeCity"}, "upper"]}"#,
      header: ["A"])
    let records = mapping.map(Probe.batch([["se-12345 ÅRE  BY"]]))
    #expect(records.text(column: 0, row: 0) == "123 45")
    #expect(records.text(column: 1, row: 0) == "ÅRE BY")
  }

  @Test(
    arguments: [
      ("Anna Maria Berg", ["Anna Maria", "Berg"]), ("Berg, Anna Maria", ["Anna Maria", "Berg"]),
      ("Carl von Linné", ["Carl", "von Linné"]),
      ("Anna", ["Anna", nil]), ("Hedvig Ulrika De la Gardie", ["Hedvig Ulrika", "De la Gardie"]),
      ("Anna Af Klercker", ["Anna", "Af Klercker"]), ("CARL VON ESSEN", ["CARL", "VON ESSEN"]),
      ("Von Essen", ["Von", "Essen"]), ("Dea Berg", ["Dea", "Berg"]), ("Anna Deborah Ek", ["Anna Deborah", "Ek"]),
    ] as [(String, [String?])])
  func fullNameIsPartedIntoFirstAndLast(_ cell: String, _ parts: [String?]) throws {
    #expect(try Probe.split(cell, #""fullName""#, into: 2) == parts)
  }

  @Test(
    arguments: [
      ("a/b/c", ["a", "b/c"]), ("a", ["a", nil]), ("/b", [nil, "b"]), ("a / b", ["a", "b"]),
    ] as [(String, [String?])])
  func textIsPartedAtASeparator(_ cell: String, _ parts: [String?]) throws {
    #expect(try Probe.split(cell, #"{"at": "/"}"#, into: 2) == parts)
  }

  @Test func linesArePartedAtALineBreak() throws {
    #expect(try Probe.split("Storgatan 1\n123 45 Åre", #"{"at": "\n"}"#, into: 2) == ["Storgatan 1", "123 45 Åre"])
  }

  @Test(
    arguments: [
      ("AB-12-x", ["AB", "12"]), ("12", ["12", nil]), ("Å-1", ["Å", "1"]),
    ] as [(String, [String?])])
  func groupsOfAPatternArePicked(_ cell: String, _ parts: [String?]) throws {
    #expect(try Probe.split(cell, #"{"groups": "^(\\p{L}+)-(\\d+)"}"#, into: 2) == parts)
  }
}
