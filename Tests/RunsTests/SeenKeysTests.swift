import Testing

@testable import Runs

@Suite("The keys that a file has had")
struct SeenKeysTests {
  private var seen = SeenKeys(seed: 7)

  private mutating func mark(_ key: String, _ row: UInt32) -> UInt32? {
    Array(key.utf8).withUnsafeBytes { seen.mark($0, row: row) }
  }

  private mutating func row(of key: String) -> UInt32? { Array(key.utf8).withUnsafeBytes { seen.row(of: $0) } }

  @Test("a key that comes twice in a row names the first row")
  mutating func repeatedAtOnce() {
    #expect(mark("1001", 2) == nil)
    #expect(mark("1001", 3) == 2)
  }

  @Test("among ascending keys an earlier one is found again, and so is every other one after it")
  mutating func repeatedAfterAscending() {
    for (row, key) in ["998", "999", "1000", "1001"].enumerated() { #expect(mark(key, UInt32(row) + 2) == nil) }
    #expect(mark("999", 6) == 3)
    #expect(mark("1001", 7) == 5)
    #expect(mark("1002", 8) == nil)
    #expect(mark("1002", 9) == 8)
  }

  @Test("keys without order are found again, also when they are many")
  mutating func withoutOrder() {
    for number in 0..<5000 { #expect(mark("K-\((number * 7919) % 5003)", UInt32(number) + 1) == nil) }
    for number in stride(from: 0, to: 5000, by: 17) {
      #expect(mark("K-\((number * 7919) % 5003)", 9000) == UInt32(number) + 1)
    }
  }

  @Test("a key is found among ascending ones and among others")
  mutating func found() {
    func find(_ key: String) -> UInt32? { Array(key.utf8).withUnsafeBytes { seen.found($0) } }
    #expect(find("5") == nil)
    for number in 1...100 { #expect(mark(String(number * 2), UInt32(number)) == nil) }
    #expect((1...100).allSatisfy { find(String($0 * 2)) == UInt32($0) })
    #expect([find("1"), find("99"), find("201"), find("")] == [nil, nil, nil, nil])
    #expect(mark("7", 101) == nil)
    #expect((1...100).allSatisfy { find(String($0 * 2)) == UInt32($0) })
    #expect(find("7") == 101)
    #expect(find("9") == nil)
  }

  @Test("a key is looked for without being marked")
  mutating func lookedFor() {
    #expect(row(of: "10") == nil)
    #expect(mark("10", 1) == nil)
    #expect(mark("20", 2) == nil)
    #expect(row(of: "30") == nil)
    #expect(row(of: "10") == 1)
    #expect(row(of: "15") == nil)
    #expect(mark("30", 3) == nil)
  }

  @Test("a key without bytes is one like others")
  mutating func empty() {
    #expect(mark("", 1) == nil)
    #expect(mark("", 2) == 1)
    #expect(mark("a", 3) == nil)
    #expect(row(of: "") == 1)
  }

  @Test("keys that differ only in length, in their last byte or far from their beginning are others")
  mutating func alike() {
    let long = String(repeating: "9", count: 14)
    let keys = [
      "1", "01", "001", long, long + "9", long + "99", long + "98", long + "999", "8" + long + "9", "\0", "\0\0",
    ]
    for (row, key) in keys.enumerated() { #expect(mark(key, UInt32(row) + 1) == nil, "\(key)") }
    for (row, key) in keys.enumerated() { #expect(mark(key, 99) == UInt32(row) + 1, "\(key)") }
  }
}
