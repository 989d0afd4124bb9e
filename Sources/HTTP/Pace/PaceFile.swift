import Foundation
import Glibc
import Synchronization

/// The pace of one quota in a file that all processes of this computer share: a line of text, changed under the operating
/// system's lock.
///
/// The lock goes with its process, however that ends, and a slot is in the file before its request leaves: a process that is
/// killed costs the others the slots that it had taken, and nothing else. What the file cannot be trusted in counts as
/// unknown: a line that is none of ours, was written before the computer started, or after this moment.
final class PaceFile: Sendable {
  private struct State {
    var descriptor: Int32?
    /// What stood there last: the best that is known when the file says nothing.
    var last = PaceState()
    var isUsable = true
  }

  private let path: String
  private let clock: PacingClock
  private let trouble: @Sendable (String) -> Void
  private let patience: Int
  private let state = Mutex(State())

  private static let title = "kundreg-pace 1"
  /// Nobody waits in a queue of so many seconds: a moment beyond that was never given out.
  private static let farthest = 3600.0
  /// Which start of the computer the clock counts from.
  private static let boot: String = {
    let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
    return text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "-"
  }()

  /// - Parameter patience: for how many milliseconds another process is waited for that holds the lock. It is held for
  ///   some microseconds; whoever holds it longer was stopped, and the file is changed without.
  init(path: String, clock: PacingClock, patience: Int = 5000, trouble: @escaping @Sendable (String) -> Void) {
    self.path = path
    self.clock = clock
    self.patience = patience
    self.trouble = trouble
  }

  deinit {
    state.withLock { state in
      if let descriptor = state.descriptor { close(descriptor) }
    }
  }

  func change(_ body: (inout PaceState, _ now: Double) -> Void) {
    state.withLock { state in
      guard state.isUsable, let descriptor = locked(&state) else { return body(&state.last, clock.now()) }
      defer { flock(descriptor, LOCK_UN) }
      let now = clock.now()
      if let known = read(descriptor, now: now) { state.last = known }
      body(&state.last, now)
      if !write(state.last, descriptor, now: now) { giveUp(&state) }
    }
  }

  /// The open file, locked. Nil when it cannot be opened.
  private func locked(_ state: inout State) -> Int32? {
    while true {
      guard let descriptor = state.descriptor ?? open() else {
        giveUp(&state)
        return nil
      }
      state.descriptor = descriptor
      lock(descriptor)
      // Somebody may have taken the file away: then others already lock another one of that name.
      var status = stat()
      if fstat(descriptor, &status) == 0, status.st_nlink > 0 { return descriptor }
      close(descriptor)
      state.descriptor = nil
    }
  }

  private func open() -> Int32? {
    // Without blocking, as a pipe of that name would.
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      errno = EINVAL
      return nil
    }
    return descriptor
  }

  private func lock(_ descriptor: Int32) {
    var waits = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR, waits < patience {
      waits += 1
      usleep(1000)
    }
  }

  private func giveUp(_ state: inout State) {
    let reason = String(cString: strerror(errno))
    if let descriptor = state.descriptor { close(descriptor) }
    state.descriptor = nil
    state.isUsable = false
    trouble("\(path) cannot be used: \(reason)")
  }

  // MARK: What stands in it

  /// True when what is open is a file of this kind.
  static func isOne(_ descriptor: Int32) -> Bool {
    var bytes = [UInt8](repeating: 0, count: title.utf8.count)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    return count == bytes.count && bytes.elementsEqual(title.utf8)
  }

  private func read(_ descriptor: Int32, now: Double) -> PaceState? {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count > 0, let text = String(validating: bytes[..<count], as: UTF8.self), text.hasSuffix("\n") else {
      return nil
    }
    let words = text.dropLast().split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 6, words[0...1].joined(separator: " ") == Self.title, words[2] == Self.boot,
      let written = Self.seconds(words[3]), let next = Self.seconds(words[4]), let paused = Self.seconds(words[5]),
      written <= now, next <= now + Self.farthest, paused <= now + Self.farthest
    else { return nil }
    var state = PaceState()
    state.next = next
    state.pausedUntil = paused
    return state
  }

  private func write(_ state: PaceState, _ descriptor: Int32, now: Double) -> Bool {
    let moments = [now, state.next, state.pausedUntil].map(Self.text)
    // Always as long, so that one call replaces the whole.
    let line = Array(([Self.title, Self.boot] + moments).joined(separator: " ").utf8) + [0x0A]
    guard pwrite(descriptor, line, line.count, 0) == line.count else { return false }
    var status = stat()
    // What somebody else has left behind the line would spoil it.
    guard fstat(descriptor, &status) == 0, status.st_size != line.count else { return true }
    return ftruncate(descriptor, off_t(line.count)) == 0
  }

  /// Nanoseconds, in as many digits as any number of them has.
  private static func text(_ seconds: Double) -> String {
    let digits = String(Int64(max(0, seconds) * 1e9))
    return String(repeating: "0", count: 19 - digits.count) + digits
  }

  private static func seconds(_ text: Substring) -> Double? {
    guard text.utf8.count == 19, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int64(text).map { Double($0) / 1e9 }
  }
}
