import CustomerModel
import Foundation
import Testing
import Texts

@testable import ConfigurationFile

@Suite struct SecureAddressTests {
  @Test(arguments: [
    "https://api.fortnox.se/3", "HTTPS://x.example", "http://127.0.0.1:8080/3", "http://localhost:9",
    "http://[::1]:8080/",
    "http://127.1.2.3",
  ])
  func allows(text: String) throws { #expect(try SecureAddress.check(text).get().absoluteString == text) }

  @Test(arguments: ["wss://ws.fortnox.se/topics-v1", "ws://127.0.0.1:8081/fortnox/topics-v1", "WSS://x.example"])
  func allowsWebsockets(text: String) throws {
    #expect(try SecureAddress.check(text, "ws").get().absoluteString == text)
    #expect(throws: SecureAddress.Refusal.self) { try SecureAddress.check(text).get() }
  }

  @Test(arguments: ["ws://ws.fortnox.se/topics-v1", "https://ws.fortnox.se/topics-v1", "http://127.0.0.1/"])
  func refusesWebsocketsThatAreNotSafeOrNone(text: String) {
    guard case .failure(let refusal) = SecureAddress.check(text, "ws") else {
      return #expect(Bool(false), "was allowed")
    }
    #expect(refusal == .isInsecure(scheme: "ws"))
    #expect(refusal.text(of: "x") == ConfigurationTexts.addressIsInsecure("x", scheme: "ws"))
  }

  @Test(arguments: [
    ("http://api.fortnox.se/3", "config.insecureURL"), ("ftp://127.0.0.1/", "config.insecureURL"),
    ("http://127.evil.example.com", "config.insecureURL"), ("http://localhost.example.com", "config.insecureURL"),
    ("http://127.0.0.1.example.com", "config.insecureURL"), ("http://0.0.0.0/", "config.insecureURL"),
    ("api.fortnox.se", "config.badValue"), ("https://", "config.badValue"), ("/3", "config.badValue"),
    ("https://me:secret@x.example", "config.badValue"), ("https://x.example/3?key=1", "config.badValue"),
    ("https://x.example/#a", "config.badValue"),
  ])
  func refuses(text: String, code: String) {
    #expect(throws: SecureAddress.Refusal.self) { try SecureAddress.check(text).get() }
    if case .failure(let refusal) = SecureAddress.check(text) {
      #expect(refusal.code.name == code)
      #expect(!refusal.text(of: "x").english.contains("secret"))
    }
  }
}
