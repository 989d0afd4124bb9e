import Dispatch
import Synchronization

/// Hands values from one thread to another, at most `capacity` of them waiting, so that a fast reader cannot fill the
/// memory ahead of a slow writer. A large value takes the room of several.
final class BoundedQueue<Element: Sendable>: Sendable {
  private struct State {
    var waiting: [(element: Element, size: Int)] = []
    var isClosed = false
    var failure: (any Error)?
  }

  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let free = DispatchSemaphore(value: 0)
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    // Signalled up from 0: a semaphore that ends below its first value stops the program.
    for _ in 0..<capacity { free.signal() }
  }

  /// How many values wait for the taker.
  var count: Int { state.withLock { $0.waiting.count } }

  /// Waits for room and adds a value. Returns false when the taker has gone: nothing more is wanted.
  ///
  /// - Parameter size: how many values' room it takes; one that is larger than the queue waits until it is empty.
  func put(_ element: Element, size: Int = 1) -> Bool {
    let size = min(max(size, 1), capacity)
    // Only one thread puts, so that none waits for room that another has taken half of.
    for _ in 0..<size { free.wait() }
    let isWanted = state.withLock { state in
      if !state.isClosed { state.waiting.append((element, size)) }
      return !state.isClosed
    }
    filled.signal()
    return isWanted
  }

  /// Tells the taker that no more values come, and why when they ended early.
  func finish(throwing failure: (any Error)? = nil) {
    state.withLock { state in
      state.isClosed = true
      state.failure = failure
    }
    filled.signal()
  }

  /// Waits for a value. Nil when there are no more.
  func take() throws -> Element? {
    filled.wait()
    return try state.withLock { state in
      guard state.waiting.isEmpty else {
        let (element, size) = state.waiting.removeFirst()
        for _ in 0..<size { free.signal() }
        return element
      }
      if let failure = state.failure { throw failure }
      return nil
    }
  }

  /// Called by the taker when it wants no more: a waiting `put` returns.
  func cancel() {
    state.withLock { $0.isClosed = true }
    for _ in 0..<capacity { free.signal() }
  }
}
