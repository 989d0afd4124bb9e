import CustomerModel

extension MappingPlan {
  /// Everything that decides the result, as bytes. The slots of the hash tables follow from the words.
  var fingerprint: [UInt8] {
    var bytes = Array("\(programs) \(outputs) \(operations) \(sources) \(separators) \(recordMembers)".utf8)
    bytes += Array(
      "\(templates) \(patterns.map(\.pattern)) \(String(describing: clearWords)) \(clearsBlanks) \(shortRowsAreBlank)"
        .utf8)
    for table in tables { bytes.append(bigEndian: table.firstSlot) }
    for entry in entries {
      for number in [entry.keyStart, entry.keyLength, entry.meaning.start, entry.meaning.length] {
        bytes.append(bigEndian: Int(number))
      }
    }
    return bytes + literals + wordKeys
  }

  private var recordMembers: [[String]] {
    recordHeadings.map { $0.map { "\($0.field.name) \($0.position) \($0.member)" } }
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian number: Int) {
    Swift.withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).bigEndian) { append(contentsOf: $0) }
  }
}
