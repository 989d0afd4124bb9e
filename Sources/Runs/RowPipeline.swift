import CustomerModel
import Foundation
import Mapping
import Rows
import Validation

/// The reading core's work: rows are read, those known from before set aside, the rest mapped and validated. When the
/// writing core is about to wait it gets them earlier, and does the rest itself.
struct RowPipeline: Sendable {
  let source: ImportSource
  let mapping: CompiledMapping
  let validator: Validator
  /// The digests of the rows that were taken when the source was last imported.
  let taken: DigestList
  let digestSeed: UInt64
  /// True when what is taken will be remembered.
  let remembers: Bool
  /// The inactive customers, when being in the file means being active: their rows are looked at in full.
  let inactive: Set<Int64>
  /// What rows get that a directory told; nil when none was asked.
  var fills: FillPlan?

  /// The columns of the records.
  var columns: [RecordColumn] { fills?.columns ?? mapping.columns }

  /// Rows a batch: large enough to cross rooms seldom, small enough to stay in a core's cache.
  private static let batchRows = 1024
  /// Batches that may wait for the writing core.
  private static let waitingBatches = 4

  /// Starts reading on a thread of its own and gives the batches as they come, each handled before the next is waited for.
  func forEachBatch(_ body: (inout ImportBatch) throws -> Void) throws {
    let queue = BoundedQueue<HalfDone>(capacity: Self.waitingBatches)
    let done = DispatchSemaphore(value: 0)
    let thread = Thread { [self] in
      defer { done.signal() }
      do {
        try produce(into: queue)
        queue.finish()
      } catch {
        queue.finish(throwing: error)
      }
    }
    thread.name = "reading"
    thread.start()
    defer {
      queue.cancel()
      done.wait()
    }
    while let work = try queue.take() {
      var batch = finished(consume work)
      try body(&batch)
    }
  }

  /// A batch between the cores. It is handed on, never shared: what is appended to its arena must not copy it.
  private enum HalfDone: Sendable {
    case read(RowBatch, [RowDigest], [ImportBatch.KnownRow])
    /// Not validated yet.
    case mapped(ImportBatch)
    case validated(ImportBatch)
  }

  private func finished(_ work: consuming HalfDone) -> ImportBatch {
    switch consume work {
    case .read(let rows, let digests, let known): validated(mapped(rows, digests, known))
    case .mapped(let batch): validated(batch)
    case .validated(let batch): batch
    }
  }

  private func mapped(
    _ rows: consuming RowBatch, _ digests: [RowDigest], _ known: [ImportBatch.KnownRow]
  ) -> ImportBatch {
    var batch = ImportBatch(records: mapping.map(consume rows), digests: digests, known: known)
    fills?.apply(to: &batch.records, &batch.digests)
    return batch
  }

  private func validated(_ batch: consuming ImportBatch) -> ImportBatch {
    validator.validate(&batch.records)
    return batch
  }

  private func produce(into queue: BoundedQueue<HalfDone>) throws {
    var reader = try source.rows()
    var columns = Set(mapping.columns.flatMap(\.sources)).sorted()
    if columns.isEmpty { columns = Array(source.header.indices) }
    var walk = DigestWalk(taken)
    while true {
      var rows = RowBatch()
      guard try reader.read(into: &rows, maximumRows: Self.batchRows) else { return }
      let (digests, known) = digest(&rows, columns: columns, walk: &walk)
      // A dry run writes nothing, so mostly it is the other core that would wait.
      let work: HalfDone
      switch queue.count {
      case 0: work = .read(consume rows, digests, known)
      case 1: work = .mapped(mapped(consume rows, digests, known))
      default: work = .validated(validated(mapped(consume rows, digests, known)))
      }
      guard queue.put(consume work) else { return }
    }
  }

  /// Takes the rows that the register knows out of the batch, and digests the others.
  ///
  /// A row with a fault, with an error cell, or longer than the header is never known: it has something to be told.
  private func digest(
    _ batch: inout RowBatch, columns: [Int], walk: inout DigestWalk
  ) -> (digests: [RowDigest], known: [ImportBatch.KnownRow]) {
    var digests: [RowDigest] = []
    digests.reserveCapacity(batch.count)
    var known: [ImportBatch.KnownRow] = []
    var kept = 0
    let width = source.header.count
    let isDigested = batch.errorCells.isEmpty && (remembers || !taken.isEmpty)
    batch.arena.withUnsafeBytes { arena in
      batch.cells.withUnsafeBufferPointer { cells in
        batch.rows.withUnsafeMutableBufferPointer { rows in
          for index in rows.indices {
            let row = rows[index]
            var digest = RowDigest.none
            if isDigested, row.fault == .none, Int(row.cellCount) <= width {
              let first = Int(row.firstCell)
              let own = UnsafeBufferPointer(rebasing: cells[first..<first + Int(row.cellCount)])
              digest = RowDigest.of(own, arena: arena, columns: columns, seed: digestSeed)
              if !taken.isEmpty, let customer = walk.customer(of: digest),
                inactive.isEmpty || !inactive.contains(customer)
              {
                known.append(ImportBatch.KnownRow(row: row, customer: customer))
                continue
              }
            }
            digests.append(digest)
            rows[kept] = row
            kept += 1
          }
        }
      }
    }
    batch.rows.removeLast(batch.rows.count - kept)
    return (digests, known)
  }
}
