import Foundation
import Testing

@testable import KundregPage

@Suite struct AuditLogTests {
  private let time = Mutable(Duration.zero)
  private let lines = Mutable<[String]>([])
  private let log: AuditLog

  init() {
    let (time, lines) = (time, lines)
    let clock = PageClock(elapsed: { time.value }, now: { Date(timeIntervalSince1970: 0) })
    log = AuditLog(clock) { line in lines.change { $0.append(line) } }
  }

  private func pass(_ seconds: Int) { time.change { $0 += .seconds(seconds) } }

  private static let refused = "refused: name of another page, from=127.0.0.1"

  @Test func whatAnybodyCausesIsWrittenOnceAMinute() {
    for _ in 0..<1000 { log.keep(.wrongHost(address: "127.0.0.1")) }
    pass(59)
    log.keep(.wrongHost(address: "127.0.0.1"))
    #expect(lines.value == [Self.refused])
    pass(1)
    log.keep(.wrongHost(address: "127.0.0.1"))
    #expect(lines.value == [Self.refused, Self.refused + " more=1000"])
    pass(60)
    log.keep(.wrongHost(address: "127.0.0.1"))
    #expect(lines.value.last == Self.refused)
  }

  @Test func otherKindsAndAddressesHaveLinesOfTheirOwn() {
    let events: [AuditEvent] = [
      .wrongHost(address: "127.0.0.1"), .wrongHost(address: "127.0.0.2"), .foreignForm(address: "127.0.0.1"),
      .loginFailed(address: "127.0.0.1"), .wrongPassword(address: "127.0.0.1"), .passwordTooSoon(address: "127.0.0.1"),
      .tooManyPasswords(address: "127.0.0.1"),
    ]
    for event in events + events { log.keep(event) }
    #expect(lines.value == events.map(\.line))
    #expect(Set(lines.value).count == events.count)
  }

  /// Whoever came in is in the log each time.
  @Test func whatUsersDoIsAlwaysWritten() {
    let events: [AuditEvent] = [
      .login(user: "eva", session: "s1", address: ""), .logout(user: "eva", session: "s1", address: ""),
      .sessionEnded(user: "eva", session: "s1", address: ""),
    ]
    for event in events + events { log.keep(event) }
    #expect(lines.value == (events + events).map(\.line))
  }

  @Test func manyAddressesTakeNoMemory() {
    for number in 0..<5000 { log.keep(.wrongHost(address: "\(number)")) }
    #expect(lines.value.count == 5000)
    log.keep(.wrongHost(address: "4999"))
    #expect(lines.value.count == 5000)
  }
}
