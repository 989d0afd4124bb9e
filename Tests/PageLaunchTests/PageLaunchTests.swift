import CustomerModel
import Testing
import Texts

@testable import PageLaunch

@Suite struct PageLaunchTests {
  private func launch(
    host: String? = nil, port: Int? = nil, socket: String? = nil, origin: String? = nil
  ) throws -> PageLaunch {
    try PageLaunch(
      register: "/r.db", user: "anna", language: .swedish, host: host, port: port, socket: socket, origin: origin)
  }

  private func code(_ body: () throws -> PageLaunch) -> String? {
    #expect(throws: KundregError.self) { try body() }?.code
  }

  @Test func listensOnLoopbackUnlessSaid() throws {
    let launch = try launch()
    #expect(launch.door == .loopback(host: "127.0.0.1", port: 8481))
    #expect(launch.origin == nil)
  }

  @Test(arguments: [
    ("127.0.0.1", "127.0.0.1"), ("::1", "::1"), ("[::1]", "::1"), ("localhost", "127.0.0.1"),
    ("LOCALHOST", "127.0.0.1"),
  ])
  func namesOfThisComputerAreTaken(host: String, address: String) throws {
    #expect(try launch(host: host, port: 0).door == .loopback(host: address, port: 0))
  }

  /// Browsers lead the page's own name to 127.0.0.1 and `::1` only: whoever listens there would be sent the link.
  @Test(arguments: ["127.0.0.5", "127.8.9.10", "127.1.0.1"]) func otherAddressesNeedAnOrigin(host: String) throws {
    #expect(code { try launch(host: host) } == "page.origin")
    #expect(
      try launch(host: host, origin: "http://\(host):8481").door == .loopback(host: host, port: 8481))
  }

  @Test(arguments: [
    "0.0.0.0", "::", "192.168.1.5", "kunder.example.se", "", "127.0.0.1.example.se", "127.1", "127.0.0.256",
    "127.0.0.+1", "localhost.example.se", "xlocalhost", "::ffff:127.0.0.1", "x.localhost", "[127.0.0.1]", "[::1",
    "::1]",
  ])
  func whatOthersReachIsRefused(host: String) { #expect(code { try launch(host: host) } == "page.hostOpen") }

  @Test(arguments: [-1, 65_536]) func portsThatAreNoneAreRefused(port: Int) {
    #expect(code { try launch(port: port) } == "page.port")
  }

  @Test func aSocketNeedsAnOriginAndNoPort() throws {
    #expect(code { try launch(socket: "/run/k.sock") } == "page.origin")
    #expect(code { try launch(port: 1, socket: "/run/k.sock", origin: "https://k.se") } == "page.doors")
    #expect(code { try launch(host: "::1", socket: "/run/k.sock", origin: "https://k.se") } == "page.doors")
    #expect(try launch(socket: "/run/k.sock", origin: "https://k.se").door == .socket(path: "/run/k.sock"))
  }

  @Test func theArgumentIsReadAsItWasWritten() throws {
    for launch in [try launch(), try launch(socket: "/tmp/å \"s\".sock", origin: "https://k.se:8443")] {
      #expect(try PageLaunch(argument: launch.argument) == launch)
    }
  }

  /// Whoever starts the serving program by hand opens no door that `kundreg serve` would not.
  @Test(arguments: [
    ("127.0.0.1", "0.0.0.0", "page.hostOpen"), ("127.0.0.1", "::", "page.hostOpen"),
    ("127.0.0.1", "kunder.example.se", "page.hostOpen"), ("127.0.0.1", "127.0.0.5", "page.origin"),
    ("8481", "70000", "page.port"),
  ])
  func anArgumentOpensNoOtherDoors(written: String, other: String, code: String) throws {
    let argument = try launch().argument
    #expect(argument.contains(written))
    #expect(self.code { try PageLaunch(argument: argument.replacing(written, with: other)) } == code)
  }

  @Test func anArgumentMakesNoReadableOrigin() throws {
    let argument = try launch(socket: "/run/k.sock", origin: "https://k.se").argument
    for (written, other) in [("true", "false"), ("k.se\"", "k.se/x\"")] {
      #expect(argument.contains(written))
      #expect(code { try PageLaunch(argument: argument.replacing(written, with: other)) } == "page.origin")
    }
  }

  @Test(arguments: [nil, "", "{}", "--port"]) func anythingElseIsStartedByHand(argument: String?) {
    #expect(code { try PageLaunch(argument: argument) } == "page.byHand")
  }
}
