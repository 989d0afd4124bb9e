import CustomerModel
import Rows

/// Reads the rows of a delimited text, with memory bound by the batch and the longest row.
struct DelimitedReader: RowReader {
  let scanner: DelimitedRowScanner
  let maximumRowSize: Int
  private let chunkSize: Int
  var decoder: TextDecoder
  /// True when nothing is left to decode.
  private var isDecoded = false
  /// UTF-8 that was decoded and not yet given, from ``pendingStart`` on.
  private var pending: [UInt8] = []
  private var pendingStart = 0
  /// The cells of the row being scanned.
  var scratch = [RowBatch.Cell](repeating: RowBatch.Cell(start: 0, length: 0), count: 256)
  /// The line on which the next row starts, from 1.
  var line = 1
  /// True while the rest of a line is passed over: of a row that was cut off, or of a `sep=` line.
  var isSkippingLine: Bool
  /// True when a line may stand in quotes as a whole.
  let hasQuotedLines: Bool
  /// True when blanks stand before quotes of cells.
  let hasPaddedQuotes: Bool
  /// How many cells rows have.
  let width: Int
  /// True when cells are remarked on that seem to hold escapes: nothing showed that backslashes escape, and nobody said that they do
  /// not.
  private let remarksEscapes: Bool
  /// Rows of the batch whose quotes leave it open where cells end.
  var strayRows: [StrayRow] = []
  /// Rows of the batch that hold bytes without a character.
  var oddRows: [OddRow] = []
  /// Makes sense of rows that are written in another encoding; made when the first one is met, or with the first row of a file of one
  /// byte for each character.
  var other: OtherEncoding?
  /// Other encodings of which the file is known to hold rows.
  let known: [TextEncoding]
  /// What a row takes on average, so that no more is read than the next batch needs.
  private var averageRowSize = 256
  /// How many cells a batch had last, so that the next one has room for as many.
  private var lastCellCount = 0

  init(
    decoder: TextDecoder, known: [TextEncoding], dialect: DialectSniffer.Result, remarksEscapes: Bool,
    skipsFirstLine: Bool, maximumRowSize: Int, chunkSize: Int
  ) {
    self.decoder = decoder
    self.known = known
    scanner = DelimitedRowScanner(
      delimiter: dialect.delimiter, quote: dialect.quote, escape: dialect.escape, readsLetters: !dialect.hasPlainPaths)
    hasQuotedLines = dialect.hasQuotedLines
    hasPaddedQuotes = dialect.hasPaddedQuotes
    width = dialect.width
    self.remarksEscapes = remarksEscapes && (dialect.escape == .none || dialect.hasPlainPaths)
    self.isSkippingLine = skipsFirstLine
    self.maximumRowSize = max(8, maximumRowSize)
    self.chunkSize = chunkSize
  }

  /// True when the text ends where the bytes at hand end.
  var isLast: Bool { isDecoded && pendingStart == pending.count }

  /// How many bytes of the text lie before the end of the bytes in the arena.
  var given: Int { decoder.produced - (pending.count - pendingStart) }

  mutating func read(into batch: inout RowBatch, maximumRows: Int) throws -> Bool {
    batch.removeAll()
    guard maximumRows > 0 else { return false }
    let expected = min(maximumRows, 1 << 20) * averageRowSize
    let wanted = min(chunkSize, expected + expected / 16 + 4096)
    // With room for what the mapping will derive, so that nothing has to be moved then.
    batch.arena.reserveCapacity(wanted + wanted / 4 + TextDecoder.minimumSpace)
    batch.cells.reserveCapacity(lastCellCount + lastCellCount / 16)
    try fill(&batch.arena, wanted: wanted)
    while true {
      let (end, needsMore) = scanRows(of: &batch, maximumRows: maximumRows)
      if !batch.rows.isEmpty || !needsMore {
        keepRest(of: &batch, from: end)
        if !batch.rows.isEmpty { averageRowSize = max(16, min(1 << 16, end / batch.rows.count)) }
        lastCellCount = batch.cells.count
        noteStrayRows(of: &batch)
        if remarksEscapes { DoubtfulEscapes.note(in: &batch) }
        try readOddRows(of: &batch)
        return !batch.rows.isEmpty
      }
      // Only lines without a row lie before `end`: they need not stay while the next row arrives.
      batch.arena.removeSubrange(..<end)
      try fill(&batch.arena, wanted: max(chunkSize, batch.arena.count))
    }
  }

  /// Appends the next bytes of the text, as many as wanted if there are so many.
  private mutating func fill(_ arena: inout [UInt8], wanted: Int) throws {
    let fromPending = min(wanted, pending.count - pendingStart)
    arena.append(contentsOf: pending[pendingStart..<pendingStart + fromPending])
    pendingStart += fromPending
    guard pendingStart == pending.count else { return }
    var left = max(wanted - fromPending, TextDecoder.minimumSpace)
    while left >= TextDecoder.minimumSpace, !isDecoded {
      var count = 0
      try arena.append(addingCapacity: left) { space in
        try space.withUnsafeMutableBufferPointer { buffer, filled in
          count = try decoder.decode(into: UnsafeMutableRawBufferPointer(buffer))
          filled = count
        }
      }
      isDecoded = count == 0
      left -= count
    }
  }

  /// Moves what follows the last row out of the batch, for the next one.
  private mutating func keepRest(of batch: inout RowBatch, from end: Int) {
    let rest = batch.arena.count - end
    if pendingStart < pending.count {
      // The rest is still there: all of the arena was copied from it.
      pendingStart -= rest
    } else {
      pending.removeAll(keepingCapacity: true)
      pending.append(contentsOf: batch.arena[end...])
      pendingStart = 0
    }
    batch.arena.removeLast(rest)
  }
}
