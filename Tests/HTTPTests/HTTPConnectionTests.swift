import Foundation
import TestSupport
import Testing
import Texts

@testable import HTTP

/// What the environment and the certificates have to say. Those who change the environment have a process of their own.
@Suite struct HTTPConnectionTests {
  @Test func goesThroughTheProxyOfTheEnvironment() async throws {
    await #expect(processExitsWith: .success) {
      let proxy = try RawHTTPServer { _, _ in .answerAndClose("HTTP/1.1 403 Forbidden\r\n\r\n") }
      setenv("https_proxy", proxy.url, 1)
      unsetenv("no_proxy")
      unsetenv("NO_PROXY")
      let request = HTTPRequest(.put, "https://kundreg.invalid/a", headers: [("X", "secret")], body: [65])
      let failure = #expect(throws: HTTPFailure.self) { try HTTPClient().send(request) }
      guard case .notSent = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
      #expect(proxy.received.first?.head.first == "CONNECT kundreg.invalid:443 HTTP/1.1")
      #expect(proxy.received.first?.header("X") == nil)
    }
  }

  @Test func goesAroundTheProxyWhereTheEnvironmentSaysSo() async throws {
    await #expect(processExitsWith: .success) {
      let proxy = try RawHTTPServer { _, _ in .answerAndClose("HTTP/1.1 403 Forbidden\r\n\r\n") }
      setenv("https_proxy", proxy.url, 1)
      setenv("no_proxy", "kundreg.invalid", 1)
      let client = HTTPClient(timeouts: HTTPClient.Timeouts(connect: 2, stall: 30, whole: 2))
      #expect(throws: HTTPFailure.self) { try client.send(HTTPRequest(.get, "https://kundreg.invalid/a")) }
      #expect(proxy.received.isEmpty)
    }
  }

  @Test func goesToThisComputerWithoutProxy() async throws {
    await #expect(processExitsWith: .success) {
      let proxy = try RawHTTPServer { _, _ in .answer(rawAnswer(502)) }
      let server = try RawHTTPServer { _, _ in .answer(rawAnswer(200)) }
      for name in ["http_proxy", "https_proxy", "all_proxy"] { setenv(name, proxy.url, 1) }
      #expect(try HTTPClient().send(HTTPRequest(.get, server.url + "/")).status == 200)
      #expect(proxy.opened == 0)
    }
  }

  private static let openSSL = "/usr/bin/openssl"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: openSSL)))
  func trustsNoCertificateThatNobodyVouchesFor() throws {
    let server = try TLSServer(openSSL: Self.openSSL)
    defer { server.stop() }
    let client = HTTPClient()
    var failure: HTTPFailure?
    // Until the server listens.
    for _ in 0..<100 where failure?.isConnection != false {
      failure = #expect(throws: HTTPFailure.self) {
        try client.send(HTTPRequest(.post, "https://127.0.0.1:\(server.port)/a?secret", body: [65]))
      }
      if failure?.isConnection == true { usleep(50_000) }
    }
    #expect(
      failure
        == .notSent(
          HTTPTexts.located("POST 127.0.0.1:\(server.port)/a", HTTPTexts.untrustedCertificate)))
  }
}

extension HTTPFailure {
  fileprivate var isConnection: Bool {
    guard case .notSent(let text) = self else { return false }
    return text.english.hasSuffix(HTTPTexts.notConnected.english)
  }
}
