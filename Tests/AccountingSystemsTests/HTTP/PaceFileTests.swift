import AccountingSystems
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("The pace goes on in the next process")
struct PaceFileTests {
  /// A clock that stands still until somebody sleeps by it.
  private final class StandingClock: Sendable {
    let time = Mutex(1000.0)
    var clock: PacingClock {
      PacingClock(
        now: { self.time.withLock { $0 } }, date: { self.time.withLock { $0 + 1_700_000_000 } },
        sleep: { seconds in self.time.withLock { $0 += seconds } })
    }
  }

  private func send(_ count: Int, by pacer: RequestPacer) throws {
    for _ in 0..<count { pacer.left(try pacer.wait(cancellation: Cancellation()), after: 0) }
  }

  @Test("what one process sent counts against the next one's quota until the window is over")
  func counts() throws {
    let folder = try TemporaryFolder()
    let time = StandingClock()
    let file = PaceFile(path: folder.file("pace"))
    let first = RequestPacer(requests: 5, seconds: 10, clock: time.clock)
    try send(3, by: first)
    file.store(first)
    time.time.withLock { $0 += 4 }
    let second = RequestPacer(requests: 5, seconds: 10, clock: time.clock)
    file.load(into: second)
    try send(2, by: second)
    #expect(time.time.withLock { $0 } == 1004)
    try send(1, by: second)
    #expect(time.time.withLock { $0 } > 1010)
    #expect(time.time.withLock { $0 } < 1011)
  }

  @Test("a window that is over, a clock set back, a missing and a broken file hold nothing back")
  func holdsNothingBack() throws {
    let folder = try TemporaryFolder()
    for text in ["1699990000\n1699990001\n", "1800000000\n1800000001\n", "what\n?", nil] {
      let time = StandingClock()
      let path = folder.file("pace")
      try? FileManager.default.removeItem(atPath: path)
      if let text { try text.write(toFile: path, atomically: true, encoding: .utf8) }
      let pacer = RequestPacer(requests: 2, seconds: 10, clock: time.clock)
      PaceFile(path: path).load(into: pacer)
      try send(2, by: pacer)
      #expect(time.time.withLock { $0 } == 1000)
    }
  }
}
