import Dispatch
import Foundation
import Synchronization

/// Fetches records one by one, several at once: where a list gives no whole records, the way to the system and back would
/// otherwise be the pace, not what the system allows.
enum ParallelFetch {
  struct Outcome: Sendable {
    /// What was fetched, in the order of the ids; those that are gone are left out.
    var records: [RemoteCustomer]
    /// Why not all were fetched; nil when they were.
    var failure: APIFailure?
  }

  /// Fetches all, or until one fails; what others had fetched by then is kept.
  static func records(
    of ids: [String], workers: Int, fetch: @escaping @Sendable (String) throws(APIFailure) -> RemoteCustomer?
  ) -> Outcome {
    let work = Work(ids: ids)
    let done = DispatchGroup()
    for _ in 0..<max(1, min(workers, ids.count)) {
      done.enter()
      Thread {
        while let (place, id) = work.next() {
          do throws(APIFailure) {
            work.finish(place, try fetch(id))
          } catch {
            work.fail(error)
          }
        }
        done.leave()
      }.start()
    }
    done.wait()
    return work.outcome
  }

  /// What the workers share.
  private final class Work: Sendable {
    private struct State {
      var next = 0
      var records: [RemoteCustomer?]
      var failure: APIFailure?
    }

    private let ids: [String]
    private let state: Mutex<State>

    init(ids: [String]) {
      self.ids = ids
      state = Mutex(State(records: Array(repeating: nil, count: ids.count)))
    }

    func next() -> (place: Int, id: String)? {
      state.withLock { state in
        guard state.failure == nil, state.next < ids.count else { return nil }
        defer { state.next += 1 }
        return (state.next, ids[state.next])
      }
    }

    func finish(_ place: Int, _ record: RemoteCustomer?) { state.withLock { $0.records[place] = record } }

    /// The first failure is the cause; later ones are its company.
    func fail(_ failure: APIFailure) { state.withLock { $0.failure = $0.failure ?? failure } }

    var outcome: Outcome { state.withLock { Outcome(records: $0.records.compactMap(\.self), failure: $0.failure) } }
  }
}
