import CByteScan
import TestSupport
import Testing

/// Every kind of vectors is held against a loop over single bytes, as the machine at hand would use only one.
@Suite struct ByteScanTests {
  struct Vectors: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let breaks: @Sendable (UnsafePointer<UInt8>, Int, UnsafeMutablePointer<UInt64>) -> Void
    let untidy: @Sendable (UnsafePointer<UInt8>, Int, UnsafeMutablePointer<UInt64>) -> Void
    let common: @Sendable (UnsafePointer<UInt8>, Int) -> Int
    let suspect: @Sendable (UnsafePointer<UInt8>, Int, Int) -> Int
  }

  static let kinds: [Vectors] = {
    var kinds = [
      Vectors(
        testDescription: "baseline", breaks: { kundreg_mark_breaks_baseline($0, $1, 0x3B, $2) },
        untidy: { kundreg_mark_untidy_baseline($0, $1, $2) }, common: { kundreg_common_utf8_baseline($0, $1) },
        suspect: { kundreg_next_suspect_baseline($0, $1, $2) })
    ]
    #if arch(x86_64)
      if kundreg_has_avx2() != 0 {
        kinds.append(
          Vectors(
            testDescription: "AVX2", breaks: { kundreg_mark_breaks_avx2($0, $1, 0x3B, $2) },
            untidy: { kundreg_mark_untidy_avx2($0, $1, $2) }, common: { kundreg_common_utf8_avx2($0, $1) },
            suspect: { kundreg_next_suspect_avx2($0, $1, $2) }))
      }
    #endif
    return kinds
  }()

  /// Bytes that mean something to one of the passes, and their neighbours.
  private static let notable: [UInt8] = [
    0x20, 0x20, 0x3B, 0x0A, 0x0D, 0x09, 0x7F, 0x1F, 0x00, 0x80, 0x81, 0x82, 0x84, 0x85, 0x86, 0x92, 0x95, 0xA2, 0xA4,
    0xAF, 0xB0, 0xB3, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBA, 0xBC, 0xBF, 0xC0,
    0xC1, 0xC2, 0xC2, 0xC3, 0xC3, 0xC4, 0xC5, 0xC6, 0xCB, 0xCE, 0xD1, 0xDF, 0xE0, 0xE1, 0xE2, 0xF0, 0xFF,
  ]

  /// Swedish letters among others, with few or many notable bytes.
  private static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    let rarity = [1, 6, 40, 400].randomElement(using: &random)!
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...300, using: &random) {
      if Int.random(in: 0..<rarity, using: &random) == 0 {
        bytes.append(notable.randomElement(using: &random)!)
      } else if Int.random(in: 0..<8, using: &random) == 0 {
        bytes += [0xC3, [0xA5, 0xA4, 0xB6, 0x85, 0x84, 0x96].randomElement(using: &random)!]
      } else {
        bytes.append(UInt8.random(in: 0x61...0x7A, using: &random))
      }
    }
    return bytes
  }

  private func places(_ count: Int, _ mark: (UnsafeMutablePointer<UInt64>) -> Void) -> [Int] {
    var words = [UInt64](repeating: .max, count: kundreg_words(count))
    words.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { mark(base) } }
    return (0..<words.count * 64).filter { words[$0 / 64] >> ($0 % 64) & 1 == 1 }
  }

  @Test(arguments: kinds) func everyPassFindsWhatALoopOverBytesFinds(_ vectors: Vectors) {
    var random = SeededGenerator(state: 20_261_129)
    for _ in 0..<1500 {
      let bytes = Self.bytes(&random)
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        let isBreak = bytes.indices.filter { [0x3B, 0x0A, 0x0D].contains(bytes[$0]) }
        #expect(places(bytes.count) { vectors.breaks(base, bytes.count, $0) } == isBreak)
        let isUntidy = bytes.indices.filter { place in
          let byte = bytes[place]
          let isSecondBlank = byte == 0x20 && place > 0 && bytes[place - 1] == 0x20
          return byte < 0x20 || byte == 0x7F || isSecondBlank || byte >= 0xC0 && byte != 0xC3
        }
        #expect(places(bytes.count) { vectors.untidy(base, bytes.count, $0) } == isUntidy)
        #expect(vectors.common(base, bytes.count) == Self.uncommon(bytes))
        let start = Int.random(in: 0...bytes.count, using: &random)
        #expect(vectors.suspect(base, bytes.count, start) == Self.suspect(bytes, from: start))
      }
    }
  }

  /// Where the first character begins that is neither ASCII nor of two bytes.
  private static func uncommon(_ bytes: [UInt8]) -> Int {
    var place = 0
    while place < bytes.count {
      if bytes[place] < 0x80 {
        place += 1
      } else if 0xC2...0xDF ~= bytes[place], place + 1 < bytes.count, 0x80...0xBF ~= bytes[place + 1] {
        place += 2
      } else {
        return place
      }
    }
    return place
  }

  private static func suspect(_ bytes: [UInt8], from start: Int) -> Int {
    for place in start..<bytes.count {
      if bytes[place] >= 0xE2 || 0xCE...0xD1 ~= bytes[place] { return place }
      guard place + 1 < bytes.count else { continue }
      let next = bytes[place + 1]
      switch bytes[place] {
      case 0xC2 where [0xB3, 0xB9, 0xBF].contains(next): return place
      case 0xC4 where [0x82, 0x86, 0xB9, 0xBA].contains(next): return place
      case 0xC6 where next == 0x92: return place
      case 0xCB where next == 0x86: return place
      case 0xC3 where [0x82, 0x83, 0x95, 0xA2].contains(next): return place
      case 0xC3 where 0xAF...0xBF ~= next && ![0xB6, 0xB8, 0xBC].contains(next): return place
      case 0xC3 where [0x84, 0x85].contains(next) && place + 2 < bytes.count:
        if [0xC2, 0xC5, 0xC6, 0xCB, 0xE2].contains(bytes[place + 2]) { return place }
      default: continue
      }
    }
    return bytes.count
  }
}
