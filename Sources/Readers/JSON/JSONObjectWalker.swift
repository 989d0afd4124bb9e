import CustomerModel
import Rows

/// Walks the values of one object: once to find the columns of a document, then for every row to fill them.
struct JSONObjectWalker {
  /// Follows each element of an array of scalars, as it follows each name of a set.
  static let elementEnd: UInt8 = 0x1F

  let tokenizer: JSONTokenizer
  var columns = JSONColumns()
  /// The cells of the row by column; empty while columns are being found.
  private(set) var cells: [RowBatch.Cell] = []
  /// The columns of the row that hold yes or no, several values, or a number with an exponent.
  private var odd: [(column: Int, kind: OddCell.Kind)] = []
  /// True when some text of the row was not whole.
  private var isDamaged = false
  private var name: [UInt8] = []
  /// Where the object's text starts in the arena.
  private var rowStart = 0

  init(_ tokenizer: JSONTokenizer) { self.tokenizer = tokenizer }

  /// - Parameter columns: those that a first walk over the document found.
  init(_ tokenizer: JSONTokenizer, columns: JSONColumns) {
    self.tokenizer = tokenizer
    self.columns = columns
    cells = Array(repeating: .missing, count: columns.headings.count)
  }

  /// Notes the paths of an object whose opening brace was read.
  mutating func collect() throws {
    var unused: [UInt8] = []
    rowStart = 0
    try members(of: JSONColumns.root, into: &unused)
    try checkColumns()
  }

  /// Asked while an object is walked, since one may have more names than memory holds.
  private func checkColumns() throws {
    guard columns.areTooMany else { return }
    throw tokenizer.failure(
      JSONTexts.tooManyColumns(limit: JSONLimits.columns), code: .jsonTooManyColumns, at: tokenizer.tokenOffset)
  }

  /// Writes an object whose opening brace was read as a row; one in which nothing but null and blanks stands is none.
  mutating func append(to batch: inout RowBatch, position: Int) throws {
    for index in cells.indices { cells[index] = .missing }
    odd.removeAll(keepingCapacity: true)
    isDamaged = false
    rowStart = batch.arena.count
    try members(of: JSONColumns.root, into: &batch.arena)
    let isUndecodable = tokenizer.passInvalid(before: tokenizer.offset)
    if !isDamaged, !isUndecodable, isBlank(in: batch.arena) {
      batch.arena.removeLast(batch.arena.count - rowStart)
      return
    }
    let count = (cells.lastIndex { !$0.isMissing } ?? -1) + 1
    batch.rows.append(
      RowBatch.Row(
        firstCell: batch.cells.count, cellCount: count, position: position,
        fault: isDamaged || isUndecodable ? .invalidEncoding : .none))
    if odd.count > 1 { odd.sort { $0.column < $1.column } }
    for (column, kind) in odd {
      batch.oddCells.append(OddCell(cell: UInt32(truncatingIfNeeded: batch.cells.count + column), kind: kind))
    }
    batch.cells.append(contentsOf: cells[..<count])
  }

  /// True when none of the row's cells shows anything.
  private func isBlank(in arena: [UInt8]) -> Bool {
    cells.withUnsafeBufferPointer { cells in
      arena.withUnsafeBufferPointer { arena in
        // Without a byte no cell can show anything.
        arena.baseAddress.map { BlankText.areBlank(cells, in: $0) } ?? true
      }
    }
  }

  private mutating func members(of node: Int, into arena: inout [UInt8]) throws {
    while true {
      let key = try tokenizer.next()
      guard key.kind == .key else { return }
      try checkColumns()
      let raw = tokenizer.bytes(from: key.start, to: key.start + key.length)
      let child: Int
      if key.hasEscapes {
        name.removeAll(keepingCapacity: true)
        _ = JSONText.append(raw, hasEscapes: true, to: &name)
        child = name.withUnsafeBufferPointer { columns.member($0, of: node) }
      } else {
        child = columns.member(raw, of: node)
      }
      try value(try tokenizer.next(), at: child, into: &arena)
    }
  }

  private mutating func value(_ token: JSONToken, at node: Int, into arena: inout [UInt8]) throws {
    switch token.kind {
    case .beginObject: try members(of: node, into: &arena)
    case .beginArray: try elements(of: node, into: &arena)
    default:
      let start = arena.count
      try append(token, to: &arena)
      try put(start: start, end: arena.count, isBlank: token.kind == .null, at: node)
      switch token.kind {
      case .true, .false: note(.boolean, at: node)
      case .number where arena[start...].contains(where: { $0 | 0x20 == UInt8(ascii: "e") }): note(.exponent, at: node)
      default: break
      }
    }
  }

  private mutating func note(_ kind: OddCell.Kind, at node: Int) {
    guard !cells.isEmpty, columns.column(of: node) >= 0 else { return }
    odd.append((columns.column(of: node), kind))
  }

  private mutating func elements(of node: Int, into arena: inout [UInt8]) throws {
    var start = arena.count
    var end = start
    var position = 0
    var scalars = 0
    while true {
      let token = try tokenizer.next()
      if token.kind == .endArray { break }
      if token.isScalar {
        if end != arena.count {
          // Something nested was written in between: the elements are brought together behind it.
          let before = start..<end
          start = arena.count
          arena.append(contentsOf: arena[before])
        }
        try append(token, to: &arena)
        arena.append(JSONObjectWalker.elementEnd)
        end = arena.count
        scalars += 1
      } else {
        try checkColumns()
        try value(token, at: columns.element(position, of: node), into: &arena)
        if scalars == 0 {
          start = arena.count
          end = start
        }
      }
      position += 1
    }
    if scalars > 0 || position == 0 { try put(start: start, end: end, isBlank: position == 0, at: node) }
    if scalars > 1 { note(.list, at: node) }
  }

  private mutating func append(_ token: JSONToken, to arena: inout [UInt8]) throws {
    guard arena.count - rowStart <= tokenizer.maximumSize else {
      throw tokenizer.failure(
        JSONTexts.objectTooLarge(bytes: tokenizer.maximumSize), code: .jsonTooLarge,
        at: tokenizer.tokenOffset)
    }
    guard token.kind != .null else { return }
    let raw = tokenizer.bytes(from: token.start, to: token.start + token.length)
    if !JSONText.append(raw, hasEscapes: token.hasEscapes, to: &arena) { isDamaged = true }
  }

  private mutating func put(start: Int, end: Int, isBlank: Bool, at node: Int) throws {
    if cells.isEmpty {
      columns.note(node, isBlank: isBlank)
      return
    }
    let column = columns.column(of: node)
    guard column >= 0 else { return }
    guard cells[column].isMissing else {
      throw tokenizer.failure(
        JSONTexts.nameTwice(String(decoding: columns.headings[column], as: UTF8.self)), code: .jsonDuplicateName,
        at: tokenizer.tokenOffset)
    }
    cells[column] = RowBatch.Cell(start: start, length: end - start)
  }
}
