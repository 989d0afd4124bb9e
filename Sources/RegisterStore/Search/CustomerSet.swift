import Foundation

/// A set of customers by id, one bit each: a search may find most of a register.
struct CustomerSet {
  private(set) var bits: [UInt8] = []

  /// Returns false when the customer was in the set already.
  @discardableResult
  mutating func insert(_ customer: Int64) -> Bool {
    guard customer >= 0 else { return false }
    let place = Int(customer >> 3)
    if place >= bits.count { bits += [UInt8](repeating: 0, count: max(place + 1 - bits.count, bits.count)) }
    let bit: UInt8 = 1 << UInt8(customer & 7)
    defer { bits[place] |= bit }
    return bits[place] & bit == 0
  }

  mutating func formUnion(_ other: CustomerSet) {
    if other.bits.count > bits.count { bits += [UInt8](repeating: 0, count: other.bits.count - bits.count) }
    for place in other.bits.indices { bits[place] |= other.bits[place] }
  }

  func contains(_ customer: Int64) -> Bool { bits.withUnsafeBytes { Self.contains(customer, in: $0) } }

  /// The same of the set's bytes.
  static func contains(_ customer: Int64, in bits: UnsafeRawBufferPointer) -> Bool {
    guard customer >= 0, customer >> 3 < bits.count else { return false }
    return bits[Int(customer >> 3)] & 1 << UInt8(customer & 7) != 0
  }
}
