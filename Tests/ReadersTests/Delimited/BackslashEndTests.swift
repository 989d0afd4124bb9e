import Readers
import Rows
import Testing

/// Cells in quotes that end in a backslash, in texts in which backslashes escape: of programs that escape quotes and leave paths alone.
@Suite struct BackslashEndTests {
  private static let escaped = #""1";"Bygg \"Kalle\" AB";"C:\new\temp""# + "\n" + #""2";"Två \"2\" AB";"E:\x""# + "\n"

  private func rows(_ more: String, chunkSize: Int = 1 << 20) throws -> [ReadRow] {
    let source = try delimited("\"Nr\";\"Namn\";\"Mapp\"\n" + Self.escaped + more, chunkSize: chunkSize)
    #expect(source.dialect?.escape == .backslash)
    return try readRows(source)
  }

  @Test(
    "a cell that ends in a backslash ends there, and the row is rejected in that reading",
    arguments: [
      (#""3";"Tre AB";"D:\""#, ["3", "Tre AB", #"D:\"#]), (#""3";"D:\";"Lund""#, ["3", #"D:\"#, "Lund"]),
      (#""3";"Tre \"3\" AB";"\\nas\hem\""#, ["3", #"Tre "3" AB"#, #"\\nas\hem\"#]),
      (#""3\";"Tre";"x""#, [#"3\"#, "Tre", "x"]),
      (#""3";"C:\ny\";"D:\tmp\""#, ["3", #"C:\ny\"#, #"D:\tmp\"#]),
    ], ["\n", "\r\n"])
  func endsThere(row: (text: String, cells: [String]), lineBreak: String) throws {
    let last = try rows(row.text + lineBreak)
    #expect(last.last == ReadRow(4, row.cells, .escapedQuote))
    let middle = try rows(row.text + lineBreak + "\"4\";\"Fyra AB\";\"x\"" + lineBreak)
    #expect(Array(middle.suffix(2)) == [ReadRow(4, row.cells, .escapedQuote), ReadRow(5, ["4", "Fyra AB", "x"])])
  }

  @Test func aFileThatEndsWithSuchACellHasItsLastRow() throws {
    for chunkSize in [8, 9, 13, 1 << 20] {
      #expect(
        try rows(#""3";"Tre AB";"D:\""#, chunkSize: chunkSize).last
          == ReadRow(4, ["3", "Tre AB", #"D:\"#], .escapedQuote))
    }
  }

  @Test("what is no such cell is read as before")
  func others() throws {
    // Escaped as it should be; a delimiter between escaped quotes.
    #expect(try rows(#""3";"Tre AB";"D:\\""# + "\n").last == ReadRow(4, ["3", "Tre AB", #"D:\"#]))
    #expect(try rows(#""3";"\"A\";\"B\"";"x""# + "\n").last == ReadRow(4, ["3", #""A";"B""#, "x"]))
    #expect(
      try rows(#""3";"rad \"ett\"\#nrad två";"x""# + "\n").last == ReadRow(4, ["3", "rad \"ett\"\nrad två", "x"]))
  }

  @Test("a cell that is never closed keeps what stands in it, backslashes too")
  func neverClosed() throws {
    let last = try #require(try rows(#""3";"Tre AB";"D:\" och \"mer"# + "\n").last)
    #expect(last.fault == .unterminatedQuote)
    #expect(last.cells == ["3", "Tre AB", #""D:\" och \"mer"#])
  }
}
