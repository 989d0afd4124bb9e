import Dispatch
import Foundation
import Synchronization

/// Fetches records one by one, several at once: where a list gives no whole records, the way to the system and back would
/// otherwise be the pace, not what the system allows.
package enum ParallelFetch {
  package struct Outcome: Sendable {
    /// What was fetched, in the order of the ids; those that are gone are left out.
    package var records: [RemoteCustomer]
    /// The ids of those that are gone.
    package var gone: [String]
    /// Why not all were fetched; nil when they were.
    package var failure: APIFailure?
  }

  /// How many are fetched at once.
  package static let workers = 4
  /// How many are fetched before they are kept: whatever breaks then costs no more requests than these.
  package static let groupSize = 100

  /// Fetches all, or until one fails; what others had fetched by then is kept.
  package static func records(
    of ids: [String], workers: Int = workers,
    fetch: @escaping @Sendable (String) throws(APIFailure) -> RemoteCustomer?
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
    private enum Answer {
      case record(RemoteCustomer)
      case gone
    }

    private struct State {
      var next = 0
      /// In the order of the ids; nil for one that was not asked for, or not answered.
      var answers: [Answer?]
      var failure: APIFailure?
    }

    private let ids: [String]
    private let state: Mutex<State>

    init(ids: [String]) {
      self.ids = ids
      state = Mutex(State(answers: Array(repeating: nil, count: ids.count)))
    }

    func next() -> (place: Int, id: String)? {
      state.withLock { state in
        guard state.failure == nil, state.next < ids.count else { return nil }
        defer { state.next += 1 }
        return (state.next, ids[state.next])
      }
    }

    func finish(_ place: Int, _ record: RemoteCustomer?) {
      state.withLock { $0.answers[place] = record.map(Answer.record) ?? .gone }
    }

    /// The first failure is the cause; later ones are its company.
    func fail(_ failure: APIFailure) { state.withLock { $0.failure = $0.failure ?? failure } }

    var outcome: Outcome {
      state.withLock { state in
        var outcome = Outcome(records: [], gone: [], failure: state.failure)
        for (id, answer) in zip(ids, state.answers) {
          switch answer {
          case .record(let record): outcome.records.append(record)
          case .gone: outcome.gone.append(id)
          case nil: break
          }
        }
        return outcome
      }
    }
  }
}
