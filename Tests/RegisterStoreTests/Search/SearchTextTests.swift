import Foundation
@testable import RegisterStore
import TestSupport
import Testing

@Suite struct SearchTextTests {
  @Test(arguments: [
    ("ÅÄÖ åäö", "aao aao"), ("Café ÉÈÜ", "cafe eeu"), ("Øre Æ ß Łódź", "ore ae ss lodz"), ("A\u{308}", "a"),
    ("İ 日本 Ω", "i 日本 ω"), ("", ""), ("{|}~@[", "{|}~@["),
    ("10\u{A0}000 kr", "10 000 kr"), ("日本\u{A0}å", "日本 a"),
  ])
  func lettersAreFolded(text: String, folded: String) {
    #expect(String(decoding: FoldedText.bytes(text), as: UTF8.self) == folded)
  }

  /// Against Foundation, whatever the length: eight bytes are folded at a time, and what is left with some before it.
  @Test func textsOfAnyLengthAreFolded() {
    var generator = SeededGenerator(8)
    let letters = ["a", "B", "Z", "@", "[", "{", "7", " ", "å", "Ö", "É", "ü"]
    for length in 0...40 {
      for _ in 0..<20 {
        let text = (0..<length).map { _ in
          generator.chance(0.8) ? generator.pick(Array(letters[..<8])) : generator.pick(letters)
        }.joined()
        let folded = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        #expect(String(decoding: FoldedText.bytes(text), as: UTF8.self) == folded)
      }
    }
  }

  @Test(arguments: [
    ("8001011234", ["8001011234"]), ("800101+1234", ["800101+1234", "800101-1234"]),
    ("16556677-8899", ["16556677-8899", "556677-8899"]), ("165566778899", ["165566778899", "5566778899"]),
    ("16556677-889", ["16556677-889"]), ("16-bolaget", ["16-bolaget"]), ("ÅSA", ["asa"]),
  ])
  func identityNumbersHaveOtherSpellings(word: String, spellings: [String]) {
    #expect(SearchWords(word).alternatives.map { $0.map { String(decoding: $0, as: UTF8.self) } } == [spellings])
  }

  /// Against the plainest way there is.
  @Test func theScanFindsEveryFirstPlace() {
    var generator = SeededGenerator(7)
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...70, using: &generator)).map { _ in UInt8.random(in: 97...99, using: &generator)
      }
      let needle = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        UInt8.random(in: 97...99, using: &generator)
      }
      let start = Int.random(in: 0...text.count, using: &generator)
      let expected = (start..<max(start, text.count - needle.count + 1)).first {
        Array(text[$0..<$0 + needle.count]) == needle
      }
      let found = text.withUnsafeBytes { text in
        needle.withUnsafeBytes { TextScan.first($0, in: text, from: start) }
      }
      #expect(found == expected, "\(text) \(needle) \(start)")
    }
  }

  /// Eight characters are taken at a time where none is special.
  @Test func theLastLettersStandAfterZInLongNames() {
    let names = ["aaaaaaa{", "aaaaaaa}", "AAAAAAAA", "aaaaaaaz", "aaaaaaaå", "aaaaaaaÄ", "aaaaaaaö"]
    let keys = names.map { name in
      [UInt8](unsafeUninitializedCapacity: SwedishSortKey.mostBytes(of: name.utf8.count)) { key, count in
        count = Array(name.utf8).withUnsafeBytes {
          SwedishSortKey.write($0, to: UnsafeMutableRawBufferPointer(key)) ?? 0
        }
      }
    }
    for (lower, higher) in zip(keys, keys.dropFirst()) { #expect(lower.lexicographicallyPrecedes(higher)) }
  }

  @Test func numbersStandAsPeopleCount() {
    let expected = [
      "", "0", "000", "01", "1", "9", "0010", "10", "999999999999999999", "1000000000000000000", "A", "A1B3", "K", "K5",
      "K-",
      "K-0", "K-2", "K-0998", "K-998", "K-1002", "K-10000", "a",
    ]
    var generator = SeededGenerator(3)
    let sorted = expected.shuffled(using: &generator).sorted { a, b in
      Array(a.utf8).withUnsafeBytes { a in Array(b.utf8).withUnsafeBytes { NumberOrder.precedes(a, $0) } }
    }
    #expect(sorted == expected)
    let keys = expected.map { number in
      [UInt8](unsafeUninitializedCapacity: NumberOrder.mostKeyBytes(of: number.utf8.count)) { key, count in
        count = Array(number.utf8).withUnsafeBytes { NumberOrder.writeKey($0, to: UnsafeMutableRawBufferPointer(key)) }
      }
    }
    for (lower, higher) in zip(keys, keys.dropFirst()) { #expect(lower.lexicographicallyPrecedes(higher)) }
  }
}
