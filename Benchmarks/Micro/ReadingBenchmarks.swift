import Benchmark
import Readers
import Rows

/// Files to batches of rows: every byte of a text, every cell of a workbook's stream; and the rows' digests.
func readingBenchmarks() {
  Benchmark("CSV to rows") { (_, register: MicroRegister) in
    try register.forEachBatch { blackHole($0.count) }
  } setup: {
    try MicroRegister()
  }

  // As Excel writes: each text once, in a part of its own.
  Benchmark("XLSX to rows, shared strings") { (_, register: MicroRegister) in
    try register.forEachBatch { blackHole($0.count) }
  } setup: {
    try MicroRegister("KUNDREG_MICRO_SHARED")
  }

  // As programs write that keep little in memory: each text in its cell.
  Benchmark("XLSX to rows, inline strings") { (_, register: MicroRegister) in
    try register.forEachBatch { blackHole($0.count) }
  } setup: {
    try MicroRegister("KUNDREG_MICRO_INLINE")
  }

  Benchmark("Row digests") { (_, batches: [RowBatch]) in
    for batch in batches { blackHole(digest(batch)) }
  } setup: {
    try MicroRegister().batches()
  }
}

/// All digests of a batch, over all columns, joined.
private func digest(_ batch: RowBatch) -> Int {
  let columns = Array(0..<Int(batch.rows[0].cellCount))
  return batch.arena.withUnsafeBytes { arena in
    batch.cells.withUnsafeBufferPointer { cells in
      batch.rows.reduce(0) { joined, row in
        let first = Int(row.firstCell)
        let own = UnsafeBufferPointer(rebasing: cells[first..<first + Int(row.cellCount)])
        return joined ^ RowDigest.of(own, arena: arena, columns: columns, seed: 1).hashValue
      }
    }
  }
}
