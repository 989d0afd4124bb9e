import Synchronization

/// How long a name waits after passwords that were wrong: a second after the third, and twice as long after each further one. Names that
/// nobody has wait as others do.
final class LoginDelays: Sendable {
  private struct Entry {
    var failures: Int
    var last: Duration
    /// No password is looked at before.
    var until: Duration
  }

  private let clock: PageClock
  private let entries = Mutex<[SecretDigest: Entry]>([:])

  init(_ clock: PageClock) { self.clock = clock }

  /// Seconds that are left to wait, rounded up; nil for who may try.
  func wait(of name: String) -> Int? {
    let now = clock.elapsed()
    return entries.withLock { entries in
      guard let until = entries[SecretDigest(of: name)]?.until, until > now else { return nil }
      let left = until - now
      return Int(left.components.seconds) + (left.components.attoseconds > 0 ? 1 : 0)
    }
  }

  func failed(_ name: String) {
    let now = clock.elapsed()
    entries.withLock { entries in
      if entries.count >= LoginLimits.delayedNames { Self.removeOld(&entries, now) }
      let digest = SecretDigest(of: name)
      var entry = entries[digest] ?? Entry(failures: 0, last: now, until: now)
      if now - entry.last >= LoginLimits.failuresAreKept { entry.failures = 0 }
      entry.failures += 1
      entry.last = now
      let doublings = entry.failures - LoginLimits.freeFailures - 1
      entry.until = doublings < 0 ? now : now + min(.seconds(1 << min(doublings, 20)), LoginLimits.longestDelay)
      entries[digest] = entry
    }
  }

  func succeeded(_ name: String) { entries.withLock { $0[SecretDigest(of: name)] = nil } }

  /// What is forgotten first failed longest ago: who fills the list with names does not free the one that is tried.
  private static func removeOld(_ entries: inout [SecretDigest: Entry], _ now: Duration) {
    entries = entries.filter { now - $0.value.last < LoginLimits.failuresAreKept }
    guard entries.count >= LoginLimits.delayedNames else { return }
    let kept = entries.sorted { ($0.value.failures, $0.value.last) > ($1.value.failures, $1.value.last) }
    entries = Dictionary(uniqueKeysWithValues: kept.prefix(LoginLimits.delayedNames / 2).map { ($0.key, $0.value) })
  }
}
