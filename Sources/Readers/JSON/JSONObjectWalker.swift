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
  /// True when some text of the row was not whole.
  private var isDamaged = false
  private var name: [UInt8] = []

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
    try members(of: JSONColumns.root, into: &unused)
    guard columns.pathCount <= JSONColumns.maximumCount else {
      throw tokenizer.failure(
        "the objects have more than \(JSONColumns.maximumCount) different values", code: "json.tooManyColumns",
        at: tokenizer.tokenOffset)
    }
  }

  /// Writes an object whose opening brace was read as a row.
  mutating func append(to batch: inout RowBatch, position: Int) throws {
    for index in cells.indices { cells[index] = .missing }
    isDamaged = false
    try members(of: JSONColumns.root, into: &batch.arena)
    let isUndecodable = tokenizer.passInvalid(before: tokenizer.offset)
    let count = (cells.lastIndex { !$0.isMissing } ?? -1) + 1
    batch.rows.append(
      RowBatch.Row(
        firstCell: batch.cells.count, cellCount: count, position: position,
        fault: isDamaged || isUndecodable ? .invalidEncoding : .none))
    batch.cells.append(contentsOf: cells[..<count])
  }

  private mutating func members(of node: Int, into arena: inout [UInt8]) throws {
    while true {
      let key = try tokenizer.next()
      guard key.kind == .key else { return }
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
      append(token, to: &arena)
      try put(start: start, end: arena.count, isBlank: token.kind == .null, at: node)
    }
  }

  private mutating func elements(of node: Int, into arena: inout [UInt8]) throws {
    var start = arena.count
    var end = start
    var position = 0
    var hasScalars = false
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
        append(token, to: &arena)
        arena.append(JSONObjectWalker.elementEnd)
        end = arena.count
        hasScalars = true
      } else {
        try value(token, at: columns.element(position, of: node), into: &arena)
        if !hasScalars {
          start = arena.count
          end = start
        }
      }
      position += 1
    }
    if hasScalars || position == 0 { try put(start: start, end: end, isBlank: position == 0, at: node) }
  }

  private mutating func append(_ token: JSONToken, to arena: inout [UInt8]) {
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
        "the object has the name \(String(decoding: columns.headings[column], as: UTF8.self)) twice",
        code: "json.duplicateName", at: tokenizer.tokenOffset)
    }
    cells[column] = RowBatch.Cell(start: start, length: end - start)
  }
}
