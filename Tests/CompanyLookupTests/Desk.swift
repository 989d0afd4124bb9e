import Foundation
import HTTP
import SwedishIdentity
import Synchronization
import TestSupport

@testable import CompanyLookup

/// A directory that asks a stand-in on loopback, with a clock that does not wait.
struct Desk {
  let server: LoopbackServer
  let directory: VIESDirectory
  private let time: Time

  /// Seconds that the directory waited.
  var waited: Double { time.passed }

  private final class Time: Sendable {
    private let seconds = Mutex(0.0)
    var passed: Double { seconds.withLock { $0 } }
    func pass(_ more: Double) { seconds.withLock { $0 += more } }
  }

  init(requests: Int = 1000, suffix: String = "", _ answer: @escaping @Sendable (Int, String) -> LoopbackServer.Answer)
    throws
  {
    server = try LoopbackServer(answer)
    let time = Time()
    self.time = time
    let clock = PacingClock(now: { time.passed }, date: { time.passed }, sleep: { time.pass($0) })
    guard let url = URL(string: server.url + suffix) else { throw URLError(.badURL) }
    directory = VIESDirectory(
      baseURL: url, sender: HTTPClient(timeouts: .init(connect: 5, stall: 5, whole: 10), maximumAnswer: 4096),
      pacer: RequestPacer(requests: requests, seconds: 10, clock: clock))
  }

  /// Reads a number that the test knows to be one.
  static func number(_ text: String) -> IdentityNumber {
    let read = Array(text.utf8).withUnsafeBufferPointer {
      IdentityNumber.read($0, today: CalendarDay(year: 2026, month: 11, day: 23))
    }
    guard case .success(let number) = read else { preconditionFailure("\(text) is no number") }
    return number
  }

  /// What came back, or why nothing did.
  func find(_ number: IdentityNumber = Desk.number("556677-8899")) -> Result<CompanyFacts?, LookupFailure> {
    Result { () throws(LookupFailure) in try directory.find(number) }
  }

  static func valid(_ name: String = "Exempel AB", _ address: String = #"STORGATAN 1 \n123 45 STORSTAD"#) -> String {
    """
    {"isValid": true, "requestDate": "2026-11-23T10:00:00.000Z", "userError": "VALID", "name": "\(name)",
     "address": "\(address)", "requestIdentifier": "", "originalVatNumber": "556677889901",
     "vatNumber": "556677889901", "viesApproximate": {"name": "---", "street": "---", "postalCode": "---"}}
    """
  }
}
