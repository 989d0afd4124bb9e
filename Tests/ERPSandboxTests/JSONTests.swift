import ERPSandbox
import Testing

/// The sandbox's own JSON.
@Suite struct JSONTests {
  @Test(arguments: [
    (#" {"a":[1,-2.50e3,true,false,null,"x"]} "#, #"{"a":[1,-2.50e3,true,false,null,"x"]}"#),
    (#""\u00e5\n\"\\\/\ud83d\ude00""#, "\"å\\n\\\"\\\\/😀\""), ("[]", "[]"), ("{}", "{}"),
  ])
  func readsAndWrites(_ text: String, _ written: String) throws {
    let json = try JSONReader.read(Array(text.utf8))
    #expect(String(decoding: JSONWriter.write(json), as: UTF8.self) == written)
  }

  @Test func escapesAsFortnoxDoes() {
    let written = JSONWriter.write("Å/😀", .escaped)
    #expect(String(decoding: written, as: UTF8.self) == #""\u00c5\/\ud83d\ude00""#)
  }

  @Test(arguments: ["", "{", "[1,]", #"{"a":1,}"#, "tru", "1 2", "\"a", #""\q""#, #""\ud800""#, "+1", "\"a\nb\""])
  func otherTextsAreRefused(_ text: String) {
    #expect(throws: JSONReader.Failure.self) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test func depthIsBounded() {
    #expect(throws: JSONReader.Failure.self) { try JSONReader.read([UInt8](repeating: 0x5B, count: 100_000)) }
  }
}
