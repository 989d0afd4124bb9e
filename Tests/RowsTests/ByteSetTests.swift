import Rows
import TestSupport
import Testing

@Suite struct ByteSetTests {
  private func bytes<T>(_ text: String, _ body: (UnsafeRawBufferPointer) -> T) -> T {
    Array(text.utf8).withUnsafeBytes(body)
  }

  @Test func holdsWhatItWasMadeOfAndNothingElse() {
    let set = ByteSet(["SE", "NO", "", "NORGE", "NO"])
    #expect(set.count == 4)
    for known in ["SE", "NO", "", "NORGE"] { #expect(bytes(known) { set.contains($0) }, "\(known)") }
    for unknown in ["N", "NOR", "NORGEE", "E", "se", "SENO"] {
      #expect(!bytes(unknown) { set.contains($0) }, "\(unknown)")
    }
  }

  @Test func anEmptySetHoldsNotEvenTheEmptyText() {
    #expect(!bytes("") { ByteSet().contains($0) })
  }

  @Test func agreesWithSwiftsSetWhileItGrows() {
    var random = SeededGenerator(2)
    var set = ByteSet()
    var oracle: Set<String> = []
    for _ in 0..<5_000 {
      let text = String(Int.random(in: 0..<3_000, using: &random), radix: 3)
      #expect(bytes(text) { set.insert($0) } == oracle.insert(text).inserted)
    }
    #expect(set.count == oracle.count)
    for number in 0..<3_100 {
      let text = String(number, radix: 3)
      #expect(bytes(text) { set.contains($0) } == oracle.contains(text))
    }
  }

  @Test func aCopyGoesItsOwnWay() {
    let first = ByteSet(["a"])
    var second = first
    _ = bytes("b") { second.insert($0) }
    #expect(!bytes("b") { first.contains($0) })
    #expect(bytes("b") { second.contains($0) })
  }
}
