import SwedishIdentity
import Testing

@Suite struct VATNumberProvenByFormTests {
  private func proven(_ text: String) -> String? { withBytes(text) { VATNumber.provenByForm($0)?.text } }

  @Test(
    "a form that only one country's numbers have tells its letters",
    arguments: [
      ("999999018MVA", "NO999999018MVA"), ("999 999 018 mva", "NO999999018MVA"), ("999.999.018-MVA", "NO999999018MVA"),
      ("U12345678", "ATU12345678"), ("123456789B01", "NL123456789B01"), ("E-999.999.016 MWST", "CHE999999016MWST"),
      ("E999999016 TVA", "CHE999999016TVA"),
    ])
  func forms(text: String, expected: String) { #expect(proven(text) == expected) }

  @Test(
    "a word for VAT numbers before the whole number is passed over",
    arguments: [
      ("USt-IdNr. DE123456789", "DE123456789"), ("VAT no: GB 999 9900 21", "GB999990021"),
      ("MVA 999999018", "NO999999018"),
      ("CVR-nr. 13585628", "DK13585628"), ("UID CHE-999.999.016", "CHE999999016"),
      ("BTW NL123456789B01", "NL123456789B01"),
      ("Momsnr SE556677889901", "SE556677889901"),
    ])
  func words(text: String, expected: String) {
    #expect(proven(text) == expected)
    #expect(withBytes(text) { VATNumber.provenByForm($0)?.isSwedish } == expected.hasPrefix("SE"))
  }

  @Test(
    "digits alone, a company's letters and what is too short prove nothing",
    arguments: [
      "999999018", "556677889901", "12345678", "99999901MVA", "999999018MVB", "B01", "U1234567", "VAT 123456789",
      "moms",
      "ABC123456789", "CVR", "", "Å999999018MVA", "12-3456789 Internal Revenue",
    ])
  func nothing(text: String) { #expect(proven(text) == nil) }
}
