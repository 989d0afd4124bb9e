import CustomerModel
import Readers
import Rows
import TestSupport
import Testing

/// Texts in which backslashes escape, and texts in which they are characters.
@Suite struct EscapedTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let rows: [[String]]
    init(_ name: String, _ text: String, _ rows: [[String]]) {
      testDescription = name
      self.text = text
      self.rows = rows
    }
  }

  static let escaped: [Case] = [
    Case(
      "quotes and delimiters in quotes",
      #"""
      "Nr","Namn","Ort"
      "1","Bygg \"Kalle\" AB","Storstad"
      "2","Lunds \"Kök, Bad\" & Co",\N
      "3","Säger \"hej\"","Å"

      """#,
      [
        ["Nr", "Namn", "Ort"], ["1", "Bygg \"Kalle\" AB", "Storstad"], ["2", "Lunds \"Kök, Bad\" & Co", "\\N"],
        ["3", "Säger \"hej\"", "Å"],
      ]),
    Case(
      "nearly every cell has such a quote",
      (1...6).map { #""\#($0)";"\"A\" B";"C \"D\" E""# + "\n" }.joined(),
      (1...6).map { ["\($0)", "\"A\" B", "C \"D\" E"] }),
    Case(
      "a delimiter between two such quotes",
      "Nr;Namn;Ort\n1;\"\\\"A\\\";\\\"B\\\"\";X\n2;\"C \\\"D\\\" E\";Y\n",
      [["Nr", "Namn", "Ort"], ["1", "\"A\";\"B\"", "X"], ["2", "C \"D\" E", "Y"]]),
    Case(
      "single quotes", #"'Nr','Namn','Ort'"# + "\n" + #"'1','O\'Hara, Ek','A'"# + "\n" + #"'2','D\'Angelo','B'"# + "\n",
      [["Nr", "Namn", "Ort"], ["1", "O'Hara, Ek", "A"], ["2", "D'Angelo", "B"]]),
    Case(
      "delimiters outside quotes", "Nr;Namn;Ort\n1;Kök\\; Bad;A\n2;El;B\n3;VVS\\;Rör;C\n",
      [["Nr", "Namn", "Ort"], ["1", "Kök; Bad", "A"], ["2", "El", "B"], ["3", "VVS;Rör", "C"]]),
    Case(
      "line breaks outside quotes", "Nr\tText\tOrt\n1\trad ett\\\nrad två\tA\n2\t\\N\tB\n",
      [["Nr", "Text", "Ort"], ["1", "rad ett\nrad två", "A"], ["2", "\\N", "B"]]),
    Case(
      "line breaks of two bytes", "Nr\tText\tOrt\r\n1\trad ett\\\r\nrad två\tA\r\n2\tx\tB\r\n",
      [["Nr", "Text", "Ort"], ["1", "rad ett\r\nrad två", "A"], ["2", "x", "B"]]),
    Case(
      "letters for line breaks and tabs beside no value",
      "Nr\tText\tOrt\n1\trad ett\\nrad två\\tslut\t\\N\n2\ta\\\\b\tB\n",
      [["Nr", "Text", "Ort"], ["1", "rad ett\nrad två\tslut", "\\N"], ["2", "a\\b", "B"]]),
    Case(
      "a path among escapes",
      "\"Nr\",\"Namn\",\"Mapp\"\n\"1\",\"A \\\"B\\\" C\",\"C:\\nytt\\kund\"\n\"2\",\"x\\\\y\",\"\\\\nas\\ny\"\n",
      [["Nr", "Namn", "Mapp"], ["1", "A \"B\" C", "C:\\nytt\\kund"], ["2", "x\\y", "\\\\nas\\ny"]]),
    Case(
      "apostrophes in double quotes, as addslashes makes them",
      "\"Nr\";\"Namn\"\n\"1\";\"O\\'Brien AB\"\n\"2\";\"D\\'Angelo\"\n\"3\";\"'t Hooft\"\n",
      [["Nr", "Namn"], ["1", "O'Brien AB"], ["2", "D'Angelo"], ["3", "'t Hooft"]]),
    Case(
      "quotes in cells without any", "Nr;Namn;Ort\n1;Bygg \\\"Kalle\\\" AB;Lund\n2;El AB;Lund\n",
      [["Nr", "Namn", "Ort"], ["1", "Bygg \"Kalle\" AB", "Lund"], ["2", "El AB", "Lund"]]),
    Case(
      "an escaped backslash at a cell's end", "\"Nr\",\"Namn\"\n\"1\",\"A \\\"B\\\" C\"\n\"2\",\"mapp\\\\\"\n",
      [["Nr", "Namn"], ["1", "A \"B\" C"], ["2", "mapp\\"]]),
  ]

  @Test(arguments: escaped)
  func escapesAreFoundAndRead(_ test: Case) throws {
    for chunkSize in [8, 9, 13, 1 << 20] {
      let source = try delimited(test.text, chunkSize: chunkSize)
      #expect(source.dialect?.escape == .backslash)
      let rows = try readRows(source)
      #expect(rows.map(\.cells) == test.rows)
      #expect(rows.allSatisfy { $0.fault == .none })
    }
    try expectTableSourceContract(delimited(test.text, chunkSize: 16))
  }

  static let plain: [Case] = [
    Case(
      "a comma between tabs, which does not delimit", "Nr\tNamn\tOrt\n1\tEk\\, Bok\tA\n2\tAl\\, Bo\tB\n",
      [["Nr", "Namn", "Ort"], ["1", "Ek\\, Bok", "A"], ["2", "Al\\, Bo", "B"]]),
    Case(
      "a path at a cell's end", "Nr;Mapp;Ort\n1;\"C:\\Kunder\\\";A\n2;\"C:\\Nya\\\";B\n",
      [["Nr", "Mapp", "Ort"], ["1", "C:\\Kunder\\", "A"], ["2", "C:\\Nya\\", "B"]]),
    Case(
      "a path before an unquoted delimiter", "Nr;Mapp;Ort\n1;C:\\Kunder\\;A\n2;\\\\server\\share\\;B\n",
      [["Nr", "Mapp", "Ort"], ["1", "C:\\Kunder\\", "A"], ["2", "\\\\server\\share\\", "B"]]),
    Case(
      "a path before the delimiter that ends every row",
      "Nr;Namn;Mapp\n1;A;C:\\kunder\\kalle\\;\n2;B;D:\\x;\n3;C;E:\\y;\n",
      [
        ["Nr", "Namn", "Mapp"], ["1", "A", "C:\\kunder\\kalle\\", ""], ["2", "B", "D:\\x", ""],
        ["3", "C", "E:\\y", ""],
      ]),
    Case(
      "a path at the end of a line", "Nr;Ort;Mapp\n1;A;C:\\Kunder\\\n2;B;\"D:\\x\\\"\n3;C;y\n",
      [["Nr", "Ort", "Mapp"], ["1", "A", "C:\\Kunder\\"], ["2", "B", "D:\\x\\"], ["3", "C", "y"]]),
    Case(
      "paths with letters that escapes use", "Nr;Mapp\n1;C:\\temp\\ny\n2;\\\\nas\\rum\n3;a\\\\b\n",
      [["Nr", "Mapp"], ["1", "C:\\temp\\ny"], ["2", "\\\\nas\\rum"], ["3", "a\\\\b"]]),
    Case(
      "a backslash before a doubled quote", "Nr;Mått;Ort\n1;\"5\\\"\" rör\";A\n2;\"6\\\"\"\";B\n",
      [["Nr", "Mått", "Ort"], ["1", "5\\\" rör", "A"], ["2", "6\\\"", "B"]]),
    Case(
      "an apostrophe beside paths", "Nr;Mapp\n1;C:\\kund\n2;O\\'Brien\n",
      [["Nr", "Mapp"], ["1", "C:\\kund"], ["2", "O\\'Brien"]]),
    Case(
      "inches behind a backslash", "Nr;Mått\n1;5\\\" rör\n2;El\n", [["Nr", "Mått"], ["1", "5\\\" rör"], ["2", "El"]]),
    Case(
      "no value beside paths", "Nr;Mapp;Ort\n1;C:\\temp;\\N\n2;\\N;B\n",
      [["Nr", "Mapp", "Ort"], ["1", "C:\\temp", "\\N"], ["2", "\\N", "B"]]),
    Case(
      "slashes of other kinds", "Nr;Namn\n1;A/B\n2;och\\eller\n",
      [["Nr", "Namn"], ["1", "A/B"], ["2", "och\\eller"]]),
  ]

  @Test(arguments: plain)
  func backslashesOfOrdinaryFilesStay(_ test: Case) throws {
    let source = try delimited(test.text)
    #expect(source.dialect?.escape == Dialect.Escape.none)
    let rows = try readRows(source)
    #expect(rows.map(\.cells) == test.rows)
    #expect(rows.allSatisfy { $0.fault == .none })
  }

  /// Where the start of a file shows no escapes, nobody knows what a backslash before a quote means.
  @Test func aQuoteWithABackslashFarDownIsRejected() throws {
    let start = (1...4000).map { "\"\($0)\";\"Norra Kyl AB\";\"Storstad\"\n" }.joined()
    let text = start + "\"4001\";\"Bygg \\\"Kalle\\\" AB\";\"A\"\n\"4002\";\"El\";\"B\"\n"
    let rows = try readRows(delimited(text))
    #expect(rows.map(\.fault)[4000...] == [.escapedQuote, .none])
    // Who mends it gets the likelier reading.
    #expect(rows[4000].cells == ["4001", "Bygg \"Kalle\" AB", "A"])
    let told = try readRows(delimited(text, ReadingOptions(escape: .backslash)))
    #expect(told[4000] == ReadRow(4001, ["4001", "Bygg \"Kalle\" AB", "A"]))
  }

  @Test func escapesThatAMappingDeniesAreNotRead() throws {
    let text = "\"Nr\",\"Namn\"\n\"1\",\"A \\\"B\\\" C\"\n\"2\",\"x\\\\y\"\n"
    let rows = try readRows(delimited(text, ReadingOptions(escape: Dialect.Escape.none)))
    #expect(rows.map(\.fault) == [.none, .escapedQuote, .none])
    #expect(rows[2].cells == ["2", "x\\\\y"])
  }

  @Test("who escapes quotes and leaves paths alone writes no letters for line breaks")
  func lettersBesidePlainPaths() throws {
    let head = #""Nr";"Namn";"Text""# + "\n" + #""1";"Bygg \"Kalle\" AB";"C:\data""# + "\n"
    let rows = try readRows(
      delimited(head + #""2";"KONTOR\nisse";"\\nas\tmp""# + "\n" + #""3";"D:\x";"\"a\"\r""# + "\n"))
    #expect(rows.dropFirst(2).map(\.cells) == [["2", #"KONTOR\nisse"#, #"\\nas\tmp"#], ["3", #"D:\x"#, #""a"\r"#]])
    // Doubled, a path says that backslashes are escaped.
    let doubled = try readRows(
      delimited(head.replacing(#"C:\data"#, with: #"C:\\data"#) + #""2";"rad\nrad";"x""# + "\n"))
    #expect(doubled.dropFirst().map(\.cells) == [["1", #"Bygg "Kalle" AB"#, #"C:\data"#], ["2", "rad\nrad", "x"]])
    let told = try readRows(delimited(head + #""2";"rad\nrad";"x""# + "\n", ReadingOptions(escape: .backslash)))
    #expect(told.last?.cells == ["2", "rad\nrad", "x"])
  }

  @Test func aPathThatHidesItsCellsEndIsRejectedAmongEscapes() throws {
    let start = (1...200).map { "\"\($0)\",\"Bygg \\\"Kalle\\\" AB\",\"x\"\n" }.joined()
    let rows = try readRows(delimited(start + "\"201\",\"C:\\Kunder\\\",\"Storstad\"\n\"202\",\"El\",\"B\"\n"))
    #expect(rows[200] == ReadRow(201, ["201", "C:\\Kunder\\", "Storstad"], .escapedQuote))
    #expect(rows.last == ReadRow(202, ["202", "El", "B"]))
  }

  @Test func aRejectsFileIsReadAsItIsWritten() throws {
    let text = "Nr;Mapp;kundreg_row;kundreg_errors\n1;\"C:\\temp\\\";2;x\n2;a\\\\b;3;y\n"
    let rows = try readRows(delimited(text, ReadingOptions(escape: .backslash)))
    #expect(rows.map { $0.cells[1] } == ["Mapp", "C:\\temp\\", "a\\\\b"])
  }
}
