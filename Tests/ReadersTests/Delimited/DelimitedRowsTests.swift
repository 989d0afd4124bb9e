import Readers
import Rows
import TestSupport
import Testing

@Suite struct DelimitedRowsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let rows: [ReadRow]
    var options = ReadingOptions(delimiter: UInt8(ascii: ";"))
    init(_ name: String, _ text: String, _ rows: [ReadRow]) {
      self.name = name
      self.text = text
      self.rows = rows
    }
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case("plain rows", "a;b\nc;d\n", [ReadRow(1, ["a", "b"]), ReadRow(2, ["c", "d"])]),
    Case("no newline at the end", "a;b\nc;d", [ReadRow(1, ["a", "b"]), ReadRow(2, ["c", "d"])]),
    Case("an empty cell at the end", "a;\nc;", [ReadRow(1, ["a", ""]), ReadRow(2, ["c", ""])]),
    Case(
      "CR, LF and CRLF in one file", "a;b\r\nc;d\re;f\ng;h",
      [ReadRow(1, ["a", "b"]), ReadRow(2, ["c", "d"]), ReadRow(3, ["e", "f"]), ReadRow(4, ["g", "h"])]),
    Case("a CR at the end", "a;b\r", [ReadRow(1, ["a", "b"])]),
    Case("blank lines are no rows", "\n\r\na;b\n\n\r\rc;d\n\n", [ReadRow(3, ["a", "b"]), ReadRow(7, ["c", "d"])]),
    Case(
      "a line of delimiters is blank", "a;b;c\n;;\nd;;\n;;e\n;;",
      [ReadRow(1, ["a", "b", "c"]), ReadRow(3, ["d", "", ""]), ReadRow(4, ["", "", "e"])]),
    Case(
      "so is a line of blanks of every kind", " ; \na;b\n \n\t;\u{A0}\n\u{200B}; \u{FEFF}\n\"\";\" \r\n \"\nc;\u{A0}\n",
      [ReadRow(2, ["a", "b"]), ReadRow(8, ["c", "\u{A0}"])]),
    Case(
      "an open quote among blanks is a row", "a;b\n;\"\n",
      [ReadRow(1, ["a", "b"]), ReadRow(2, ["", "\""], .unterminatedQuote)]),
    Case(
      "short and long rows", "a;b;c\n1\n1;2;3;4\n",
      [ReadRow(1, ["a", "b", "c"]), ReadRow(2, ["1"]), ReadRow(3, ["1", "2", "3", "4"])]),
    Case("quotes are removed and blanks are not", "\"a\"; b ;\"\"\n", [ReadRow(1, ["a", " b ", ""])]),
    Case("delimiters inside quotes", "\"a;b\";c\n", [ReadRow(1, ["a;b", "c"])]),
    Case("doubled quotes", "\"a\"\"b\";\"\"\"\";\"\"\"c\"\"\"\n", [ReadRow(1, ["a\"b", "\"", "\"c\""])]),
    Case(
      "line breaks inside quotes stay as they are", "\"a\r\nb\";\"c\rd\"\n\"e\nf\ng\";h\ni;j\n",
      [ReadRow(1, ["a\r\nb", "c\rd"]), ReadRow(4, ["e\nf\ng", "h"]), ReadRow(7, ["i", "j"])]),
    Case(
      "a quote in the middle of an unquoted cell", "a\"b;5\" rör;c\"\"d\n", [ReadRow(1, ["a\"b", "5\" rör", "c\"\"d"])]),
    Case(
      "text after a closing quote", "\"a\"b;\"c\" ;\"d\"e\"f\"\n",
      [ReadRow(1, ["\"a\"b", "c", "d\"e\"f"], .strayQuote)]),
    Case("a quote after a blank is literal", " \"a\";b\n", [ReadRow(1, [" \"a\"", "b"])]),
    Case(
      "a NUL byte is data", "a\0b;c\nd;\0\ne;f\n",
      [ReadRow(1, ["a\0b", "c"]), ReadRow(2, ["d", "\0"]), ReadRow(3, ["e", "f"])]),
    Case(
      "leading zeros, plus and long digits stay", "00123;+46701234567;198001019999\n",
      [ReadRow(1, ["00123", "+46701234567", "198001019999"])]),
    Case("a byte order mark is no data", "\u{FEFF}a;b\n", [ReadRow(1, ["a", "b"])]),
    Case("a quote before the byte order mark's text", "\u{FEFF}\"a;x\";b\n", [ReadRow(1, ["a;x", "b"])]),
    Case("the end mark of DOS programs", "a;b\r\nc;d\r\n\u{1A}", [ReadRow(1, ["a", "b"]), ReadRow(2, ["c", "d"])]),
    Case("a sep line", "sep=;\r\na;b\n", [ReadRow(2, ["a", "b"])]),
    Case("a quoted sep line", "\"SEP=;\"\na;b\n", [ReadRow(2, ["a", "b"])]),
    Case("a sep line that names no delimiter", "sep=\"\na;b\n", [ReadRow(1, ["sep=\""]), ReadRow(2, ["a", "b"])]),
    Case(
      "what only looks like a sep line", "sep=;;x\na;b\n", [ReadRow(1, ["sep=", "", "x"]), ReadRow(2, ["a", "b"])]),
    Case(
      "a quote that is never closed costs one row", "a;b\nc;\"d;e\nf;g\nh;i\n",
      [
        ReadRow(1, ["a", "b"]), ReadRow(2, ["c", "\"d", "e"], .unterminatedQuote), ReadRow(3, ["f", "g"]),
        ReadRow(4, ["h", "i"]),
      ]),
    Case(
      "empty quoted cells after a quote that is never closed", "c;\"d\nf;\"\"\n\"\";i\n",
      [ReadRow(1, ["c", "\"d"], .unterminatedQuote), ReadRow(2, ["f", ""]), ReadRow(3, ["", "i"])]),
    Case(
      "an unterminated quote after a cell of several lines", "\"a\nb\"\"\";\"c\nd;e",
      [ReadRow(1, ["a\nb\"", "\"c"], .unterminatedQuote), ReadRow(3, ["d", "e"])]),
    Case("only an opening quote", "a;b\n\"", [ReadRow(1, ["a", "b"]), ReadRow(2, ["\""], .unterminatedQuote)]),
    Case("only blank lines", "\n\r\n\n", []),
  ]

  @Test(arguments: cases)
  func aTextIsReadAsItsRows(_ test: Case) throws {
    #expect(try readRows(delimited(test.text, test.options)) == test.rows)
  }

  @Test(arguments: cases)
  func theSizeOfReadsDoesNotMatter(_ test: Case) throws {
    for chunkSize in [8, 9, 11, 13, 64] {
      let source = try delimited(test.text, test.options, chunkSize: chunkSize)
      #expect(try readRows(source, maximumRows: 1) == test.rows, "chunks of \(chunkSize)")
    }
    try expectTableSourceContract(delimited(test.text, test.options))
  }

  @Test("a cell ends at every place where it can", arguments: [2, 15, 16, 17, 63, 64, 65, 127, 128, 129, 200])
  func cellsOfEveryLength(length: Int) throws {
    let options = ReadingOptions(delimiter: UInt8(ascii: ";"))
    for place in 1..<length {
      let (first, second) = (String(repeating: "a", count: place), String(repeating: "b", count: length - place))
      #expect(try readRows(delimited(first + ";" + second, options)) == [ReadRow(1, [first, second])])
      for ending in ["\n", "\r", "\r\n"] {
        let rows = try readRows(delimited(first + ending + second, options))
        #expect(rows == [ReadRow(1, [first]), ReadRow(2, [second])])
      }
    }
  }

  @Test func nothingElseEndsACell() throws {
    let others = (0...0x7E).filter { ![0x0A, 0x0D, 0x22, 0x3B].contains($0) }.map { String(Unicode.Scalar(UInt8($0))) }
    let text = "x" + others.joined() + "åäö€😀\u{85}\u{2028}x"
    #expect(try readRows(delimited(text, ReadingOptions(delimiter: UInt8(ascii: ";")))) == [ReadRow(1, [text])])
  }

  @Test func cellsMayBeMoreThanTheFirstGuess() throws {
    let wide = (0..<3000).map { "c\($0)" }
    let rows = try readRows(delimited(wide.joined(separator: ";") + "\na;b\n"))
    #expect(rows == [ReadRow(1, wide), ReadRow(2, ["a", "b"])])
  }

  @Test func aRowOfTooManyCellsIsCutOff() throws {
    let text = "a;b\n" + String(repeating: ";", count: 70_000) + "\nc;d\n"
    let rows = try readRows(delimited(text, ReadingOptions(delimiter: UInt8(ascii: ";"))))
    #expect(rows.map(\.position) == [1, 2, 3])
    #expect(rows.map(\.cells.count) == [2, 65_536, 2])
    #expect(rows.map(\.fault) == [.none, .tooLarge, .none])
  }

  @Test func aSourceHasNoNotesWithoutAReason() throws {
    #expect(try delimited("a;b\n").notes(ofTable: 0).isEmpty)
  }
}
