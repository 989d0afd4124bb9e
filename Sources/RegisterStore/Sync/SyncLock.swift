import CustomerModel
import Glibc
import Synchronization

/// Held by the one process that syncs a register with an accounting system. The kernel frees it when the process ends,
/// however it ends.
///
/// Keep it until the sync has ended and call ``release()`` then: it is freed with the last reference too.
package final class SyncLock: Sendable {
  private let descriptor: Mutex<Int32?>

  fileprivate init(_ descriptor: Int32) { self.descriptor = Mutex(descriptor) }

  deinit { release() }

  /// Lets another process sync. Does nothing the second time.
  package func release() {
    descriptor.withLock { descriptor in
      guard let open = descriptor else { return }
      // A child that was forked meanwhile has the same lock: closing alone would leave it held.
      flock(open, LOCK_UN)
      close(open)
      descriptor = nil
    }
  }
}

extension Register {
  /// Makes this the only sync of the register with a system, until the lock is released.
  ///
  /// The lock is one of the file `REGISTER.sync-SYSTEM.lock`, which stays, and is empty. It does not hold up anything but
  /// syncs: imports and edits go on beside one.
  ///
  /// - Parameter system: the system's name in the configuration: letters, digits, `-` and `_`.
  /// - Throws: ``KundregError`` with status 75, `sync.busy`, when another sync with the system runs, and `sync.cannotLock`
  ///   when the file cannot be made or the file system has no locks.
  package func lockSync(_ system: String) throws -> SyncLock {
    let file = "\(resolvedPath).sync-\(system).lock"
    // Read-only is enough to lock, and lets every user who shares the register do it.
    let descriptor = open(file, O_RDONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.cannotLock(file, errno) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      if reason == EINTR { continue }
      close(descriptor)
      if reason == EWOULDBLOCK {
        throw KundregError(.syncBusy, SyncStoreTexts.isSyncing(path, with: system))
      }
      throw Self.cannotLock(file, reason)
    }
    return SyncLock(descriptor)
  }

  /// The register's file, whatever name it was opened by: two names of it are one lock.
  private var resolvedPath: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func cannotLock(_ file: String, _ reason: Int32) -> KundregError {
    KundregError(.syncCannotLock, SyncStoreTexts.cannotLock(file, reason: String(cString: strerror(reason))))
  }
}
