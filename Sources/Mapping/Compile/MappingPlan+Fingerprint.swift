import CustomerModel

extension MappingPlan {
  /// Everything that decides the result, as bytes. The slots of the hash tables follow from the words.
  ///
  /// Numbers rather than descriptions: to describe a value by reflection takes longer than to compile it.
  var fingerprint: [UInt8] {
    var numbers: [Int] = []
    for program in programs { numbers += program.numbers }
    for output in outputs {
      numbers +=
        [output.column, output.operations.lowerBound, output.operations.upperBound] + output.blankDefault.numbers
    }
    for operation in operations {
      numbers += [Int(operation.code.rawValue), operation.first, operation.second, Int(operation.swedishForm.rawValue)]
    }
    numbers += sources
    for care in cares { numbers += care.numbers }
    for separators in separators { numbers += separators.numbers }
    for table in tables { numbers.append(table.firstSlot) }
    numbers.reserveCapacity(numbers.count + 4 * entries.count + 16)
    for entry in entries {
      // One by one: words of countries and languages are most of a plan.
      numbers.append(Int(entry.keyStart))
      numbers.append(Int(entry.keyLength))
      numbers.append(Int(entry.meaning.start))
      numbers.append(Int(entry.meaning.length))
    }
    numbers += [clearWords ?? -1, clearsBlanks ? 1 : 0, shortRowsAreBlank ? 1 : 0]
    if let typeDerivation { numbers += typeDerivation.numbers }
    numbers += [programs.count, outputs.count, operations.count, separators.count, tables.count, entries.count]
    var bytes = numbers.map { $0.bigEndian }.withUnsafeBytes { [UInt8]($0) }
    for text in templates + patterns.map(\.pattern) + recordMembers.flatMap({ $0 + [""] }) {
      bytes += Array(text.utf8) + [0]
    }
    return bytes + literals + wordKeys
  }

  private var recordMembers: [[String]] {
    recordHeadings.map { $0.map { "\($0.field.name) \($0.position) \($0.member)" } }
  }
}

extension MappingPlan.Program {
  fileprivate var numbers: [Int] {
    let source =
      switch source {
      case .cell: [0]
      case .join: [1]
      case .firstOf: [2]
      case .constant: [3]
      case .records(let index): [4, index]
      case .firstOfOrJoin(let count): [5, count]
      }
    let split =
      switch split {
      case .none: [0]
      case .postalCodeCity: [1]
      case .fullName: [2]
      case .at(let text): [3] + text.numbers
      case .groups(let index): [4, index]
      }
    let ranges = [sources, operations, outputs].flatMap { [$0.lowerBound, $0.upperBound] }
    return source + split + ranges + separator.numbers + [form.number]
  }
}

extension Piece {
  fileprivate var numbers: [Int] { [Int(start), Int(length)] }
}
