import CustomerModel
import Glibc
import Rows

extension Workspace {
  /// Rows are taken in blocks, so that a block's cells stay in the cache while one program after the other walks it.
  static var blockSize: Int { 64 }

  /// Maps all rows.
  mutating func run() {
    var first = 0
    while first < rows.count {
      let block = first..<min(first + Self.blockSize, rows.count)
      for index in plan.programs.indices {
        let program = plan.programs[index]
        if program.isDirect { runDirect(program, block) } else { for row in block { run(program, row) } }
      }
      if !plan.foreignRows.programs.isEmpty { leaveForms(block) }
      first = block.upperBound
    }
  }

  /// One cell to one field: nearly all columns of nearly all files.
  private mutating func runDirect(_ program: MappingPlan.Program, _ block: Range<Int>) {
    let column = plan.sources[program.sources.lowerBound]
    let output = plan.outputs[program.outputs.lowerBound]
    let target = output.column * rows.count
    let clearWords = plan.clearWords
    let limits = careLimits + plan.cares[program.sources.lowerBound].limits
    let isPlain = program.operations.isEmpty && output.operations.isEmpty
    // Values are absent until something is stored.
    let staysBlank = !plan.clearsBlanks && output.blankDefault == .missing
    for index in block {
      let row = rows[index]
      if column < Int(row.cellCount) {
        let cell = cells[Int(row.firstCell) + column]
        if cell.length == 0, staysBlank, cell.start != .max { continue }
        if cell.start != .max, cell.length > 0, isTidy(cell), limits[Int(source[Int(cell.start)])] < cell.length {
          var value = Piece(start: Int(cell.start), length: Int(cell.length))
          if let clearWords, meaning(of: value, in: clearWords) != nil {
            value = .cleared
          } else if !isPlain {
            cellAtHand = (program.sources.lowerBound, index)
            value = apply(output.operations, to: apply(program.operations, to: value))
          }
          if value.isValue {
            values[target + index].start = value.start
            values[target + index].length = value.length
            continue
          }
        }
      }
      run(program, index)
    }
  }

  /// True when there is certainly nothing to trim, to collapse or to compose in a cell, which is not empty.
  @inline(__always)
  private func isTidy(_ cell: RowBatch.Cell) -> Bool {
    let start = Int(cell.start)
    let count = Int(cell.length)
    return source[start] > 0x20 && source[start &+ count &- 1] > 0x20 && untidy.areTidy(from: start, count: count)
  }

  mutating func run(_ program: MappingPlan.Program, _ row: Int) {
    let value = gather(program, row)
    if case .none = program.split {
      finish(value, plan.outputs[program.outputs.lowerBound], row, before: program.operations)
      return
    }
    guard value.isValue else {
      for index in program.outputs { finish(value, plan.outputs[index], row, before: 0..<0) }
      return
    }
    split(apply(program.operations, to: value), program.split, count: program.outputs.count)
    for (place, index) in program.outputs.enumerated() {
      finish(parts[place], plan.outputs[index], row, before: 0..<0)
    }
  }

  /// Takes a value through the last steps and stores it.
  private mutating func finish(
    _ value: Piece, _ output: MappingPlan.Output, _ row: Int, before operations: Range<Int>
  ) {
    guard output.column >= 0 else { return }
    var value = value
    if value.isValue { value = apply(output.operations, to: apply(operations, to: value)) }
    let target = output.column * rows.count + row
    if value.isValue {
      values[target].start = value.start
      values[target].length = value.length
    } else if value == .cleared {
      values[target] = .clear
    } else if output.blankDefault != .missing {
      let literal = literal(output.blankDefault)
      values[target] = .init(start: Int(literal.start), length: literal.count)
    } else {
      values[target] = value.isBlank && plan.clearsBlanks ? .clear : .absent
    }
  }

  /// What a program starts from: bytes, or a mark.
  private mutating func gather(_ program: MappingPlan.Program, _ row: Int) -> Piece {
    switch program.source {
    case .constant:
      cellAtHand.source = -1
      return .missing
    case .cell: return fetch(program.sources.lowerBound, row, program.form)
    case .firstOf: return first(of: program.sources, program, row)
    case .firstOfOrJoin(let count):
      let value = first(of: program.sources.prefix(count), program, row)
      return value.isValue ? value : stronger(value, join(program.sources.dropFirst(count), program, row))
    case .join: return join(program.sources, program, row)
    case .records(let index): return gatherRecords(program, plan.recordHeadings[index], row)
    }
  }

  /// The first cell that is filled, or a mark.
  private mutating func first(of sources: Range<Int>, _ program: MappingPlan.Program, _ row: Int) -> Piece {
    var best = Piece.missing
    for index in sources {
      let value = fetch(index, row, program.form)
      if value.isValue { return value }
      best = stronger(best, value)
    }
    return best
  }

  /// Of two, of which the first is no value, the one that says more: a value, a clearing word, a blank, nothing.
  private func stronger(_ a: Piece, _ b: Piece) -> Piece {
    if b.isValue { return b }
    if a == .cleared || b == .cleared { return .cleared }
    return a.isBlank || b.isBlank ? .blank : .missing
  }

  private mutating func join(_ sources: Range<Int>, _ program: MappingPlan.Program, _ row: Int) -> Piece {
    parts.removeAll(keepingCapacity: true)
    var rest = Piece.missing
    var room = 0
    for index in sources {
      let value = fetch(index, row, program.form)
      if value.isValue {
        parts.append(value)
        room += value.count + program.separator.count
      } else {
        rest = stronger(rest, value)
      }
    }
    guard parts.count > 1 else { return parts.first ?? rest }
    reserve(room)
    let start = derivedCount
    for place in parts.indices {
      if place > 0 { put(bytes(literal(program.separator)), count: program.separator.count) }
      put(bytes(parts[place]), count: parts[place].count)
    }
    return Piece(start: sourceCount + start, length: derivedCount - start)
  }

  /// One cell without superfluous blanks and without damage, or a mark.
  ///
  /// - Parameter index: in ``MappingPlan/sources``.
  mutating func fetch(_ index: Int, _ row: Int, _ form: TextForm) -> Piece {
    let column = plan.sources[index]
    let place = rows[row]
    guard column < Int(place.cellCount) else { return plan.shortRowsAreBlank ? .blank : .missing }
    let cell = cells[Int(place.firstCell) + column]
    guard cell.start != .max else { return .missing }
    let care = plan.cares[index]
    let controls = droppedControls
    let value = clean(Piece(start: Int(cell.start), length: Int(cell.length)), form)
    if droppedControls != controls { note(.control, care, column: column, row: row) }
    if value.isBlank { return .blank }
    if let table = plan.clearWords, meaning(of: value, in: table) != nil { return .cleared }
    cellAtHand = (index, row)
    return mayBeDamaged(value, care) ? mended(value, care, column: column, row: row) : value
  }

  /// Takes one text through steps, for what is made once.
  mutating func run(_ operations: [Range<Int>], on piece: Piece, _ form: TextForm) -> Piece {
    var piece = clean(piece, form)
    for range in operations { piece = apply(range, to: piece) }
    return piece
  }

  @inline(__always)
  private mutating func apply(_ operations: Range<Int>, to value: Piece) -> Piece {
    var value = value
    for index in operations where !value.isBlank {
      let operation = plan.operations[index]
      guard operation.isRemembered else {
        value = apply(operation, to: value)
        continue
      }
      let last = memory[index]
      if last.value.length == value.length, memcmp(bytes(last.value), bytes(value), value.count) == 0 {
        value = last.result
      } else {
        let parts = mendedParts
        let result = apply(operation, to: value)
        // What was mended is counted each time.
        if mendedParts == parts { memory[index] = (value, result) }
        value = result
      }
    }
    return value
  }

  private mutating func apply(_ operation: MappingPlan.Operation, to value: Piece) -> Piece {
    switch operation.code {
    case .upper: upper(value)
    case .lower: lower(value)
    case .title: title(value)
    case .not: not(value, booleans: operation.first, answers: operation.second)
    case .number: number(value)
    case .identityNumber: leaves(operation) ? value : identityNumber(value)
    case .vatNumber: vatNumber(value)
    case .postalCode: leaves(operation) ? value : postalCode(value)
    case .word: word(value, table: operation.first, isLoose: operation.second == 1)
    case .language: language(value, table: operation.first)
    case .phone:
      // Digits are digits everywhere; only the Swedish calling code is not everybody's.
      phone(value, callingCode: Piece(start: operation.first, length: leaves(operation) ? 0 : operation.second))
    case .date: date(value, monthFirst: operation.first == 1)
    case .entities: entities(value)
    case .prefix: prefix(value, with: Piece(start: operation.first, length: operation.second))
    case .suffix: suffix(value, with: Piece(start: operation.first, length: operation.second))
    case .replace: replace(value, pattern: operation.first, template: operation.second)
    case .clean: clean(value, TextForm(number: operation.first))
    case .set: set(value, separators: plan.separators[operation.first], areIdentities: operation.second == 1)
    case .records: records(value, kind: operation.first, isAbroad: leaves(operation))
    }
  }

  @inline(__always)
  private func leaves(_ operation: MappingPlan.Operation) -> Bool {
    operation.swedishForm.rawValue & leftForms.rawValue != 0
  }
}
