import Foundation
import TestSupport
import Testing

@testable import HTTP

@Suite("Requests leave evenly, so that no way of counting refuses one")
struct EvenPaceTests {
  /// Lets that many requests leave, in turns by several pacers, and tells when they arrive.
  private func arrivals(_ count: Int, by pacers: [RequestPacer], _ time: SimulatedClock, seed: UInt64) throws
    -> [Double]
  {
    var random = SeededGenerator(seed)
    var arrivals: [Double] = []
    for index in 0..<count {
      let pacer = pacers[index % pacers.count]
      let slot = try pacer.wait(cancellation: Cancellation())
      arrivals.append(time.now + Double.random(in: 0.02..<0.03, using: &random))
      let answered = time.now + Double.random(in: 0.05..<0.4, using: &random)
      time.plan(at: answered) { pacer.left(slot, after: 0) }
    }
    return arrivals
  }

  @Test(
    "Both quotas are used to 95% and no request is refused, however the server counts and whenever its window begins",
    arguments: [(25, 5.0), (600, 60.0)])
  func neverRefused(quota: (requests: Int, seconds: Double)) throws {
    let time = SimulatedClock()
    let pacer = RequestPacer(requests: quota.requests, seconds: quota.seconds, clock: time.clock)
    let times = try arrivals(max(quota.requests * 3, 300), by: [pacer], time, seed: 3)
    for counting in CountingServer.Counting.allCases {
      for phase in 0..<50 {
        var server = CountingServer(
          counting, quota: quota.requests, window: quota.seconds, phase: 1000 - quota.seconds * Double(phase) / 50)
        server.take(times)
        #expect(server.refused == 0, "\(counting): the window begins \(phase) fiftieths before the first request")
      }
    }
    let seconds = times.max()! - times.min()!
    let allowed = seconds * Double(quota.requests) / quota.seconds
    #expect(Double(times.count - 1) >= allowed * 0.95)
  }

  @Test("a server that counts approximately refuses bursts that one with a sliding window lets through")
  func burstsAreRefused() {
    var bursts: [Double] = []
    for second in 0..<10 { for _ in 0..<5 { bursts.append(1000 + Double(second)) } }
    var sliding = CountingServer(.sliding, quota: 25, window: 5, phase: 998.5)
    sliding.take(bursts)
    #expect(sliding.refused == 0)
    var approximate = CountingServer(.approximate, quota: 25, window: 5, phase: 998.5)
    approximate.take(bursts)
    #expect(approximate.refused > 0)
  }

  @Test(
    "processes that share a file spend one quota, whichever asks first", arguments: CountingServer.Counting.allCases)
  func isSharedByProcesses(counting: CountingServer.Counting) throws {
    let folder = try TemporaryFolder()
    let time = SimulatedClock()
    let pacers = (0..<24).map { _ in
      RequestPacer(
        requests: 25, seconds: 5, clock: time.clock, pace: .file(folder.file("shared.pace"), clock: time.clock))
    }
    let times = try arrivals(300, by: pacers, time, seed: 5)
    var server = CountingServer(counting, quota: 25, window: 5, phase: 999.2)
    server.take(times)
    #expect(server.refused == 0)
    let seconds = times.max()! - times.min()!
    #expect(299 / seconds >= 5 * 0.95)
  }

  @Test("who sleeps into the moments of others takes another one, but not for ever")
  func latecomersWait() throws {
    let time = SimulatedClock()
    // A sleep takes a second longer than it should.
    let slow = PacingClock(now: time.clock.now, date: time.clock.date, sleep: { time.pass($0 + 1) })
    let pacer = RequestPacer(requests: 25, seconds: 5, clock: slow)
    var times: [Double] = []
    for _ in 0..<20 {
      let slot = try pacer.wait(cancellation: Cancellation())
      times.append(time.now)
      pacer.left(slot, after: 0)
    }
    #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= 0.2 })
    #expect(times.last! - times.first! < 60)
  }
}
