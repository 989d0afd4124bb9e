import CustomerModel
import Differ
import RegisterStore
import Rows
import TestSupport
import Testing

@Suite struct RowDigestsTests {
  private static let source: [UInt8] = [1, 2, 3]
  private static func digest(_ number: UInt64) -> RowDigest { RowDigest(high: number << 1 | 1, low: .max - number) }

  private func remembering(_ store: Store, _ digests: [Int64: UInt64], source: [UInt8] = source) throws {
    try store.run { writer throws in
      var memory = try writer.digests(fingerprint: source)
      for (customer, number) in digests { memory.remember(Self.digest(number), customer: customer) }
      try memory.flush()
    }
  }
  private func customer(_ store: Store, _ number: UInt64, source: [UInt8] = source) throws -> Int64? {
    try store.register.read { DigestMap(try $0.digestList(fingerprint: source)).customer(of: Self.digest(number)) }
  }

  @Test func eachKindOfSourceHasItsOwnMemory() throws {
    let store = try Store()
    try store.add([["number": "1"], ["number": "2"]])
    try remembering(store, [1: 10, 2: 20])
    try remembering(store, [1: 30], source: [9])
    #expect(try customer(store, 10) == 1)
    #expect(try customer(store, 20) == 2)
    #expect(try customer(store, 30) == nil)
    #expect(try customer(store, 30, source: [9]) == 1)
    #expect(try customer(store, 10, source: [9]) == nil)
    #expect(try customer(store, 10, source: [7]) == nil)
  }

  @Test func onlyTheLastRowOfACustomerCounts() throws {
    let store = try Store()
    try store.add([["number": "1"]])
    try remembering(store, [1: 10])
    try remembering(store, [1: 11])
    #expect(try customer(store, 10) == nil)
    #expect(try customer(store, 11) == 1)
  }

  @Test func everyChangeOfACustomerForgetsItsRows() throws {
    let changes: [(Store) throws -> Void] = [
      { try $0.change("1", ["name": "B"]) }, { try $0.change("1", ["active": "0"]) },
      { try $0.change("1", ["tags": CustomerCard.set(of: ["X"])]) }, { try $0.delete("1") },
    ]
    for change in changes {
      let store = try Store()
      try store.add([["number": "1"], ["number": "2"]])
      try remembering(store, [1: 10, 2: 20])
      try remembering(store, [1: 30], source: [9])
      try change(store)
      #expect(try customer(store, 10) == nil)
      #expect(try customer(store, 30, source: [9]) == nil)
      #expect(try customer(store, 20) == 2)
    }
  }

  @Test func whoseARowWithoutNumberIsStaysKnownUntilTheCustomerIsDeleted() throws {
    let store = try Store()
    try store.add([["number": "1"], ["number": "2"]])
    try store.run { writer throws in
      var memory = try writer.digests(fingerprint: [5], identifiesRows: true)
      memory.remember(Self.digest(10), customer: 1)
      memory.remember(Self.digest(20), customer: 2)
      try memory.flush()
    }
    try store.change("1", ["name": "B"])
    for kind in UInt8(100)..<112 { try remembering(store, [2: 10], source: [kind]) }
    #expect(try customer(store, 10, source: [5]) == 1)
    try store.delete("2")
    #expect(try customer(store, 20, source: [5]) == nil)
    #expect(try customer(store, 10, source: [5]) == 1)
  }

  @Test func theKindsOfSourcesLongestUnusedAreForgotten() throws {
    let store = try Store()
    try store.add([["number": "1"]])
    for kind in UInt8(0)..<12 { try remembering(store, [1: 10], source: [kind]) }
    let kept = try (UInt8(0)..<12).filter { try customer(store, 10, source: [$0]) != nil }
    #expect(kept.last == 11)
    #expect(kept.count < 12)
    #expect(kept == Array((12 - UInt8(kept.count))..<12))
  }

  @Test func theSeedIsTheRegistersOwn() throws {
    let (a, b) = (try Store(), try Store())
    let seed = try a.register.read { try $0.digestSeed() }
    #expect(try a.register.read { try $0.digestSeed() } == seed)
    #expect(try b.register.read { try $0.digestSeed() } != seed)
  }
}
