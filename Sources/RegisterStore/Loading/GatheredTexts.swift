import CustomerModel
import Rows

/// The searched texts of the customers that came of one batch, copied out of it: it is used again before they are folded.
struct GatheredTexts: Sendable {
  /// For each customer its key, as of ``SearchEntries/keys``, then for each text its length, in four bytes, and its bytes.
  private let bytes: [UInt8]
  /// How many texts each customer has: of its own fields, then of contact persons.
  let textCount: Int

  /// A customer that came of a row.
  struct Created {
    let id: Int64
    let row: Int
    /// Its number, when the register gave it one.
    let number: String?
  }

  /// Where a batch has the searched texts.
  struct Columns {
    fileprivate let texts: [Int?]
    fileprivate let active: Int?

    init(_ columns: [RecordColumn]) {
      let place = { (path: FieldPath) in columns.firstIndex { $0.path == path } }
      let positions = Set(columns.filter(\.path.field.isRepeated).map(\.path.position)).sorted()
      let persons = positions.flatMap { position in
        SearchedFields.person.compactMap { place(FieldPath($0, position: position)) }
      }
      texts = SearchedFields.customer.map { place(FieldPath($0)) } + persons
      active = place(FieldPath(.active))
    }
  }

  init(of customers: [Created], in batch: RecordBatch, columns: Columns) {
    textCount = columns.texts.count
    let numberPlace = SearchedFields.customer.firstIndex(of: .number)!
    bytes = batch.rows.arena.withUnsafeBytes { arena in
      batch.values.withUnsafeBufferPointer { values in
        let value = { (column: Int?, row: Int) -> UnsafeRawBufferPointer in
          guard let column, values[column * batch.count + row].isPresent else {
            return UnsafeRawBufferPointer(start: nil, count: 0)
          }
          return UnsafeRawBufferPointer(rebasing: arena[values[column * batch.count + row].range])
        }
        var size = customers.count * (8 + 4 * columns.texts.count)
        for column in columns.texts where column != nil {
          for customer in customers { size += value(column, customer.row).count }
        }
        for customer in customers { size += customer.number?.utf8.count ?? 0 }
        return Array(unsafeUninitializedCapacity: size) { room, count in
          var writer = Writer(room: UnsafeMutableRawBufferPointer(room))
          for customer in customers {
            let activity = value(columns.active, customer.row)
            let isActive = activity.isEmpty || activity[0] == UInt8(ascii: "1")
            writer.put(SearchEntries.key(customer.id, isActive: isActive))
            for (place, column) in columns.texts.enumerated() {
              if place == numberPlace, var number = customer.number {
                number.withUTF8 { writer.put(UnsafeRawBufferPointer($0)) }
              } else {
                writer.put(value(column, customer.row))
              }
            }
          }
          count = writer.count
        }
      }
    }
  }

  private struct Writer {
    let room: UnsafeMutableRawBufferPointer
    private(set) var count = 0

    init(room: UnsafeMutableRawBufferPointer) { self.room = room }

    mutating func put(_ number: some FixedWidthInteger) {
      room.storeBytes(of: number, toByteOffset: count, as: type(of: number))
      count += MemoryLayout.size(ofValue: number)
    }

    mutating func put(_ text: UnsafeRawBufferPointer) {
      put(UInt32(text.count))
      UnsafeMutableRawBufferPointer(rebasing: room[count...]).copyMemory(from: text)
      count += text.count
    }
  }

  /// Gives the body each customer's key, and its texts by their places; no bytes where it has none.
  func forEach(_ body: (Int64, (Int) -> UnsafeRawBufferPointer) throws -> Void) rethrows {
    try bytes.withUnsafeBytes { bytes in
      try withUnsafeTemporaryAllocation(of: UnsafeRawBufferPointer.self, capacity: textCount) { texts in
        texts.initialize(repeating: UnsafeRawBufferPointer(start: nil, count: 0))
        var place = 0
        while place < bytes.count {
          let key = bytes.loadUnaligned(fromByteOffset: place, as: Int64.self)
          place += 8
          for index in texts.indices {
            let length = Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
            texts[index] = UnsafeRawBufferPointer(rebasing: bytes[place + 4..<place + 4 + length])
            place += 4 + length
          }
          try body(key) { texts[$0] }
        }
      }
    }
  }
}
