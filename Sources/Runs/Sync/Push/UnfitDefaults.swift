import AccountingSystems
import RegisterStore
import Texts

/// What of the configuration's `defaults` keeps new customers out, found in one run: told once, with how many.
struct UnfitDefaults {
  private struct Place: Hashable {
    let key: String
    let value: String?
  }

  private var found: [Place: (unfit: UnfitDefault, count: Int)] = [:]
  /// The names of what the system took with a new customer.
  private var taken: Set<String> = []

  mutating func add(_ unfit: UnfitDefault) {
    let place = Place(key: unfit.key, value: unfit.value)
    found[place] = (found[place]?.unfit ?? unfit, (found[place]?.count ?? 0) + 1)
  }

  /// Notes what a new customer got that the system took.
  mutating func prove(_ defaults: [String: String]) {
    taken.formUnion(defaults.keys)
  }

  /// What keeps out any customer that is created by a request; nil for nothing that is known.
  func first(of request: PreparedRequest) -> UnfitDefault? {
    found.values.map(\.unfit).first { $0.holdsForAll && $0.value != nil && request.defaults[$0.key] == $0.value }
  }

  /// All of them by their names, with how many customers each keeps out.
  var all: [(unfit: UnfitDefault, count: Int)] {
    found.values.sorted { ($0.unfit.key, $0.unfit.value ?? "") < ($1.unfit.key, $1.unfit.value ?? "") }
  }

  /// What is known to be refused after the run.
  ///
  /// - Parameter before: what was known before it. What no new customer got in this run is no better for that.
  func known(after before: [RefusedDefault]) -> [RefusedDefault] {
    let now = all.compactMap { unfit, _ in
      unfit.value.map { RefusedDefault(key: unfit.key, value: $0, reason: unfit.message) }
    }
    return before.filter { known in
      !taken.contains(known.key) && !now.contains { $0.key == known.key }
    } + now
  }
}
