/// A set of two-letter codes, asked by bytes.
package struct TwoLetterCodes: Sendable {
  private let members: [Bool]
  private let firstLetter: UInt8

  /// The codes of a text in which they stand one after the other, parted by blanks.
  init(_ codes: String, firstLetter: UInt8) {
    var members = [Bool](repeating: false, count: 26 * 26)
    for code in codes.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      let letters = Array(code)
      members[Int(letters[0] - firstLetter) * 26 + Int(letters[1] - firstLetter)] = true
    }
    self.members = members
    self.firstLetter = firstLetter
  }

  package func contains(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 2 else { return false }
    let first = Int(bytes[0]) - Int(firstLetter)
    let second = Int(bytes[1]) - Int(firstLetter)
    guard (0..<26).contains(first), (0..<26).contains(second) else { return false }
    return members[first * 26 + second]
  }
}
