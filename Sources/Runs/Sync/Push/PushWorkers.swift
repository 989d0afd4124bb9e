import Foundation

/// A few threads that push customers side by side.
enum PushWorkers {
  /// Requests in flight at once: enough to use the whole pace of a system that answers in a few hundred milliseconds.
  static let count = 4

  /// Runs `work` on that many threads and waits for all of them.
  static func run(_ count: Int, _ work: @escaping @Sendable () -> Void) {
    let done = DispatchGroup()
    for index in 0..<count {
      done.enter()
      let thread = Thread {
        work()
        done.leave()
      }
      thread.name = "push \(index)"
      thread.stackSize = 4 << 20
      thread.start()
    }
    done.wait()
  }
}
