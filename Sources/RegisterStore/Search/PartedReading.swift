import Foundation
import GRDB
import Synchronization

/// Reads the customers of a register in parts, side by side: the first on the connection that asks, each other on a thread
/// and a connection of its own.
struct PartedReading {
  private let db: Database
  private let stamp: SearchStamp
  private let path: String

  /// How many parts the machine reads faster than one.
  static var usefulParts: Int { max(1, min(4, ProcessInfo.processInfo.activeProcessorCount)) }

  /// - Parameters:
  ///   - stamp: the state that `db` sees; where another connection sees another one, `db` reads its part, too.
  ///   - path: the register's file.
  init(_ db: Database, at stamp: SearchStamp, path: String) {
    self.db = db
    self.stamp = stamp
    self.path = path
  }

  /// What the body makes of each part, in the order of the ids.
  ///
  /// - Parameters:
  ///   - first: the id that the first part begins with.
  ///   - body: is given a connection and a range of ids of customers.
  func read<Result: Sendable>(
    parts: Int, from first: Int64 = 0, _ body: @escaping @Sendable (Database, Range<Int64>) throws -> Result
  ) throws -> [Result] {
    let size = max(1, (stamp.nextCustomer - first) / Int64(parts))
    let ranges = (0..<Int64(parts)).map { first + $0 * size..<($0 == parts - 1 ? .max : first + ($0 + 1) * size) }
    let others = ranges.dropFirst().map { range in
      Part { [stamp, path] in
        var configuration = Configuration()
        configuration.readonly = true
        configuration.prepareDatabase { SearchFunctions.add(to: $0) }
        return try DatabaseQueue(path: path, configuration: configuration).read { db in
          try SearchStamp(db) == stamp ? body(db, range) : nil
        }
      }
    }
    defer { for other in others { other.wait() } }
    let first = try body(db, ranges[0])
    return try [first] + zip(others, ranges.dropFirst()).map { try $0.result() ?? body(db, $1) }
  }

  /// What another thread reads.
  private final class Part<Result: Sendable>: Sendable {
    private let value = Mutex<Result?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    init(_ read: @escaping @Sendable () throws -> Result?) {
      let thread = Thread { [self] in
        // Whatever goes wrong here, the first thread reads this part itself, and meets it again.
        let result = try? read()
        value.withLock { $0 = result }
        isDone.signal()
      }
      thread.stackSize = 1 << 20
      thread.start()
    }

    /// Waits until the other thread is done; may be asked again.
    func wait() {
      isDone.wait()
      isDone.signal()
    }

    func result() -> Result? {
      wait()
      return value.withLock { $0 }
    }
  }
}

extension RegisterReader {
  /// What a body makes of the customers: of all at once, or of several parts where a register is large.
  ///
  /// - Parameter parts: how many are read side by side then.
  func inParts<Result: Sendable>(
    _ parts: Int, _ body: @escaping @Sendable (Database, Range<Int64>) throws -> Result
  ) throws -> [Result] {
    let stamp = try SearchStamp(db)
    guard let path = SearchIndex.path(of: db), stamp.nextCustomer > SearchIndex.fileThreshold,
      // No other connection sees what a transaction has written and not committed.
      !SearchIndex.isWriting(db)
    else { return [try body(db, 0..<Int64.max)] }
    return try PartedReading(db, at: stamp, path: path).read(parts: parts, body)
  }
}
