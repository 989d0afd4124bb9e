import CustomerModel
import Foundation
import TestSupport
import Testing
import Texts

@testable import Writers

@Suite struct ProblemsFileTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private static let headings = ["row", "sheet", "column", "value", "code", "severity", "message", "source"]

  private func problem(_ row: Int?, value: String? = nil, severity: Severity = .warn) -> ShownProblem {
    ShownProblem(
      code: "a.b", severity: severity, row: row, sheet: row == nil ? nil : "Blad", column: "Ort; post", value: value,
      text: Text(verbatim: "Skriv om."))
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test(arguments: [";", ",", "\t"])
  func textHasAMarkOfUTF8AndTheDelimiterThatWasAskedFor(delimiter: String) throws {
    let path = folder.file("p.csv")
    let file = try ProblemsFile(path: path, delimiter: delimiter.utf8.first!, language: .english)
    let values = ["rad 1\nrad 2", "\"a\";b,c\td", "=1+1", "+46", "", " x "]
    try file.append(problem(nil), source: "k.csv")
    for (index, value) in values.enumerated() {
      try file.append(problem(index + 2, value: value, severity: .reject), source: "k.csv")
    }
    try file.finish()
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(
      try Python.rows(ofCSV: path, delimiter: delimiter) == [
        Self.headings, ["", "", "Ort; post", "", "a.b", "warn", "Skriv om.", "k.csv"],
      ]
        + values.enumerated().map {
          ["\($0 + 2)", "Blad", "Ort; post", $1, "a.b", "reject", "Skriv om.", "k.csv"]
        })
  }

  /// Values at fault may be personal data.
  @Test(arguments: ["p.csv", "p.xlsx"])
  func onlyItsOwnerMayReadIt(name: String) throws {
    let path = folder.file(name)
    for isReplaced in [false, true] {
      if isReplaced { try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path) }
      let file = try ProblemsFile(path: path, language: .english)
      try file.append(problem(2, value: "19121212-1212"), source: "k.csv")
      try file.finish()
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func cellsOfAWorkbookAreTextAndNeverFormulas() throws {
    let path = folder.file("p.XLSX")
    let file = try ProblemsFile(path: path, language: .english)
    try file.append(problem(2, value: "=HYPERLINK(\"http://x\")\n-1"), source: "k.xlsx")
    try file.append(problem(3, value: String(repeating: "å", count: 40_000)), source: "k.xlsx")
    try file.finish()
    let rows = try Python.rows(ofWorkbook: path, sheet: "Problems")
    #expect(rows[0] == Self.headings)
    #expect(
      rows[1] == ["2", "Blad", "Ort; post", "=HYPERLINK(\"http://x\")\n-1", "a.b", "warn", "Skriv om.", "k.xlsx"])
    #expect(rows[2][3].utf16.count == 32_767)
    #expect(try Python.ask("book['Problems']['D2'].data_type", ofWorkbook: path) == "s")
  }

  @Test func headingsAndSentencesAreInTheLanguageThatIsChosen() throws {
    let path = folder.file("p.csv")
    let file = try ProblemsFile(path: path, language: .swedish)
    let text = Text(en: "No name.", sv: "Namn saknas.")
    try file.append(
      ShownProblem(code: "a.b", severity: .reject, row: 2, column: nil, value: nil, text: text), source: "k.csv")
    try file.finish()
    #expect(
      try Python.rows(ofCSV: path) == [
        ["Rad", "Blad", "Kolumn", "Värde", "Kod", "Följd", "Meddelande", "Fil"],
        ["2", "", "", "", "a.b", "avvisad", "Namn saknas.", "k.csv"],
      ])
  }

  @Test func whatASheetCannotHoldGoesToTheNext() throws {
    let path = folder.file("p.xlsx")
    let file = try ProblemsFile(path: path, language: .english, maximumRows: 4)
    for row in 1...8 { try file.append(problem(row), source: "k") }
    try file.finish()
    let sheets = try ["Problems", "Problems 2", "Problems 3"].map { try Python.rows(ofWorkbook: path, sheet: $0) }
    #expect(try Python.ask("len(book.sheetnames)", ofWorkbook: path) == "3")
    #expect(sheets.map { $0[0] } == [Self.headings, Self.headings, Self.headings])
    #expect(sheets.map { $0.dropFirst().map { $0[0] } } == [["1", "2", "3"], ["4", "5", "6"], ["7", "8"]])
  }

  @Test(arguments: ["p.csv", "p.xlsx"])
  func aFileThatIsNotFinishedLeavesWhatStoodThere(name: String) throws {
    try folder.write("yesterday", to: name)
    do {
      let file = try ProblemsFile(path: folder.file(name), language: .english)
      try file.append(problem(2), source: "k")
    }
    #expect(try names == [name])
    #expect(try String(contentsOfFile: folder.file(name), encoding: .utf8) == "yesterday")
  }

  @Test func withoutAProblemTheHeadingsReplaceWhatStoodThere() throws {
    try folder.write("yesterday", to: "p.csv")
    try ProblemsFile(path: folder.file("p.csv"), language: .english).finish()
    #expect(try Python.rows(ofCSV: folder.file("p.csv")) == [Self.headings])
  }

  @Test(arguments: ["no/p.csv", "no/p.xlsx"])
  func aPathThatCannotBeWrittenIsAnErrorAtOnce(path: String) throws {
    let error = #expect(throws: KundregError.self) { try ProblemsFile(path: folder.file(path), language: .english) }
    #expect(error?.code == "output.cannotWrite")
  }
}
