import Runs
import Synchronization
import Texts

/// Who is logged in. Kept in memory only: a restart logs everybody out.
final class Sessions: Sendable {
  private struct Entry {
    var session: Session
    let begun: Duration
    var used: Duration
  }

  private let clock: PageClock
  private let entries = Mutex<[SecretDigest: Entry]>([:])

  init(_ clock: PageClock) { self.clock = clock }

  /// Begins a session, always with a token of its own: one that a browser brought along is never taken over.
  ///
  /// - Parameter password: which password it begins with; nil for a link.
  func begin(
    for user: String, from address: String, browser: String, password: PasswordMark? = nil
  ) -> (token: Secret, session: Session) {
    let token = Secret()
    let session = Session(user: user, at: clock.now(), address: address, browser: browser, password: password)
    let now = clock.elapsed()
    entries.withLock { entries in
      Self.removeOld(&entries, now)
      let own = entries.filter { $0.value.session.user == user }
      if own.count >= LoginLimits.sessionsOfUser, let least = own.min(by: { $0.value.used < $1.value.used }) {
        entries[least.key] = nil
      }
      entries[token.digest] = Entry(session: session, begun: now, used: now)
    }
    return (token, session)
  }

  /// The session of a token, which is used by that; nil for one that ended, or never was.
  func use(_ token: String) -> Session? {
    let digest = Secret(text: token).digest
    let (now, moment) = (clock.elapsed(), clock.now())
    return entries.withLock { entries in
      Self.removeOld(&entries, now)
      guard var entry = entries[digest] else { return nil }
      entry.used = now
      entry.session = entry.session.used(at: moment)
      entries[digest] = entry
      return entry.session
    }
  }

  /// All of a user, the one that was used last first.
  func all(of user: String) -> [Session] {
    let now = clock.elapsed()
    return entries.withLock { entries in
      Self.removeOld(&entries, now)
      return entries.values.filter { $0.session.user == user }.sorted { $0.used > $1.used }.map(\.session)
    }
  }

  /// Ends one of a user's sessions. False when the user has none of that name.
  func end(_ id: String, of user: String) -> Bool {
    entries.withLock { entries in
      guard let place = entries.first(where: { $0.value.session.id == id && $0.value.session.user == user }) else {
        return false
      }
      entries[place.key] = nil
      return true
    }
  }

  func choose(_ language: Language, in id: String) {
    entries.withLock { entries in
      for (key, entry) in entries where entry.session.id == id {
        entries[key]?.session = entry.session.choosing(language)
      }
    }
  }

  private static func removeOld(_ entries: inout [SecretDigest: Entry], _ now: Duration) {
    entries = entries.filter { _, entry in
      now - entry.begun < LoginLimits.session && now - entry.used < LoginLimits.idle
    }
  }
}
