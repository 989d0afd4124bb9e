import ConfigurationFile
import CustomerModel
import Foundation
import TestSupport
import Testing

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
      (#"{"provider": "vise"}"#, "config.badValue", "Did you mean vies?"),
      (#"{"baseURL": "http://ec.europa.eu/x"}"#, "config.insecureURL", "lookup.baseURL must begin with https://"),
      (#"{"requestsPerWindow": 0}"#, "config.wrongType", "lookup.requestsPerWindow should be a whole number from 1"),
      (#"{"windowSeconds": 0}"#, "config.wrongType", "lookup.windowSeconds should be a number of seconds above 0"),
      (#"{"url": "x"}"#, "config.unknownKey", "lookup.url is not a known key"),
      ("[]", "config.wrongType", "lookup should be an object"),
    ])
  func tellsMistakes(text: String, code: String, message: String) {
    let error = #expect(throws: KundregError.self) { try load(text) }
    #expect(error?.status == .configuration)
    #expect(error?.code == code)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }
}
