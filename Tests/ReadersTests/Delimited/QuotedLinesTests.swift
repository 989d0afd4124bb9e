import CustomerModel
import Readers
import Rows
import TestSupport
import Testing

/// Lines that stand in quotes as a whole.
@Suite struct QuotedLinesTests {
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

  static let quoted: [Case] = [
    Case(
      "all lines", "\"Nr;Namn;Ort\"\n\"1;Norra Kyl AB;Storstad\"\n\"2;Södra El;Å\"\n",
      [["Nr", "Namn", "Ort"], ["1", "Norra Kyl AB", "Storstad"], ["2", "Södra El", "Å"]]),
    Case(
      "doubled quotes inside",
      "\"Nr,Namn,Ort\"\r\n\"1,\"\"Kök, Bad\"\",A\"\r\n\"2,\"\"Bygg \"\"\"\"Kalle\"\"\"\" AB\"\",B\"\r\n",
      [["Nr", "Namn", "Ort"], ["1", "Kök, Bad", "A"], ["2", "Bygg \"Kalle\" AB", "B"]]),
    Case(
      "only the lines that needed it", "Nr,Namn,Ort\n1,El,A\n\"2,\"\"Kök, Bad\"\",B\"\n3,VVS,C\n",
      [["Nr", "Namn", "Ort"], ["1", "El", "A"], ["2", "Kök, Bad", "B"], ["3", "VVS", "C"]]),
    Case("tabs", "\"Nr\tNamn\"\n\"1\tA\"\n\"2\tB\"\n", [["Nr", "Namn"], ["1", "A"], ["2", "B"]]),
  ]

  @Test(arguments: quoted)
  func linesInQuotesAreTakenApart(_ test: Case) throws {
    for chunkSize in [8, 13, 1 << 20] {
      let source = try delimited(test.text, chunkSize: chunkSize)
      #expect(source.dialect?.hasQuotedLines == true)
      let rows = try readRows(source)
      #expect(rows.map(\.cells) == test.rows)
      #expect(rows.allSatisfy { $0.fault == .none })
    }
    try expectTableSourceContract(delimited(test.text, chunkSize: 16))
  }

  static let plain: [Case] = [
    Case("cells in quotes", "\"Nr\";\"Namn\"\n\"1\";\"A\"\n", [["Nr", "Namn"], ["1", "A"]]),
    Case("one column", "\"Namn\"\n\"Kyl; El\"\n\"Bo\"\n", [["Namn"], ["Kyl; El"], ["Bo"]]),
    Case(
      "one column of names", "\"Namn, ort\"\n\"Ek, Anna\"\n\"Berg, Bo\"\n", [["Namn, ort"], ["Ek, Anna"], ["Berg, Bo"]]),
    Case(
      "a remark under a table", "Nr;Namn\n1;A\n2;B\n\"Utskrivet 2026\"\n",
      [["Nr", "Namn"], ["1", "A"], ["2", "B"], ["Utskrivet 2026"]]),
    Case(
      "a cell of several lines", "Namn;Text\n\"A\";\"x;y\n\"\"z;å\"\"\n\"\n",
      [["Namn", "Text"], ["A", "x;y\n\"z;å\"\n"]]),
  ]

  @Test(arguments: plain)
  func whatStandsInQuotesOtherwiseStays(_ test: Case) throws {
    let source = try delimited(test.text)
    #expect(source.dialect?.hasQuotedLines == false)
    #expect(try readRows(source).map(\.cells) == test.rows)
  }
}
