import NIOPosix
import Runs

/// Looks at one password after the other: each takes 64 MB for a moment.
struct PasswordDesk: Sendable {
  private let login: PasswordLogin
  private let door: RegisterDoor
  private let delays: LoginDelays
  private let waiting = RequestCount(most: LoginLimits.waitingPasswords)
  /// One for all: whatever is asked, one password is looked at.
  private static let thread = {
    let thread = NIOThreadPool(numberOfThreads: 1)
    thread.start()
    return thread
  }()

  init(_ login: PasswordLogin, _ door: RegisterDoor, _ clock: PageClock) {
    self.login = login
    self.door = door
    delays = LoginDelays(clock)
  }

  /// True when anybody could log in here.
  var isOpen: Bool {
    get async throws {
      try await NIOThreadPool.singleton.runIfActive {
        try door.requireCurrent()
        return try login.isPossible
      }
    }
  }

  /// Nobody types control characters. A name that the register would read otherwise than the delays do would be one that never waits.
  private static func isName(_ name: String) -> Bool {
    name.utf8.count <= LoginLimits.nameBytes && !name.utf8.contains { $0 < 0x20 || $0 == 0x7F }
  }

  /// - Throws: ``PageFault`` for a wrong password, for a name that has to wait, and when too many wait.
  func check(_ name: String, _ password: String) async throws -> PasswordMark {
    guard Self.isName(name), password.utf8.count <= LoginLimits.passwordBytes else { throw PageFault.wrongPassword }
    try mayTry(name)
    let mark = try await waiting.whileCounted { try await Self.thread.runIfActive { try look(name, password) } }
    guard let mark else { throw PageFault.tooMany }
    return mark
  }

  /// False for a session that began with a password which its user has no longer.
  func isHeld(_ session: Session) async throws -> Bool {
    guard let mark = session.password else { return true }
    return try await NIOThreadPool.singleton.runIfActive { try login.isCurrent(mark, of: session.user) }
  }

  /// Looks at a password whose turn it is. Whether the name waits is asked once more: the ones before it may have been wrong.
  private func look(_ name: String, _ password: String) throws -> PasswordMark {
    try mayTry(name)
    try door.requireCurrent()
    guard let mark = try login.mark(of: name, with: password) else {
      delays.failed(name)
      throw PageFault.wrongPassword
    }
    delays.succeeded(name)
    return mark
  }

  private func mayTry(_ name: String) throws {
    if let seconds = delays.wait(of: name) { throw PageFault.mustWait(seconds) }
  }
}
