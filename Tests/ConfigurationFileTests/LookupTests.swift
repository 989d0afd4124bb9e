import CustomerModel
import Foundation
import Testing
import TestSupport
import Texts

@testable import ConfigurationFile
@testable import Documents

@Suite struct LookupTests {
  private func load(_ lookup: String) throws -> Lookup {
    let folder = try TemporaryFolder()
    let path = try folder.write(#"{"lookup": \#(lookup)}"#, to: "config.json")
    return try Configuration.load(path: path, environment: [:]).lookup
  }

  @Test func isOffUnlessSaid() throws {
    let lookup = try load("{}")
    #expect(lookup.provider == .none)
    #expect(lookup.baseURL.absoluteString == "https://ec.europa.eu/taxation_customs/vies/rest-api")
    #expect(lookup.requestsPerWindow == 2)
    #expect(lookup.windowSeconds == 1)
    #expect(Configuration(folder: "/").lookup == lookup)
  }

  @Test func readsEveryKey() throws {
    let lookup = try load(
      #"{"provider": "vies", "baseURL": "http://127.0.0.1:8080/v", "requestsPerWindow": 9, "windowSeconds": 0.5}"#)
    #expect(lookup.provider == .vies)
    #expect(lookup.baseURL.absoluteString == "http://127.0.0.1:8080/v")
    #expect(lookup.requestsPerWindow == 9)
    #expect(lookup.windowSeconds == 0.5)
  }

  @Test(
    arguments: [
      (
        #"{"provider": "vise"}"#, "config.badValue",
        shouldBeWord("lookup.provider", ["none", "vies"], is: "vise", meant: "vies")
      ),
      (
        #"{"baseURL": "http://ec.europa.eu/x"}"#, "config.insecureURL",
        ConfigurationTexts.addressIsInsecure("lookup.baseURL", scheme: "http")
      ),
      (
        #"{"requestsPerWindow": 0}"#, "config.wrongType",
        shouldBe(
          "lookup.requestsPerWindow", ConfigurationTexts.wholeNumber(1...1_000_000), is: JSONValueTexts.theNumber("0"))
      ),
      (
        #"{"windowSeconds": 0}"#, "config.wrongType",
        shouldBe("lookup.windowSeconds", ConfigurationTexts.seconds, is: JSONValueTexts.theNumber("0"))
      ),
      (
        #"{"url": "x"}"#, "config.unknownKey",
        ConfigurationTexts.unknownKey(
          "lookup.url", known: ["provider", "baseURL", "requestsPerWindow", "windowSeconds"])
      ),
      ("[]", "config.wrongType", shouldBe("lookup", JSONValueTexts.object, is: JSONValueTexts.list)),
    ])
  func tellsMistakes(text: String, code: String, mistake: Text) throws {
    try expectMistake(#expect(throws: KundregError.self) { try load(text) }, code, mistake)
  }
}
