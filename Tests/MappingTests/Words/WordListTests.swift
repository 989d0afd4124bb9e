import Mapping
import Testing

@Suite struct WordListTests {
  /// Twenty words, of which every other means the same as the one twelve before it, so that both few and many meanings are met.
  @Test(arguments: 1...20) func everyWordKeepsItsMeaningHoweverManyThereAre(count: Int) throws {
    let meanings = (0..<count).map { $0 >= 12 && $0.isMultiple(of: 2) ? "M\($0 - 12)" : "M\($0)" }
    // The first meaning of a word counts, however the word is written.
    let table = meanings.enumerated().map { "\"ord \($0)Å\": \"\($1)\"" } + ["\"ORD0å\": \"annat\""]
    let file = try Probe.file(
      #"{"columns": [{"field": "orderNumber", "headers": ["A"], "values": {\#(table.joined(separator: ", "))}}]}"#)
    for (index, meaning) in meanings.enumerated() {
      #expect(try Probe.value(file, "Ord \(index)å") == meaning)
      #expect(try Probe.value(file, "ord\(index) Å") == meaning)
    }
    #expect(try Probe.value(file, "ord \(count)å") == "ord \(count)å")
  }

  @Test func aTableHasWordsInLinesAndTheirPlainSpellings() {
    #expect(KnownWords.countries.meaning(of: "Österrike") == "AT")
    #expect(KnownWords.countries.meaning(of: "osterrike") == "AT")
    #expect(KnownWords.countries.meaning(of: "ÅLAND Islands") == "AX")
    #expect(KnownWords.countries.meaning(of: "") == nil)
    #expect(KnownWords.booleans.meaning(of: "✓") == "1")
    #expect(KnownWords.booleans.meaning(of: "FRÅN") == nil)
  }
}
