import Readers
import Rows
import TestSupport
import Testing

@Suite struct DialectSnifferTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let delimiter: Character
    var quote: Character? = "\""
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "semicolon", text: "Nr;Namn;Ort\n1;Anna;Storstad\n2;Bo;Småstad\n", delimiter: ";"),
    Case(name: "comma", text: "Nr,Namn,Ort\n1,Anna,Storstad\n2,Bo,Småstad\n", delimiter: ","),
    Case(name: "tab", text: "Nr\tNamn\tOrt\n1\tSvensson, Anna\tStorstad\n2\tBerg, Bo\tSmåstad\n", delimiter: "\t"),
    Case(name: "pipe", text: "Nr|Namn|Ort\n1|Anna|Storstad\n2|Bo|Småstad\n", delimiter: "|"),
    Case(
      name: "decimal commas between semicolons", text: "Lat;Long\n59,3;18,0\n57,7;11,9\n55,6;13,0\n", delimiter: ";"),
    Case(name: "decimal commas without a header", text: "59,3;18,0\n57,7;11,9\n55,6;13,0\n", delimiter: ";"),
    Case(name: "decimal commas in many columns", text: "A;B;C;D\n1,5;2,5;3,5;4,5\n2,5;3,5;4,5;5,5\n", delimiter: ";"),
    Case(name: "one column", text: "Namn\nAnna\nBo\n", delimiter: ";"),
    Case(name: "one column of names with commas", text: "Namn\nSvensson, Anna\nBerg, Bo\nEk, Eva\n", delimiter: ";"),
    Case(
      name: "title lines", text: "Kundregister\nUtskrivet 2026-01-01\n\nNr,Namn\n1,Anna\n2,Bo\n3,Eva\n4,Ola\n",
      delimiter: ","),
    Case(
      name: "title lines with commas", text: "Kundlista, Storstad\nNr;Namn;Ort\n1;Anna;A\n2;Bo;B\n3;Eva;C\n",
      delimiter: ";"),
    Case(name: "delimiters inside quotes", text: "Nr,Namn\n1,\"a;b;c\"\n2,\"d;e;f\"\n3,\"g;h;i\"\n", delimiter: ","),
    Case(name: "line breaks inside quotes", text: "Nr;Text\n1;\"a,\nb,\nc\"\n2;\"d,\ne\"\n", delimiter: ";"),
    Case(name: "short rows", text: "Nr;Namn;Ort;Land\n1;Anna\n2;Bo;B\n3\n4;Eva;C;SE\n", delimiter: ";"),
    Case(name: "only a header", text: "Nr;Namn;Ort", delimiter: ";"),
    Case(name: "numbers between commas", text: "1,2,3\n4,5,6\n7,8,9\n", delimiter: ","),
    Case(name: "Excel's line", text: "sep=|\nNr;x|Namn;y\n1;x|Anna;y\n", delimiter: "|"),
    Case(name: "Excel's line with a delimiter of its own", text: "sep=^\nNr^Namn\n1^Anna\n", delimiter: "^"),
    Case(name: "single quotes", text: "'Nr';'Namn'\n'1';'a;b'\n'2';'c'\n", delimiter: ";", quote: "'"),
    Case(
      name: "single quotes around texts only",
      text: "Nr;'Namn';Ort\n1;'a;b';2\n" + (2...9).map { "\($0);'c';3\n" }.joined(), delimiter: ";", quote: "'"),
    Case(
      name: "apostrophes that begin cells", text: "Nr;Namn;Tel\n1;'t Hooft;'+46\n2;'=Plus;'08'\n3;B;C\n", delimiter: ";"
    ),
    Case(
      name: "quotes that mean nothing",
      text: "Nr\tNamn\n1\t\"Kalle\n2\tB\n3\tC\n4\t\"Rör\" AB\n5\tD\n", delimiter: "\t", quote: nil),
    Case(
      name: "as many tags in each row",
      text: "Nr;Namn;Taggar\n" + (1...9).map { "\($0);A;\"a,b,c,d,e,f,g,h,\($0)\"\n" }.joined(), delimiter: ";"),
    Case(
      name: "a title with a semicolon", text: "Kunder; 2026\nNr,Namn,Ort\n1,Anna,A\n2,Bo,B\n3,Eva,C\n", delimiter: ","
    ),
    Case(name: "a stray quote", text: "Nr;Namn\n1;Anna\n2;5\" rör\n3;Eva\n", delimiter: ";"),
  ]

  @Test(arguments: cases)
  func theDialectIsFound(_ test: Case) throws {
    let dialect = try #require(try delimited(test.text).dialect)
    #expect(Character(Unicode.Scalar(dialect.delimiter)) == test.delimiter)
    #expect(dialect.quote.map { Character(Unicode.Scalar($0)) } == test.quote)
  }

  @Test(arguments: cases)
  func theSourceKeepsItsPromises(_ test: Case) throws {
    try expectTableSourceContract(delimited(test.text, chunkSize: 16))
  }

  @Test func theDelimiterThatIsAskedForIsTaken() throws {
    let source = try delimited("sep=;\na;b,c\n", ReadingOptions(delimiter: UInt8(ascii: ",")))
    #expect(source.dialect?.delimiter == UInt8(ascii: ","))
    #expect(try readRows(source) == [ReadRow(2, ["a;b", "c"])])
  }

  @Test func cellsBetweenSingleQuotesAreRead() throws {
    #expect(try readRows(delimited("'Nr';'Namn'\n'1';'a;''b'\n")).map(\.cells) == [["Nr", "Namn"], ["1", "a;'b"]])
  }

  @Test func textOfOneLongRowIsSniffed() throws {
    let text = (0..<40_000).map { "k\($0)" }.joined(separator: "\t")
    #expect(try readRows(delimited(text)).first?.cells.count == 40_000)
  }
}
