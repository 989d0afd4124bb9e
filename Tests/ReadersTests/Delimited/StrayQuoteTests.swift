import CustomerModel
import Readers
import Rows
import TestSupport
import Testing

/// Cells in quotes whose inner quotes are not doubled, and blanks around quotes: a value never loses or moves a quote in silence.
@Suite struct StrayQuoteTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let row: String
    let cells: [String]
    let isRejected: Bool
    init(_ name: String, _ row: String, _ cells: [String], isRejected: Bool = true) {
      testDescription = name
      self.row = row
      self.cells = cells
      self.isRejected = isRejected
    }
  }

  static let cases: [Case] = [
    Case("a word in quotes", #""2";"Bygg "Kalle" AB";"Lund""#, ["2", #"Bygg "Kalle" AB"#, "Lund"]),
    Case("the last word", #""2";"Bygg "Kalle"";"Lund""#, ["2", #"Bygg "Kalle""#, "Lund"]),
    Case("the first word", #""2";""Kalle" Bygg";"Lund""#, ["2", #""Kalle" Bygg"#, "Lund"]),
    Case("inches", #""2";"TV 32" monterad";"Lund""#, ["2", #"TV 32" monterad"#, "Lund"]),
    Case("two words", #""2";"sa "hej" och "då"";"Lund""#, ["2", #"sa "hej" och "då""#, "Lund"]),
    Case("in the last cell", #""2";"El";"Lund "norr" om""#, ["2", "El", #"Lund "norr" om"#]),
    Case("inches at the end of the row", #""2";"El";"Rör 5"""#, ["2", "El", #"Rör 5""#]),
    Case("a delimiter between", #""2";"Bygg "Kalle; Olle" AB";"Lund""#, ["2", #"Bygg "Kalle; Olle" AB"#, "Lund"]),
    Case("two delimiters between", #""2";"A "b; c; d" e";"Lund""#, ["2", #"A "b; c; d" e"#, "Lund"]),
    Case("text behind the quote", #""2";"Rör" AB;Lund"#, ["2", #""Rör" AB"#, "Lund"]),
    Case("text behind the quote before others", #""2";"Rör" AB;"Lund""#, ["2", #""Rör" AB"#, "Lund"]),
    Case(
      "beside a cell of two lines", "\"2\";\"Bygg \"K\" AB\";\"Lund\ni Skåne\"",
      ["2", #"Bygg "K" AB"#, "Lund\ni Skåne"]),
    Case("beside doubled quotes", #""2";"A "B" C";"D ""E"" F""#, ["2", #"A "B" C"#, #"D "E" F"#]),
    Case("blanks behind the quote", #""2" ;"Kyl AB"  ;"Lund" "#, ["2 ", "Kyl AB  ", "Lund "], isRejected: false),
    Case("doubled quotes", #""2";"Bygg ""Kalle"" AB";"Lund""#, ["2", #"Bygg "Kalle" AB"#, "Lund"], isRejected: false),
    Case(
      "no quotes around the cell", #"2;Bygg "Kalle" AB;5" rör"#, ["2", #"Bygg "Kalle" AB"#, #"5" rör"#],
      isRejected: false),
  ]

  @Test(arguments: cases, [";", "\t", ","])
  func aRowWithAStrayQuoteIsRejectedInItsLikeliestReading(_ test: Case, delimiter: String) throws {
    let own = { (text: String) in text.replacing(";", with: delimiter) }
    let text = own("\"Nr\";\"Namn\";\"Ort\"\n\"1\";\"Kyl\";\"Lund\"\n\(test.row)\n\"3\";\"El\";\"Ystad\"\n")
    for chunkSize in [8, 9, 13, 1 << 20] {
      let rows = try readRows(
        delimited(text, ReadingOptions(delimiter: Array(delimiter.utf8)[0]), chunkSize: chunkSize))
      #expect(rows.count == 4)
      #expect(rows.map(\.fault) == [.none, .none, test.isRejected ? .strayQuote : .none, .none])
      #expect(rows[2].cells == test.cells.map(own))
      #expect(rows[3].cells == ["3", "El", "Ystad"])
      #expect(rows[3].position == 4 + test.row.count { $0 == "\n" })
    }
    try expectTableSourceContract(delimited(text, chunkSize: 16))
  }

  /// Quotes around the cells of every row, and none inside doubled.
  @Test func aFileWithoutADoubledQuoteIsNotReadAsOneWithoutQuotes() throws {
    let text = "Nr;Namn;Ort\n" + (1...9).map { "\($0);\"Bygg \"Kalle\" AB\";Lund\n" }.joined()
    let rows = try readRows(delimited(text))
    #expect(rows.dropFirst().allSatisfy { $0.fault == .strayQuote && $0.cells[1] == "Bygg \"Kalle\" AB" })
  }

  @Test func blanksBeforeQuotesAreNoPartOfTheCell() throws {
    let text =
      "\"Nr\", \"Namn\",  \"Ort\"\n\"1\" , \"Kök, Bad\" , \"Lund\"\n2, El, \"Bygg \"\"K\"\" AB\"\n3, \"A \"B\" C\", D\n"
    for chunkSize in [8, 9, 13, 1 << 20] {
      #expect(
        try readRows(delimited(text, chunkSize: chunkSize)) == [
          ReadRow(1, ["Nr", "Namn", "Ort"]), ReadRow(2, ["1", "Kök, Bad", "Lund"]),
          ReadRow(3, ["2", " El", "Bygg \"K\" AB"]), ReadRow(4, ["3", "A \"B\" C", " D"], .strayQuote),
        ])
    }
  }

  @Test func theFirstCellThatIsOpenIsNamed() throws {
    var reader = try delimited("\"Nr\";\"A\";\"B\"\n\"1\";\"x\";\"Bygg \"Kalle\" AB\"\n").rows(ofTable: 0)
    var batch = RowBatch()
    #expect(try reader.read(into: &batch, maximumRows: 10))
    #expect(batch.readings == [RowReading(position: 2, encoding: nil, column: 2, text: "Bygg \"Kalle\" AB")])
  }

  /// What stands in a line that is in quotes as a whole has quotes of its own.
  @Test func quotesOfALineInQuotesAreNotDropped() throws {
    let rows = try readRows(delimited("\"Nr;Namn;Ort\"\n\"1;\"\"El\"\" AB;Lund\"\n\"2;Kyl AB;Lund\"\n"))
    #expect(rows.map(\.cells) == [["Nr", "Namn", "Ort"], ["1", "\"El\" AB", "Lund"], ["2", "Kyl AB", "Lund"]])
    #expect(rows.map(\.fault) == [.none, .strayQuote, .none])
  }

  /// A quote that is never closed behind one that is not doubled: neither the cells nor the next row are mangled.
  @Test func anUnclosedQuoteLeavesTheOthersWhereTheyStand() throws {
    let rows = try readRows(delimited("\"Nr\";\"A\";\"B\"\n\"1\";\"Rör \"K\" AB\";\"Lund\n\"2\";\"x\";y\n"))
    #expect(rows[1] == ReadRow(2, ["1", "Rör \"K\" AB", "\"Lund"], .strayQuote))
    #expect(rows[2] == ReadRow(3, ["2", "x", "y"]))
  }

  /// A second for each of them would be hours where each looked for its end through the rest of the row.
  @Test(.timeLimit(.minutes(1)))
  func aRowOfThousandsOfOpenQuotesIsReadAtOnce() throws {
    let folder = try TemporaryFolder()
    let row = "1;" + Array(repeating: "\"A", count: 60_000).joined(separator: ";")
    let path = try folder.write("Nr;Namn;Ort\n\(row)\n2;Ek;Lund\n", to: "k.csv")
    let rows = try readRows(InputOpener.open(path: path))
    #expect(rows.last == ReadRow(3, ["2", "Ek", "Lund"]))
  }
}
