import Rows
import Testing

@Suite struct BlankTextTests {
  private func isBlank(_ text: String) -> Bool { Array(text.utf8).withUnsafeBytes(BlankText.isBlank) }

  @Test(
    "blanks of every kind show nothing",
    arguments: [
      "", " ", "\t \r\n", "\u{A0}", "\u{AD}", "\u{2007}\u{202F}", "\u{200B}", "\u{200E}\u{200D}", "\u{FEFF}",
      "\u{3000}",
      "\u{1680}", "\u{2800}", "\u{85}\u{2028}", "\u{1F}", " \u{A0}\t\u{200B} ",
    ])
  func blank(text: String) { #expect(isBlank(text)) }

  @Test(
    "whatever can be seen is no blank, also after blanks and beside invisible characters",
    arguments: [
      "a", "-", "0", "å", "Ä", " \u{A0}x", "\u{200B}1", "。", "€", "–", "\u{301}", "µ", "ؠ", "\u{FFFD}", "1\u{A0}",
    ])
  func visible(text: String) { #expect(!isBlank(text)) }

  @Test("half a character at the end is something")
  func cut() {
    #expect(!([0xC2] as [UInt8]).withUnsafeBytes(BlankText.isBlank))
    #expect(!([0x20, 0xE2, 0x80] as [UInt8]).withUnsafeBytes(BlankText.isBlank))
  }

  @Test("a row shows something when one cell does")
  func rows() {
    let arena = Array(" \u{A0}x".utf8)
    let blank = RowBatch.Cell(start: 0, length: 3)
    let text = RowBatch.Cell(start: 3, length: 1)
    func areBlank(_ cells: [RowBatch.Cell]) -> Bool {
      arena.withUnsafeBufferPointer { arena in
        cells.withUnsafeBufferPointer { BlankText.areBlank($0, in: arena.baseAddress!) }
      }
    }
    #expect(areBlank([]))
    #expect(areBlank([blank, .missing, RowBatch.Cell(start: 0, length: 0)]))
    #expect(!areBlank([blank, text]))
    #expect(!areBlank([text, blank]))
  }
}
