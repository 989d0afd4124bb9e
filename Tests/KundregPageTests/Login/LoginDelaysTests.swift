import Foundation
import Testing

@testable import KundregPage

@Suite struct LoginDelaysTests {
  private let time = Mutable(Duration.zero)
  private let delays: LoginDelays

  init() {
    let time = time
    delays = LoginDelays(PageClock(elapsed: { time.value }, now: { Date(timeIntervalSince1970: 0) }))
  }

  /// Fails as often as that, each time as soon as the name may try, and returns how long it waited before each try and after the
  /// last.
  private func waits(_ name: String, failures: Int) -> [Int] {
    (0..<failures).map { _ in
      delays.failed(name)
      let wait = delays.wait(of: name) ?? 0
      time.change { $0 += .seconds(wait) }
      return wait
    }
  }

  @Test func growToAQuarterOfAnHour() {
    #expect(waits("eva", failures: 15) == [0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
  }

  @Test func areOfOneNameOnly() {
    _ = waits("eva", failures: 5)
    delays.failed("eva")
    #expect(delays.wait(of: "eva") != nil)
    #expect(delays.wait(of: "Eva") == nil)
  }

  @Test func endWithSuccess() {
    _ = waits("eva", failures: 5)
    delays.succeeded("eva")
    #expect(waits("eva", failures: 3) == [0, 0, 1])
  }

  @Test func endAfterADayWithoutFailure() {
    _ = waits("eva", failures: 5)
    time.change { $0 += .seconds(24 * 60 * 60) }
    #expect(waits("eva", failures: 3) == [0, 0, 1])
  }

  /// Who tries many names does not free the one that is tried most.
  @Test func stayWhenTheListIsFilled() {
    _ = waits("eva", failures: 8)
    delays.failed("eva")
    for number in 0..<(LoginLimits.delayedNames + 10) { delays.failed("name \(number)") }
    #expect(delays.wait(of: "eva") != nil)
  }
}
