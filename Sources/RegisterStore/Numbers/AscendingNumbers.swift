/// Finds out whether numbers come in their order.
struct AscendingNumbers {
  /// True while each number came after the one before it.
  private(set) var hold = true
  private var last: [UInt8] = []
  private var lastValue: UInt64 = 0

  mutating func append(_ number: UnsafeRawBufferPointer) {
    guard hold else { return }
    let value = NumberOrder.value(number)
    if value <= lastValue, !last.isEmpty {
      hold = value == lastValue && last.withUnsafeBytes { !NumberOrder.precedes(number, $0) }
    }
    lastValue = value
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: number)
  }
}
