import CustomerModel
import Rows
import Synchronization
import Texts

/// A source whose texts are looked at for damage that was there before: it is passed on as it is, but never without a word.
struct DamageWatch: TableSource {
  private let source: any TableSource
  private let found = Found()

  init(_ source: any TableSource) { self.source = source }

  var format: SourceFormat { source.format }
  var tables: [TableInfo] { source.tables }

  func rows(ofTable index: Int) throws -> any RowReader {
    Reader(reader: try source.rows(ofTable: index), table: index, found: found)
  }

  func notes(ofTable index: Int) -> [Text] {
    source.notes(ofTable: index) + (found[index]?.sentences ?? [])
  }

  /// What the latest full pass over each table found. Shared by all passes.
  private final class Found: Sendable {
    private let rows = Mutex<[Int: DamagedRows]>([:])

    subscript(table: Int) -> DamagedRows? {
      get { rows.withLock { $0[table] } }
      set { rows.withLock { $0[table] = newValue } }
    }
  }

  /// Rows with damaged text.
  private struct DamagedRows: Sendable {
    /// How many rows, and the first of them.
    private struct Places {
      var count = 0
      var first: [UInt32] = []

      mutating func add(_ row: RowBatch.Row) {
        count += 1
        if first.count < ShownLimits.damagedRows { first.append(row.position) }
      }

      /// `1, 2 …`
      var names: String { first.map(String.init).joined(separator: ", ") + (count > first.count ? " …" : "") }
    }

    private var damaged = Places()
    /// Those that are damaged where the list is so in the way of DOS, and those that are in any case.
    private var possiblyDamaged = Places()
    private var isOfDOS = false
    private var lost = Places()
    /// How many letters rows have lost.
    private var lostCount = 0
    private var sevenBit = Places()
    /// How many times the rows have letters in UTF-7.
    private var sevenBitCount = 0

    var isEmpty: Bool { sentences.isEmpty }

    /// A row that is rejected for what could not be read has its own sentence.
    mutating func look(at batch: borrowing RowBatch) {
      batch.arena.withUnsafeBufferPointer { arena in
        // Nearly all batches are told so, without a look at their cells.
        let isDamaged = DamagedText.mayBeFound(in: arena)
        let isSevenBit = SevenBitText.count(in: arena) > 0
        let mayHaveLost = LostLetters.mayBe(in: arena)
        guard isDamaged || isSevenBit || mayHaveLost else { return }
        for row in batch.rows where row.fault == .none {
          let cells = batch.cells[Int(row.firstCell)..<Int(row.firstCell) + Int(row.cellCount)].lazy.filter {
            !$0.isMissing
          }.map { UnsafeBufferPointer(rebasing: arena[$0.range]) }
          if isDamaged { add(row, cells.reduce(.none) { max($0, DamagedText.finding(in: $1)) }) }
          if mayHaveLost {
            let count = cells.reduce(0) { $0 + LostLetters.count(in: $1) }
            if count > 0 { lost.add(row) }
            lostCount += count
          }
          guard isSevenBit else { continue }
          let count = cells.reduce(0) { $0 + SevenBitText.count(in: $1) }
          if count > 0 { sevenBit.add(row) }
          sevenBitCount += count
        }
      }
    }

    private mutating func add(_ row: RowBatch.Row, _ finding: DamagedText.Finding) {
      if finding > .none { possiblyDamaged.add(row) }
      if finding > .possible { damaged.add(row) }
      if finding == .certainOfDOS { isOfDOS = true }
    }

    /// One that stands alone may be anything.
    var sentences: [Text] {
      var sentences: [Text] = []
      let damaged = isOfDOS ? possiblyDamaged : damaged
      if damaged.count > 0 { sentences.append(EncodingTexts.damaged(rows: damaged.count, places: damaged.names)) }
      if lostCount > 1 {
        sentences.append(EncodingTexts.lostLetters(rows: lost.count, places: lost.names, count: lostCount))
      }
      if sevenBitCount > 1 {
        sentences.append(EncodingTexts.sevenBit(rows: sevenBit.count, places: sevenBit.names, count: sevenBitCount))
      }
      return sentences
    }
  }

  private struct Reader: RowReader {
    var reader: any RowReader
    let table: Int
    let found: Found
    private var rows = DamagedRows()

    init(reader: any RowReader, table: Int, found: Found) {
      self.reader = reader
      self.table = table
      self.found = found
    }

    mutating func read(into batch: inout RowBatch, maximumRows: Int) throws -> Bool {
      guard try reader.read(into: &batch, maximumRows: maximumRows) else {
        found[table] = rows.isEmpty ? nil : rows
        return false
      }
      rows.look(at: batch)
      return true
    }
  }
}
