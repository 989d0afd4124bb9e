import CustomerModel
import Glibc
import Rows
import SwedishIdentity

/// The memory and the view of one batch while it is mapped. Each transform is an extension of it in a file of its own.
///
/// Offsets are those that the arena will have when what is derived has been appended to it: those below `sourceCount` are
/// the reader's bytes, the others lie in `derived`. So a value can be taken up by the next step wherever it lies, and no
/// pointer is kept while `derived` may move.
struct Workspace {
  let plan: MappingPlan
  let today: CalendarDay
  let source: UnsafePointer<UInt8>
  let sourceCount: Int
  /// Which of the reader's bytes may need tidying.
  let untidy: UntidyBytes
  let cells: UnsafeBufferPointer<RowBatch.Cell>
  let rows: UnsafeBufferPointer<RowBatch.Row>
  let values: UnsafeMutableBufferPointer<RecordBatch.Value>
  /// The reader's cells that hold an error of the source.
  let errorCells: [UInt32]
  /// Those of the plan.
  let careLimits: UnsafeMutablePointer<UInt32>
  /// What was mended so far, and what was not.
  var repairs: [CellRepair] = []
  /// Where the repairs of a column and kind stand among them.
  var repairPlaces: [Int: Int] = [:]
  var doubts: [CellDoubt] = []
  /// Cells whose text is an error of a spreadsheet, as indexes of the batch's cells; a cell may stand here twice.
  var foundErrors: [UInt32] = []
  /// The reader's error cells that count as blank, in the same way.
  var blankErrors: [UInt32] = []

  private(set) var derived: UnsafeMutablePointer<UInt8>
  private(set) var derivedCount = 0
  private var derivedCapacity: Int
  /// The key of the word that is looked up.
  let key: UnsafeMutablePointer<UInt8>
  static let keyCapacity = 256
  /// The parts of a split or a join.
  var parts: [Piece] = []
  /// The names of a set.
  var names: [Piece] = []
  /// What the readers of numbers write their canonical form to.
  var scratch: [UInt8] = []

  /// What is known of the customer's country beside what the rows say.
  let background: CountrySigns
  /// True when that is something; asked for every row.
  let hasBackground: Bool
  /// The Swedish forms that the row at hand does not get.
  var leftForms: LeftForms = []

  /// The cell whose value goes through the steps at hand, for what is mended inside it: its index in
  /// ``MappingPlan/sources``, negative for a value that is no cell's, and its row.
  var cellAtHand = (source: -1, row: 0)
  /// How many parts of cells were mended, or remarked on.
  var mendedParts = 0
  /// How many control characters were left out of texts.
  var droppedControls = 0

  /// For each operation the last value it was given and what became of it: neighbours often hold the same word.
  var memory: [(value: Piece, result: Piece)]

  init(
    plan: MappingPlan, today: CalendarDay, source: UnsafeBufferPointer<UInt8>,
    cells: UnsafeBufferPointer<RowBatch.Cell>,
    rows: UnsafeBufferPointer<RowBatch.Row>, values: UnsafeMutableBufferPointer<RecordBatch.Value>,
    background: CountrySigns = CountrySigns(), errorCells: [UInt32] = []
  ) {
    self.background = background
    hasBackground = background != CountrySigns()
    self.plan = plan
    self.errorCells = errorCells
    let limits = UnsafeMutablePointer<UInt32>.allocate(capacity: plan.careLimits.count)
    plan.careLimits.withUnsafeBufferPointer {
      if let base = $0.baseAddress { limits.initialize(from: base, count: $0.count) }
    }
    careLimits = limits
    self.today = today
    derivedCapacity = plan.literals.count + max(64, source.count / 16)
    derived = .allocate(capacity: derivedCapacity)
    key = .allocate(capacity: Self.keyCapacity)
    self.source = source.baseAddress ?? UnsafePointer(derived)
    sourceCount = source.count
    untidy = UntidyBytes(self.source, count: source.count)
    self.cells = cells
    self.rows = rows
    self.values = values
    memory = Array(repeating: (.blank, .blank), count: plan.operations.count)
    parts.reserveCapacity(32)
    names.reserveCapacity(32)
    scratch.reserveCapacity(32)
    plan.literals.withUnsafeBufferPointer { if let base = $0.baseAddress { put(base, count: $0.count) } }
  }

  /// Frees its memory, and with it what was derived. The workspace is of no use afterwards.
  func deallocate() {
    derived.deallocate()
    key.deallocate()
    careLimits.deallocate()
    untidy.deallocate()
  }

  /// What was derived.
  var derivedBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: derived, count: derivedCount) }

  /// Makes room for `count` more derived bytes. Pointers into them are void afterwards.
  @inline(__always)
  mutating func reserve(_ count: Int) {
    if derivedCount + count > derivedCapacity { grow(count) }
  }

  @inline(never)
  private mutating func grow(_ count: Int) {
    derivedCapacity = max(derivedCapacity * 2, derivedCount + count)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: derivedCapacity)
    larger.update(from: derived, count: derivedCount)
    derived.deallocate()
    derived = larger
  }

  /// Appends a byte to room that was reserved.
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    derived[derivedCount] = byte
    derivedCount += 1
  }

  /// Appends bytes to room that was reserved.
  @inline(__always)
  mutating func put(_ bytes: UnsafePointer<UInt8>, count: Int) {
    (derived + derivedCount).update(from: bytes, count: count)
    derivedCount += count
  }

  /// The bytes of a piece, until room is reserved again.
  @inline(__always)
  func bytes(_ piece: Piece) -> UnsafePointer<UInt8> {
    let start = Int(piece.start)
    return start < sourceCount ? source + start : UnsafePointer(derived + (start - sourceCount))
  }

  /// The bytes of a piece, until room is reserved again.
  @inline(__always)
  func buffer(_ piece: Piece) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes(piece), count: piece.count)
  }

  /// A literal of the plan: they stand first among what is derived.
  @inline(__always)
  func literal(_ piece: Piece) -> Piece { Piece(start: sourceCount + Int(piece.start), length: piece.count) }

  /// Ends the writing of a value that began at `start`, a former `derivedCount`. When it is what `original` was already, the
  /// writing is taken back.
  @inline(__always)
  mutating func piece(from start: Int, original: Piece) -> Piece {
    let count = derivedCount - start
    if count == original.count, memcmp(derived + start, bytes(original), count) == 0 {
      derivedCount = start
      return original
    }
    return Piece(start: sourceCount + start, length: count)
  }

  /// Takes back what was written since `start`.
  mutating func discard(to start: Int) { derivedCount = start }

  /// Appends `scratch` as a value, unless it is what `original` was already.
  mutating func pieceOfScratch(original: Piece) -> Piece {
    let start = derivedCount
    reserve(scratch.count)
    scratch.withUnsafeBufferPointer { if let base = $0.baseAddress { put(base, count: $0.count) } }
    return piece(from: start, original: original)
  }

  /// Appends a text as a value. For the transforms that work on text.
  mutating func piece(of text: String, original: Piece) -> Piece {
    var text = text
    let start = derivedCount
    reserve(text.utf8.count)
    text.withUTF8 { if let base = $0.baseAddress { put(base, count: $0.count) } }
    return piece(from: start, original: original)
  }

  /// The text of a piece. For the transforms that work on text.
  func text(_ piece: Piece) -> String { String(decoding: buffer(piece), as: UTF8.self) }
}
