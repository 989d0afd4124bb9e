import SwedishIdentity
import Testing

@Suite struct VATNumberTests {
  @Test(
    "a right number gets its canonical form",
    arguments: [
      ("SE556677889901", "SE556677889901"), ("se 556677-8899 01", "SE556677889901"),
      ("SE.556677.8899.01", "SE556677889901"),
      ("SE202100548901", "SE202100548901"), ("DK13585628", "DK13585628"), ("FI20774740", "FI20774740"),
      ("EL094259216", "EL094259216"), ("GR094259216", "EL094259216"), ("ATU12345678", "ATU12345678"),
      ("BE0123456789", "BE0123456789"), ("BG123456789", "BG123456789"), ("BG1234567890", "BG1234567890"),
      ("CY12345678X", "CY12345678X"), ("CZ12345678", "CZ12345678"), ("DE123456789", "DE123456789"),
      ("EE123456789", "EE123456789"), ("ESX1234567X", "ESX1234567X"), ("FRXX123456789", "FRXX123456789"),
      ("HR12345678901", "HR12345678901"), ("HU12345678", "HU12345678"), ("IE1X23456L", "IE1X23456L"),
      ("IE1+23456L", "IE1+23456L"), ("IE1234567WA", "IE1234567WA"), ("IT12345678901", "IT12345678901"),
      ("LT123456789", "LT123456789"), ("LT123456789012", "LT123456789012"), ("LU12345678", "LU12345678"),
      ("LV12345678901", "LV12345678901"), ("MT12345678", "MT12345678"), ("NL123456789B01", "NL123456789B01"),
      ("PL1234567890", "PL1234567890"), ("PT123456789", "PT123456789"), ("RO12", "RO12"),
      ("RO1234567890", "RO1234567890"),
      ("SI12345678", "SI12345678"), ("SK1234567890", "SK1234567890"), ("XI123456789", "XI123456789"),
      ("GB 123 4567 89", "GB123456789"), ("GB123456789012", "GB123456789012"), ("GBHA123", "GBHA123"),
      ("no 999 999 018 mva", "NO999999018MVA"), ("NO999999018", "NO999999018"),
      ("CHE-999.999.016 MWST", "CHE999999016MWST"), ("CHE-999.999.016 TVA", "CHE999999016TVA"),
      ("CHE-999.999.016", "CHE999999016"), ("che 999 999 016 iva", "CHE999999016IVA"),
      ("XIGD123", "XIGD123"), ("XI 123 4567 89 012", "XI123456789012"),
    ])
  func canonical(typed: String, expected: String) throws {
    var bytes: [UInt8] = []
    try withBytes(typed) { VATNumber.read($0) }.get().appendCanonical(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test(
    "what is wrong is named",
    arguments: [
      ("", VATNumber.Flaw.country), ("5", .country), ("556677889901", .country), ("US123456789", .country),
      ("999999018MVA", .country), ("12-3456789 Internal Revenue", .country), ("Å1", .country), ("GB12345678", .shape),
      ("NO99999901", .shape), ("NO999999018MVB", .shape), ("CHE99999901", .shape), ("CH999999016", .shape),
      ("SE", .shape), ("SE556677889902", .shape),
      ("SE5566778899", .shape), ("SE5566778899011", .shape), ("SE55667788990101010101", .shape),
      ("ATX12345678", .shape),
      ("BE2123456789", .shape), ("RO1", .shape), ("RO12345678901", .shape), ("NL123456789C01", .shape),
      ("XIGX123", .shape), ("CY123456789", .shape), ("SE556677889801", .checksum),
    ])
  func flaws(typed: String, expected: VATNumber.Flaw) {
    #expect(throws: expected) { try withBytes(typed) { VATNumber.read($0) }.get() }
  }

  @Test(
    "wrong check digits make the numbers of Denmark and Finland doubtful, as those of others",
    arguments: [
      ("DK13585628", false), ("DK13585627", true), ("FI20774740", false), ("FI20774741", true),
      ("NO999999019MVA", true),
    ])
  func doubtful(typed: String, isDoubtful: Bool) throws {
    #expect(try withBytes(typed) { VATNumber.read($0) }.get().isDoubtful == isDoubtful)
  }

  @Test("a Swedish number holds the organisation's ten digits, any other none")
  func swedishDigits() throws {
    #expect(try withBytes("SE556677889901") { VATNumber.read($0) }.get().swedishDigits == 5_566_778_899)
    #expect(try withBytes("DK13585628") { VATNumber.read($0) }.get().swedishDigits == nil)
  }

  @Test("a byte that is no digit is found wherever it stands in a Swedish number")
  func strangerAmongDigits() {
    let number = "SE556677889901"
    for place in number.indices.dropFirst(2) {
      for stranger in ["/", ":", "?", "Q", "P"] {
        let typed = String(number[..<place] + stranger + number[number.index(after: place)...])
        #expect(throws: VATNumber.Flaw.shape) { try withBytes(typed) { VATNumber.read($0) }.get() }
      }
    }
  }
}
