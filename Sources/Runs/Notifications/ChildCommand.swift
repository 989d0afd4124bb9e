import Foundation
import Glibc
import Texts

/// Another program, run once with an input and a limit of time.
///
/// What it prints goes to standard error: standard output carries results only. It runs in a process group of its own, so
/// that what it started is ended with it when the time is out.
struct ChildCommand {
  private let words: [String]
  private let environment: [String: String]

  init(_ words: [String], environment: [String: String]) {
    self.words = words
    self.environment = environment
  }

  /// - Returns: nil when it ended with status 0, otherwise what went wrong, as it ends a sentence.
  func run(input: [UInt8], timeout: Double) -> Text? {
    // A file, not a pipe: a command that never reads cannot hold us up.
    guard let file = Self.file(with: input) else {
      return NotificationTexts.noInput
    }
    defer { close(file) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, file, 0)
    posix_spawn_file_actions_adddup2(&actions, 2, 1)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    // This program ignores it; other programs count on it.
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    let arguments = words.map { strdup($0) }
    let variables = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let failure = posix_spawnp(&process, words[0], &actions, &attributes, arguments + [nil], variables + [nil])
    guard failure == 0 else { return NotificationTexts.notStarted(String(cString: strerror(failure))) }
    return Self.wait(for: process, timeout: timeout)
  }

  private static func wait(for process: pid_t, timeout: Double) -> Text? {
    let end = ContinuousClock.now + .seconds(timeout)
    var pause: UInt32 = 1000
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { break }
      if ended < 0, errno != EINTR { return NotificationTexts.notAwaited(String(cString: strerror(errno))) }
      if ContinuousClock.now >= end {
        kill(-process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let seconds = timeout.formatted(.number.locale(Locale(identifier: "en_US_POSIX")))
        return NotificationTexts.tooSlow(seconds)
      }
      usleep(pause)
      pause = min(pause * 2, 50_000)
    }
    let signal = status & 0x7F
    if signal != 0 { return NotificationTexts.signalled(signal) }
    let code = (status >> 8) & 0xFF
    return code == 0 ? nil : NotificationTexts.status(code)
  }

  /// A file that nobody else can open, at its start.
  private static func file(with bytes: [UInt8]) -> Int32? {
    var path = Array((FileManager.default.temporaryDirectory.path + "/kundreg.XXXXXX").utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { return nil }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unlink(path)
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        close(file)
        return nil
      }
      rest = rest.dropFirst(written)
    }
    lseek(file, 0, SEEK_SET)
    return file
  }
}
