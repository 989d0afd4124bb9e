import RegisterStore
import Rows

/// Finds the customer that a row without a number became, when the same row comes again.
///
/// Such a row has nothing to be matched by, so the register remembers its cells as they stand in the source. That holds
/// whatever the settings and the mapping become, and also when the customer has changed.
struct NumberlessRows {
  /// What the register remembers of rows under one header, and what is to be remembered of them.
  private struct Header {
    let known: DigestMap
    var memory: RowDigests?
  }

  /// For each sheet its place among the headers: sheets with the same headings share one.
  private var headerOfSheet: [Int] = []
  private var headers: [Header] = []
  private let sheets: [SheetPart]
  private let isUniform: Bool
  /// The columns of the input.
  private let columns: [Int]
  private let seed: UInt64
  /// The row of the input that each digest came in first.
  private var rows: [RowDigest: UInt32] = [:]

  /// - Parameter writer: nil when nothing is to be remembered.
  init(_ reader: RegisterReader, writer: RegisterWriter?, source: ImportSource, seed: UInt64) throws {
    self.seed = seed
    sheets = source.sheets
    isUniform = source.isUniform
    columns = Array(source.header.indices)
    var places: [[String]: Int] = [:]
    for sheet in sheets {
      if let place = places[sheet.header] {
        headerOfSheet.append(place)
        continue
      }
      places[sheet.header] = headers.count
      headerOfSheet.append(headers.count)
      var hasher = RowDigest.Hasher(seed: 2)
      for heading in sheet.header { Array(heading.utf8).withUnsafeBytes { hasher.combine($0) } }
      let fingerprint = hasher.finish().bytes
      headers.append(
        Header(
          known: DigestMap(try reader.digestList(fingerprint: fingerprint)),
          memory: try writer?.digests(fingerprint: fingerprint, identifiesRows: true)))
    }
  }

  /// The customer that an equal row became in an earlier run.
  func customer(of row: RowBatch.Row, in batch: RowBatch) -> Int64? {
    let known = headers[headerOfSheet[batch.table]].known
    return known.isEmpty ? nil : known.customer(of: digest(of: row, in: batch))
  }

  /// Marks a row as had. Returns the place of an equal one before it: nobody can tell whether that is the same customer.
  mutating func mark(_ row: RowBatch.Row, in batch: RowBatch) -> UInt32? {
    let digest = isUniform ? digest(of: row, in: batch) : digestOfTexts(of: row, in: batch)
    if let first = rows[digest] { return first }
    rows[digest] = row.position
    return nil
  }

  /// Marks a row whose customer is known as had, where sheets have other columns: an equal row of another sheet is not known
  /// by the same digest, and must be found all the same.
  mutating func note(_ row: RowBatch.Row, in batch: RowBatch) {
    guard !isUniform else { return }
    let digest = digestOfTexts(of: row, in: batch)
    if rows[digest] == nil { rows[digest] = row.position }
  }

  /// Remembers what customer a row became, once ``flush()`` is called.
  mutating func remember(_ row: RowBatch.Row, in batch: RowBatch, customer: Int64) {
    let digest = digest(of: row, in: batch)
    headers[headerOfSheet[batch.table]].memory?.remember(digest, customer: customer)
  }

  mutating func flush() throws {
    for index in headers.indices { try headers[index].memory?.flush() }
  }

  /// The digest of a row as its sheet has it, wherever the other sheets have their columns.
  private func digest(of row: RowBatch.Row, in batch: RowBatch) -> RowDigest {
    guard !isUniform else {
      return batch.cells.withUnsafeBufferPointer { cells in
        let first = Int(row.firstCell)
        let own = UnsafeBufferPointer(rebasing: cells[first..<first + Int(row.cellCount)])
        return batch.arena.withUnsafeBytes { RowDigest.of(own, arena: $0, columns: columns, seed: seed) }
      }
    }
    let sheet = sheets[batch.table]
    let placed = cells(of: row, in: batch).map { Optional($0) }
    var own = sheet.ownCells(placed, width: columns.count).prefix(sheet.header.count).map { $0 ?? .missing }
    // A sheet leaves out blank cells at the end.
    while let last = own.last, last.isMissing || last.length == 0 { own.removeLast() }
    return digest(own, Array(sheet.header.indices), in: batch)
  }

  /// The digest of what stands in a row under the columns of the input: a column that its sheet lacks is as a blank one.
  private func digestOfTexts(of row: RowBatch.Row, in batch: RowBatch) -> RowDigest {
    let blank = RowBatch.Cell(start: 0, length: 0)
    return digest(cells(of: row, in: batch).map { $0.isMissing ? blank : $0 }, columns, in: batch)
  }

  private func cells(of row: RowBatch.Row, in batch: RowBatch) -> [RowBatch.Cell] {
    Array(batch.cells[Int(row.firstCell)..<Int(row.firstCell) + Int(row.cellCount)])
  }

  private func digest(_ cells: [RowBatch.Cell], _ columns: [Int], in batch: RowBatch) -> RowDigest {
    batch.arena.withUnsafeBytes { arena in
      cells.withUnsafeBufferPointer { RowDigest.of($0, arena: arena, columns: columns, seed: seed) }
    }
  }
}

extension RowDigest {
  /// As a fingerprint of what it was made of.
  var bytes: [UInt8] { [high, low].flatMap { word in withUnsafeBytes(of: word.bigEndian, Array.init) } }
}
