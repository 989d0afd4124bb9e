import CustomerModel
import Rows
import Testing

@testable import Readers

@Suite struct MemoryLimitTests {
  private func limit(_ bytes: Int, _ format: SourceFormat = .json) -> MemoryLimit {
    MemoryLimit(ReadingOptions(maximumMemory: bytes), of: format, input: "lista.json")
  }

  @Test func whatTakesMoreThanTheLimitIsAnError() throws {
    let error = #expect(throws: KundregError.self) { try limit(1 << 20).check(rows: 2_048) }
    #expect(error?.status == .unreadableInput)
    #expect(error?.code == "input.memory")
    #expect(error?.text == InputTexts.tooMuchMemory("lista.json", megabytes: 1, row: 2048))
  }

  @Test func whatTakesLessIsNone() throws {
    try limit(1 << 40).check(rows: 1)
    #expect(throws: Never.self) { try limit(1 << 40, .workbook).check(rows: 1) }
  }

  /// By a few bytes each row is known when it comes again, so that a list of millions needs more.
  @Test func manyRowsMayTakeMore() throws {
    try limit(1 << 20).check(rows: 1 << 40)
  }
}
