import Foundation
import Synchronization
import TestSupport
import Testing

@testable import HTTP

@Suite struct RequestPacerTests {
  /// The most arrivals in any window of that length.
  private func mostInAWindow(_ times: [Double], _ window: Double) -> Int {
    let times = times.sorted()
    var most = 0
    var first = 0
    for (index, time) in times.enumerated() {
      while time - times[first] >= window { first += 1 }
      most = max(most, index - first + 1)
    }
    return most
  }

  /// A server's view of a long run: requests that leave and arrive late, the first ones much later than the rest, because they
  /// wait for a connection; with so many under way at once as their answers take.
  @Test(arguments: [
    (25, 0.5, 0.0), (25, 0.5, 0.3), (25, 5.0, 0.05), (25, 5.0, 2.0), (600, 60.0, 0.1), (1, 0.2, 0.0),
  ])
  func staysJustUnderTheQuota(requests: Int, window: Double, firstConnection: Double) throws {
    let time = SimulatedClock()
    let pacer = RequestPacer(requests: requests, seconds: window, clock: time.clock)
    var random = SeededGenerator(7)
    var arrivals: [Double] = []
    let count = min(requests * 40, 3000)
    for index in 0..<count {
      let slot = try pacer.wait(cancellation: Cancellation())
      let connecting = index % (requests * 4) < 5 ? firstConnection : 0
      let network = Double.random(in: 0..<0.004, using: &random)
      let answering = Double.random(in: 0..<0.2, using: &random)
      arrivals.append(time.now + connecting + network)
      time.plan(at: time.now + connecting + network + answering) { pacer.left(slot, after: connecting) }
    }
    #expect(mostInAWindow(arrivals, window) <= requests)
    let allowed = Double(requests) / window
    // Evenly from the first on: there is no window's worth that leaves at once.
    let reached = Double(arrivals.count - 1) / (arrivals.max()! - arrivals.min()!)
    // Slow connections cost what they take, and no more.
    let lost = firstConnection * 10 / (Double(count / requests) * window)
    #expect(reached / allowed >= 0.95 - lost, "\(reached / allowed)")
  }

  @Test func isSharedByThreads() {
    let pacer = RequestPacer(requests: 10, seconds: 0.1)
    let times = Mutex<[Double]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      for _ in 0..<10 {
        guard let slot = try? pacer.wait(cancellation: Cancellation()) else { return }
        times.withLock { $0.append(pacer.clock.now()) }
        pacer.left(slot, after: nil)
      }
    }
    let left = times.withLock { $0 }
    #expect(left.count == 40)
    #expect(mostInAWindow(left, 0.1) <= 10)
  }

  @Test func countsNoRequestThatNeverLeft() throws {
    let time = SimulatedClock()
    let pacer = RequestPacer(requests: 2, seconds: 5, clock: time.clock)
    for _ in 0..<10 { pacer.neverLeft(try pacer.wait(cancellation: Cancellation())) }
    #expect(time.now == 1000)
  }

  @Test func countsARequestOfUnknownTimeFromItsEnd() throws {
    let time = SimulatedClock()
    let pacer = RequestPacer(requests: 1, seconds: 5, clock: time.clock)
    let slot = try pacer.wait(cancellation: Cancellation())
    time.pass(3)
    pacer.left(slot, after: nil)
    _ = try pacer.wait(cancellation: Cancellation())
    #expect(time.now >= 1008 && time.now < 1008.2)
  }

  @Test func holdsAllBackWhilePaused() throws {
    let time = SimulatedClock()
    let pacer = RequestPacer(requests: 1000, seconds: 5, clock: time.clock)
    pacer.pause(for: 7)
    pacer.pause(for: 2)
    for _ in 0..<3 { pacer.left(try pacer.wait(cancellation: Cancellation()), after: 0) }
    #expect(time.now >= 1007 && time.now < 1007.1)
  }

  @Test func holdsBackAThreadThatIsWaitingAlready() throws {
    let time = SimulatedClock()
    let pacer = RequestPacer(requests: 1, seconds: 5, clock: time.clock)
    pacer.left(try pacer.wait(cancellation: Cancellation()), after: 0)
    time.plan(at: 1002) { pacer.pause(for: 20) }
    _ = try pacer.wait(cancellation: Cancellation())
    #expect(time.now >= 1022 && time.now < 1022.1)
  }

  @Test func wakesUpWhenTheRunIsCancelled() throws {
    let time = SimulatedClock()
    let pacer = RequestPacer(requests: 1, seconds: 60, clock: time.clock)
    pacer.left(try pacer.wait(cancellation: Cancellation()), after: 0)
    let cancellation = Cancellation()
    time.plan(at: 1010) { cancellation.cancel() }
    #expect(throws: Cancellation.Requested()) { try pacer.wait(cancellation: cancellation) }
    #expect(time.now >= 1010 && time.now <= 1010.051)
  }

  @Test func givesNoSlotToACancelledRun() {
    let cancellation = Cancellation()
    cancellation.cancel()
    let pacer = RequestPacer(requests: 1, seconds: 60, clock: SimulatedClock().clock)
    #expect(throws: Cancellation.Requested()) { try pacer.wait(cancellation: cancellation) }
  }

  @Test func isOneForEachQuota() {
    let registry = PacerRegistry()
    let first = registry.pacer(quota: "fortnox a 1", requests: 25, seconds: 5)
    #expect(registry.pacer(quota: "fortnox a 1", requests: 1, seconds: 1) === first)
    #expect(registry.pacer(quota: "fortnox a 2", requests: 25, seconds: 5) !== first)
  }
}
