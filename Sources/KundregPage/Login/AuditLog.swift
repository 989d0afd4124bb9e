import Synchronization

/// Writes the log's lines. What anybody can cause without end, who never logs in either, is written once a minute, kind and address, with the
/// number of those that were left out: nobody fills the disk, and an attack is seen.
final class AuditLog: Sendable {
  private struct Key: Hashable {
    let kind: AuditEvent.Kind
    let address: String
  }

  private struct Entry {
    var written: Duration
    var leftOut: Int
  }

  private let clock: PageClock
  private let write: @Sendable (String) -> Void
  private let entries = Mutex<[Key: Entry]>([:])

  init(_ clock: PageClock, write: @escaping @Sendable (String) -> Void) {
    self.clock = clock
    self.write = write
  }

  func keep(_ event: AuditEvent) {
    guard let kind = event.unlimitedKind else { return write(event.line) }
    let key = Key(kind: kind, address: event.address)
    let now = clock.elapsed()
    let leftOut = entries.withLock { entries -> Int? in
      if let entry = entries[key], now - entry.written < LoginLimits.sameLine {
        entries[key]?.leftOut += 1
        return nil
      }
      let leftOut = entries[key]?.leftOut ?? 0
      // Addresses are few behind a port of this computer, and none behind a socket.
      if entries.count >= LoginLimits.loggedAddresses { entries = [:] }
      entries[key] = Entry(written: now, leftOut: 0)
      return leftOut
    }
    guard let leftOut else { return }
    write(event.line + (leftOut > 0 ? " more=\(leftOut)" : ""))
  }
}
