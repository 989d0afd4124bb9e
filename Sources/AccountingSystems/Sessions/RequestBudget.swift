import Synchronization

/// How many requests one run may send, so that a company with much to do does not use up the time that others wait for.
///
/// A list that was cut would be worth nothing: its pages are sent in any case. They count, but they leave some requests
/// for what follows, so that every run gets on.
package final class RequestBudget: Sendable {
  /// The smallest budget.
  package static let minimum = 10
  /// What pages leave at least.
  private static let besidePages = 6
  /// What is kept for one customer's push: looking it up, what its creation refers to, sending it, and one to spare.
  static let ofACustomer = 4

  private struct State {
    var pages = 0
    var others = 0
    /// Kept for customers whose pushes are under way.
    var claimed = 0
    /// Pages that are still to come after what is fetched.
    var pagesToCome = 0
    /// What is fetched leaves for one customer's push.
    var kept = RequestBudget.ofACustomer
    /// How many requests besides pages there are at least.
    var floor = RequestBudget.besidePages
  }

  private let limit: Int?
  private let state = Mutex(State())

  /// - Parameter limit: nil for as many as it takes; at least ``minimum``.
  package init(_ limit: Int? = nil) { self.limit = limit.map { max($0, Self.minimum) } }

  package var isLimited: Bool { limit != nil }

  /// Counts a request. False when it may not be sent.
  func take(isPage: Bool) -> Bool {
    state.withLock { state in
      if isPage {
        state.pages += 1
        return true
      }
      guard state.others < room(state) - state.kept else { return false }
      state.others += 1
      return true
    }
  }

  /// Counts in advance the page of a list that is read after all else was fetched.
  package func expectPage() { state.withLock { $0.pagesToCome = 1 } }

  /// Begins the part of the run that sends.
  package func beginPushing() {
    state.withLock { state in
      state.pagesToCome = 0
      state.kept = 0
      // Also where pages came last, more of them than were counted in advance: otherwise nothing might ever be sent.
      state.floor = max(state.floor, state.others + Self.ofACustomer)
    }
  }

  /// Keeps what one customer's push takes. False when so much is not left, so that none is begun that cannot be finished.
  package func claimCustomer() -> Bool {
    state.withLock { state in
      guard state.others + state.claimed + Self.ofACustomer <= room(state) else { return false }
      state.claimed += Self.ofACustomer
      return true
    }
  }

  package func releaseCustomer() { state.withLock { $0.claimed -= Self.ofACustomer } }

  private func room(_ state: State) -> Int {
    limit.map { max($0 - state.pages - state.pagesToCome, state.floor) } ?? .max
  }
}
