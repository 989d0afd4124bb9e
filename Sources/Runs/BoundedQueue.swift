import Dispatch
import Synchronization

/// Hands values from one thread to another, at most `capacity` of them waiting, so that a fast reader cannot fill the
/// memory ahead of a slow writer.
final class BoundedQueue<Element: Sendable>: Sendable {
  private struct State {
    var waiting: [Element] = []
    var isClosed = false
    var failure: (any Error)?
  }

  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let free = DispatchSemaphore(value: 0)

  init(capacity: Int) {
    // Signalled up from 0: a semaphore that ends below its first value stops the program.
    for _ in 0..<capacity { free.signal() }
  }

  /// How many values wait for the taker.
  var count: Int { state.withLock { $0.waiting.count } }

  /// Waits for room and adds a value. Returns false when the taker has gone: nothing more is wanted.
  func put(_ element: Element) -> Bool {
    free.wait()
    let isWanted = state.withLock { state in
      if !state.isClosed { state.waiting.append(element) }
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
        let element = state.waiting.removeFirst()
        free.signal()
        return element
      }
      if let failure = state.failure { throw failure }
      return nil
    }
  }

  /// Called by the taker when it wants no more: a waiting `put` returns.
  func cancel() {
    state.withLock { $0.isClosed = true }
    free.signal()
  }
}
