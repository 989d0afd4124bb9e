import Synchronization

/// The links that each make one session, once, within their time.
final class LoginLinks: Sendable {
  private struct Link {
    let digest: SecretDigest
    let user: String
    let made: Duration
  }

  private let clock: PageClock
  private let links = Mutex<[Link]>([])

  init(_ clock: PageClock) { self.clock = clock }

  /// A new link's key, for a user.
  func make(for user: String) -> Secret {
    let key = Secret()
    let made = clock.elapsed()
    links.withLock { links in
      if links.count >= LoginLimits.links { links.removeFirst() }
      links.append(Link(digest: key.digest, user: user, made: made))
    }
    return key
  }

  /// True when the key would make a session. Asking uses nothing up: a preview of the link may ask.
  func isOpen(_ key: String) -> Bool { take(key, keeps: true) != nil }

  /// Uses the key up, and returns for whom it was made; nil for a key that is used, too old or none.
  func use(_ key: String) -> String? { take(key, keeps: false) }

  private func take(_ key: String, keeps: Bool) -> String? {
    let digest = Secret(text: key).digest
    let now = clock.elapsed()
    return links.withLock { links in
      links.removeAll { now - $0.made >= LoginLimits.link }
      guard let place = links.firstIndex(where: { $0.digest == digest }) else { return nil }
      return keeps ? links[place].user : links.remove(at: place).user
    }
  }
}
