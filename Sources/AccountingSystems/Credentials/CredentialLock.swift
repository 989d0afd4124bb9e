package import CustomerModel
import Foundation
import Glibc

/// Lets one process at a time renew the tokens of a credentials' file, because a renewal token may be good for one use
/// only. A lock on the file `FILE.lock` beside it, which goes with its process, however that ends.
package struct CredentialLock: Sendable {
  private let file: String
  private let path: String
  private let patience: Int
  private let wait: @Sendable () -> Void
  /// Waiting in such steps, in seconds, is not noticed beside a request.
  private static let step = 0.05

  /// - Parameters:
  ///   - file: The credentials' file.
  ///   - patience: How long another process is waited for, in seconds: a renewal with its repetitions takes less.
  package init(file: String, patience: Double = 90) {
    self.init(file: file, patience: Int(patience / Self.step)) { Thread.sleep(forTimeInterval: Self.step) }
  }

  /// - Parameter patience: How many times is waited.
  init(file: String, patience: Int, wait: @escaping @Sendable () -> Void) {
    self.file = PrivateFile.resolved(file)
    path = self.file + ".lock"
    self.patience = patience
    self.wait = wait
  }

  /// Does something while no other process, and no other holder in this one, does the like.
  ///
  /// - Throws: ``KundregError`` with status 75 and code `credentials.busy` when the other does not end, 78 when the lock
  ///   file cannot be made; what `body` throws.
  package func whileHeld<Result>(_ body: () throws(KundregError) -> Result) throws(KundregError) -> Result {
    try PrivateFile.createFolder(of: path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw PrivateFile.unwritable(path, PrivateFile.reason(errno)) }
    // Closing gives the lock back. The file stays: taking it away would let two processes lock two files of one name.
    defer { close(descriptor) }
    PrivateFile.give(descriptor, toOwnerOf: file)
    var waits = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw PrivateFile.unwritable(path, PrivateFile.reason(errno))
      }
      guard waits < patience else {
        throw KundregError(.credentialsBusy, CredentialTexts.busy(path))
      }
      waits += 1
      wait()
    }
    return try body()
  }
}
