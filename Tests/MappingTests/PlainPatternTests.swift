import TestSupport
import Testing

@testable import Mapping

@Suite struct PlainPatternTests {
  @Test(
    "what mappings use is known to be right",
    arguments: [
      "^0+", #"^K(\d+).*$"#, "(^|:::) *\\*[^:]*", "^((?!:::).)*$", "^.*?::: *", "(?i)<br */?>|</(p|div|li)>",
      "^(18|19|20)[0-9]{2}-?[0-9]{2,4}(-?0000)?$", "[A-Za-z ]+", "ÅÄÖ?", "a{2,}?", "(?:AB|HB) *$",
    ])
  func right(pattern: String) {
    #expect(PlainPattern.isRight(pattern))
    #expect(RegularExpression(pattern) != nil)
  }

  @Test(
    "what is wrong is never taken for right",
    arguments: ["", "(", ")", "a(", "*", "a**", "[", "[]", "[z-a]", "a{2,1}", "a{", "\\", "\\q", "(?<", "(?!a)*", "^*"])
  func wrong(pattern: String) { #expect(!PlainPattern.isRight(pattern)) }

  @Test("whatever is taken for right is a regular expression")
  func agrees() {
    var random = SeededGenerator(18)
    let alphabet = Array("ab09 .*+?()[]{}|^$\\d-,:<!=&å")
    var count = 0
    for _ in 0..<30_000 {
      let length = Int.random(in: 1...9, using: &random)
      let pattern = String((0..<length).map { _ in random.pick(alphabet) })
      guard PlainPattern.isRight(pattern) else { continue }
      count += 1
      #expect(RegularExpression(pattern) != nil, "\(pattern)")
    }
    #expect(count > 1_000)
  }
}
