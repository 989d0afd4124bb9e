import RegisterStore
import Rows

/// Finds the customer that a row without a number became, when the same row comes again.
///
/// Such a row has nothing to be matched by, so the register remembers its cells as they stand in the source. That holds
/// whatever the settings and the mapping become, and also when the customer has changed.
struct NumberlessRows {
  private let known: DigestMap
  private var memory: RowDigests?
  private let columns: [Int]
  private let seed: UInt64
  /// The row of the input that each digest came in first.
  private var rows: [RowDigest: UInt32] = [:]

  /// - Parameter writer: nil when nothing is to be remembered.
  init(_ reader: RegisterReader, writer: RegisterWriter?, header: [String], seed: UInt64) throws {
    self.seed = seed
    columns = Array(header.indices)
    var hasher = RowDigest.Hasher(seed: 2)
    for heading in header { Array(heading.utf8).withUnsafeBytes { hasher.combine($0) } }
    let fingerprint = hasher.finish().bytes
    known = DigestMap(try reader.digestList(fingerprint: fingerprint))
    memory = try writer?.digests(fingerprint: fingerprint, identifiesRows: true)
  }

  /// The customer that an equal row became in an earlier run.
  func customer(of row: RowBatch.Row, in batch: RowBatch) -> Int64? {
    known.isEmpty ? nil : known.customer(of: digest(of: row, in: batch))
  }

  /// Marks a row as had. Returns the place of an equal one before it: nobody can tell whether that is the same customer.
  mutating func mark(_ row: RowBatch.Row, in batch: RowBatch) -> UInt32? {
    let digest = digest(of: row, in: batch)
    if let first = rows[digest] { return first }
    rows[digest] = row.position
    return nil
  }

  /// Remembers what customer a row became, once ``flush()`` is called.
  mutating func remember(_ row: RowBatch.Row, in batch: RowBatch, customer: Int64) {
    let digest = digest(of: row, in: batch)
    memory?.remember(digest, customer: customer)
  }

  mutating func flush() throws { try memory?.flush() }

  private func digest(of row: RowBatch.Row, in batch: RowBatch) -> RowDigest {
    batch.arena.withUnsafeBytes { arena in
      batch.cells.withUnsafeBufferPointer { cells in
        let first = Int(row.firstCell)
        return RowDigest.of(
          UnsafeBufferPointer(rebasing: cells[first..<first + Int(row.cellCount)]), arena: arena, columns: columns,
          seed: seed)
      }
    }
  }
}

extension RowDigest {
  /// As a fingerprint of what it was made of.
  var bytes: [UInt8] { [high, low].flatMap { word in withUnsafeBytes(of: word.bigEndian, Array.init) } }
}
