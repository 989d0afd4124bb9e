import Testing

@testable import KundregPage

@Suite struct FormFieldsTests {
  @Test func readsWhatBrowsersSend() throws {
    let form = try #require(FormFields("a=1+2&b=%C3%A5%26&c&d=&=e&a=3&%61b=x"))
    #expect(form["a"] == "1 2")
    #expect(form["b"] == "å&")
    #expect(form["c"] == "" && form["d"] == "")
    #expect(form["ab"] == "x")
    #expect(form["z"] == nil)
  }

  @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%C3", "%FF=1", "a=%c3%28"]) func brokenOnesAreNone(text: String) {
    #expect(FormFields(text) == nil)
  }

  @Test func thereAreNotHundreds() {
    #expect(FormFields(String(repeating: "a=1&", count: 200)) != nil)
    #expect(FormFields(String(repeating: "a=1&", count: 201)) == nil)
  }

  @Test(arguments: ["", "abc-._~", "å ä/ö?&=%+", "\u{0}\u{7F}", "日本"]) func escapesAreUndone(text: String) {
    let encoded = PercentEncoding.encode(text)
    #expect(PercentEncoding.decode(encoded) == text)
    #expect(encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "/") })
  }
}
