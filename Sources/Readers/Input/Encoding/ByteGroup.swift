/// At most four bytes, held in place: a damaged file may have one of these for each of its own.
struct ByteGroup: RandomAccessCollection {
  private let packed: UInt32
  private let length: UInt8

  var startIndex: Int { 0 }
  var endIndex: Int { Int(length) }

  /// - Parameter bytes: at most four.
  init(_ bytes: some Collection<UInt8>) {
    precondition(bytes.count <= 4)
    packed = bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    length = UInt8(bytes.count)
  }

  subscript(position: Int) -> UInt8 { UInt8(truncatingIfNeeded: packed >> (8 * position)) }
}
