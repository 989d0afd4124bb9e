import Foundation

/// A few threads that do the same work side by side.
enum Workers {
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
