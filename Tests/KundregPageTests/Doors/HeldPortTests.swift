import CustomerModel
import Foundation
import NIOCore
import NIOPosix
import Testing

@testable import KundregPage

/// Not to be tried on a computer without `::1`.
@Suite(.enabled(if: Loopback.hasBothAddresses)) struct HeldPortTests {
  @Test(arguments: [("127.0.0.1", "::1"), ("::1", "127.0.0.1"), ("127.0.0.1", "::")], [0, 1])
  func nobodyListensThere(places: (page: String, other: String), reuse: Int) throws {
    let held = try #require(try HeldPort.beside(places.page, port: 0))
    #expect(throws: IOError.self) { try Loopback.listen(places.other, held.port, reuse: reuse) }
    withExtendedLifetime(held) {}
  }

  /// The page itself still can, at its own address.
  @Test(arguments: ["127.0.0.1", "::1"]) func thePageListensBesideIt(page: String) throws {
    let held = try #require(try HeldPort.beside(page, port: 0))
    #expect(try Loopback.listen(page, held.port) == held.port)
    withExtendedLifetime(held) {}
  }

  @Test(arguments: [("127.0.0.1", "::1"), ("::1", "127.0.0.1")])
  func whoIsThereAlreadyIsTold(page: String, other: String) throws {
    let listener = try Loopback.bind(other, 0)
    let port = try #require(listener.localAddress?.port)
    #expect(#expect(throws: KundregError.self) { try HeldPort.beside(page, port: port) }?.code == "page.cannotListen")
    try listener.close().wait()
    #expect(try HeldPort.beside(page, port: port)?.port == port)
  }

  @Test func isFreeAfterwards() throws {
    let port = try #require(try HeldPort.beside("127.0.0.1", port: 0)).port
    #expect(try Loopback.listen("::1", port) == port)
  }
}
