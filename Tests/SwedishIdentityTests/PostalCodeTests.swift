import SwedishIdentity
import Testing

@Suite struct PostalCodeTests {
  @Test(
    "a Swedish postal code becomes five digits in two groups",
    arguments: ["12345", "123 45", " 123  45 ", "SE-12345", "SE-123 45", "S-123 45", "se 12345", "123\u{A0}45"])
  func canonical(typed: String) throws {
    let code = try #require(withBytes(typed) { PostalCode($0) })
    var bytes: [UInt8] = []
    code.appendCanonical(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "123 45")
  }

  @Test(
    "anything else is none",
    arguments: [
      "", "1234", "123456", "01234", "DK-1234", "SW1A 1AA", "123-45", "E12345", "ES12345", "SE--12345", "-12345", "SE",
    ])
  func refused(typed: String) {
    #expect(withBytes(typed) { PostalCode($0) } == nil)
  }

  @Test("a byte that is no digit is found wherever it stands", arguments: ["12345", "123 45"])
  func strangerAmongDigits(code: String) {
    for place in code.indices where code[place] != " " {
      for stranger in ["/", ":", "?", "q", "p"] {
        let typed = String(code[..<place] + stranger + code[code.index(after: place)...])
        #expect(withBytes(typed) { PostalCode($0) } == nil)
      }
    }
  }
}
