import CustomerModel

/// The elements of a set's canonical form, in which each is followed by the separator.
struct SetElements: Sequence, IteratorProtocol {
  private var rest: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { rest = bytes }

  mutating func next() -> UnsafeBufferPointer<UInt8>? {
    guard !rest.isEmpty else { return nil }
    var end = 0
    while end < rest.count, rest[end] != Field.setSeparator { end += 1 }
    let element = UnsafeBufferPointer(rebasing: rest[..<end])
    rest = UnsafeBufferPointer(rebasing: rest[Swift.min(end + 1, rest.count)...])
    return element
  }
}
