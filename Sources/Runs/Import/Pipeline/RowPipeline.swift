import CustomerModel
import Foundation
import Mapping
import Readers
import Rows
import Validation

/// The reading core's work: rows are read, those known from before set aside, the rest mapped and validated. When the
/// writing core is about to wait it gets them earlier, and does the rest itself.
struct RowPipeline: Sendable {
  let source: ImportSource
  let mapping: SheetMappings
  let validator: Validator
  /// The digests of the rows that were taken when the source was last imported.
  let taken: DigestList
  let digestSeed: UInt64
  /// True when what is taken will be remembered.
  let remembers: Bool
  /// The inactive customers, when being in the file means being active unless the row says otherwise: that they are known from
  /// before is not enough.
  let inactive: Set<Int64>
  /// What rows get that a directory told; nil when none was asked.
  var fills: FillPlan?
  /// The rules with the columns of customers that are there, where those are read apart.
  var ofKnown: [(columns: [RecordColumn], validator: Validator)] = []

  /// True when the form of some value, or what is said of it, depends on the customer's country.
  var countryDecides: Bool { mapping.hasSwedishForms || columns.contains { $0.path.field == .vatNumber } }

  /// The columns of the records.
  var columns: [RecordColumn] { fills?.columns ?? mapping.columns }

  /// Starts reading on a thread of its own and gives the batches as they come, each handled before the next is waited for.
  func forEachBatch(_ body: (inout ImportBatch) throws -> Void) throws {
    let queue = BoundedQueue<HalfDone>(capacity: BatchSize.waiting)
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

  /// One row of a batch read anew as a row of a customer that is there, of whom more may be known than it says.
  ///
  /// - Parameter takesProvenCountry: false for one that gets no country but what stands in the row.
  func reread(
    _ row: Int, of batch: ImportBatch, over background: CountrySigns = CountrySigns(), takesProvenCountry: Bool = true
  ) -> ImportBatch {
    let rows = batch.records.rows.only(row)
    let records =
      takesProvenCountry
      ? mapping.mapOfKnown(rows, over: background) : mapping.mapWithoutProvenCountry(rows, over: background)
    var own = ImportBatch(records: records, digests: [batch.digests[row]], known: [])
    fills?.apply(to: &own.records, &own.digests)
    validator(for: own.records).validate(&own.records, over: background)
    own.isOfKnown = mapping.readsKnownApart
    return own
  }

  /// What was mended in the rows of a batch but for some: without those they are mapped once more.
  func repairs(of records: RecordBatch, without left: Set<Int>) -> [CellRepair] {
    guard !left.isEmpty, !records.repairs.isEmpty else { return records.repairs }
    var rows = records.rows
    rows.rows = records.rows.rows.indices.filter { !left.contains($0) }.map { records.rows.rows[$0] }
    return rows.rows.isEmpty ? [] : mapping.map(rows).repairs
  }

  private func mapped(
    _ rows: consuming RowBatch, _ digests: [RowDigest], _ known: [ImportBatch.KnownRow]
  ) -> ImportBatch {
    var batch = ImportBatch(records: mapping.map(consume rows), digests: digests, known: known)
    fills?.apply(to: &batch.records, &batch.digests)
    return batch
  }

  private func validated(_ batch: consuming ImportBatch) -> ImportBatch {
    validator(for: batch.records).validate(&batch.records)
    return batch
  }

  /// The rules with the columns of a batch, which are others in each sheet.
  func validator(for records: RecordBatch) -> Validator {
    mapping.columnsDiffer
      ? validator.bound(to: records.columns) : ofKnown.first { $0.columns == records.columns }?.validator ?? validator
  }

  /// The rules with the columns of a table.
  private func validator(ofTable table: Int) -> Validator {
    mapping.columnsDiffer ? validator.bound(to: mapping.columns(ofTable: table)) : validator
  }

  private func produce(into queue: BoundedQueue<HalfDone>) throws {
    var reader = try source.rows()
    var columns = mapping.sources
    if columns.isEmpty { columns = Array(source.header.indices) }
    var walk = DigestWalk(taken)
    let memory = source.memory
    var read = 0
    while true {
      var rows = RowBatch()
      guard try reader.read(into: &rows, maximumRows: BatchSize.rows) else { return }
      read += rows.count
      let (digests, known) = digest(&rows, columns: columns, walk: &walk)
      // A dry run writes nothing, so mostly it is the other core that would wait.
      let size = 1 + (rows.arena.count + rows.cells.count * MemoryLayout<RowBatch.Cell>.stride) / BatchSize.bytes
      try memory.check(rows: read)
      let work: HalfDone
      switch queue.count {
      case 0: work = .read(consume rows, digests, known)
      case 1: work = .mapped(mapped(consume rows, digests, known))
      default: work = .validated(validated(mapped(consume rows, digests, known)))
      }
      guard queue.put(consume work, size: size) else { return }
    }
  }

  /// Takes the rows that the register knows out of the batch, and digests the others.
  ///
  /// A row with a fault, with an error cell, with a cell of a type that its field cannot have, or longer than the header is
  /// never known: it has something to be told.
  private func digest(
    _ batch: inout RowBatch, columns: [Int], walk: inout DigestWalk
  ) -> (digests: [RowDigest], known: [ImportBatch.KnownRow]) {
    var digests: [RowDigest] = []
    digests.reserveCapacity(batch.count)
    var known: [ImportBatch.KnownRow] = []
    var kept = 0
    if !batch.oddCells.isEmpty { validator(ofTable: batch.table).forgetFitting(in: &batch) }
    var odd = batch.oddCells[...]
    // Cells beyond the header are no part of what a sheet's row says.
    let width = source.format == .workbook ? Int.max : source.header.count
    let isDigested = batch.errorCells.isEmpty && (remembers || !taken.isEmpty)
    batch.arena.withUnsafeBytes { arena in
      batch.cells.withUnsafeBufferPointer { cells in
        batch.rows.withUnsafeMutableBufferPointer { rows in
          for index in rows.indices {
            let row = rows[index]
            var digest = RowDigest.none
            if isDigested, row.fault == .none, Int(row.cellCount) <= width,
              odd.isEmpty || !odd.takesCell(before: row.firstCell + row.cellCount)
            {
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
