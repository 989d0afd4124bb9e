import CustomerModel
import Foundation
import TestSupport
import Testing
import Texts

@testable import Writers

@Suite struct RejectsFileTests {
  let folder: TemporaryFolder
  var csv: String { folder.file("k.csv.rejects.csv") }

  init() throws { folder = try TemporaryFolder() }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test func repeatsTheRowWithItsReasons() throws {
    let file = RejectsFile(
      path: csv, kind: .csv(delimiter: UInt8(ascii: ";")), header: ["Nr", "Namn", "E-post"], language: .english)
    try file.append(
      cells: ["007", "A;\"B\"", "x"], position: 3,
      problems: [(2, "email.format", "Ingen e-post."), (nil, "row", "Fel\nrad.")])
    try file.append(cells: ["8"], position: 4, problems: [(1, "name.missing", "Namn saknas.")])
    try file.append(cells: ["9", "C", nil, "mer", ""], position: 9, problems: [(3, "row.long", "För lång.")])
    #expect(try names.allSatisfy { $0.hasPrefix(".") })
    #expect(try file.finish() == csv)
    #expect(file.count == 3)
    #expect(
      try Python.rows(ofCSV: csv) == [
        ["Nr", "Namn", "E-post", "kundreg_row", "kundreg_errors"],
        ["007", "A;\"B\"", "x", "3", "email.format: Ingen e-post. | row: Fel rad."],
        ["8", "", "", "4", "name.missing: Namn saknas."],
        ["9", "C", "", "9", "row.long: För lång.", "mer", ""],
      ])
    #expect(try Data(contentsOf: URL(fileURLWithPath: csv)).starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test(
    "only its owner may read it, whoever could read what stood there",
    arguments: [RejectsFile.Kind.csv(delimiter: UInt8(ascii: ";")), .workbook(sheet: "Kunder")])
  func isPrivate(kind: RejectsFile.Kind) throws {
    for isReplaced in [false, true] {
      if isReplaced {
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: csv)
      }
      let file = RejectsFile(path: csv, kind: kind, header: ["Nr"], language: .english)
      try file.append(cells: ["1"], position: 2, problems: [(0, "c", "m")])
      _ = try file.finish()
      #expect(try FileManager.default.attributesOfItem(atPath: csv)[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func keepsTheInputsDelimiter() throws {
    let file = RejectsFile(path: csv, kind: .csv(delimiter: 0x09), header: ["A"], language: .english)
    try file.append(cells: ["x"], position: 2, problems: [(0, "c", "m")])
    _ = try file.finish()
    #expect(
      try String(contentsOfFile: csv, encoding: .utf8).hasSuffix("A\tkundreg_row\tkundreg_errors\r\nx\t2\tc: m\r\n"))
  }

  @Test func aMendedFileSentInAgainHasItsColumnsReplaced() throws {
    let file = RejectsFile(
      path: csv, kind: .csv(delimiter: UInt8(ascii: ";")), header: ["Nr", "kundreg_row", "kundreg_errors", "Namn"],
      language: .english)
    try file.append(cells: ["1", "77", "old: reason", "A", "extra"], position: 2, problems: [(3, "c", "m")])
    _ = try file.finish()
    #expect(
      try Python.rows(ofCSV: csv) == [
        ["Nr", "Namn", "kundreg_row", "kundreg_errors"], ["1", "A", "2", "c: m", "extra"],
      ])
  }

  @Test func reasonsAndTheirHeadingsAreInTheLanguageThatIsChosenAndReplaceThoseOfAnother() throws {
    let file = RejectsFile(
      path: csv, kind: .csv(delimiter: UInt8(ascii: ";")), header: ["Nr", "kundreg_row", "kundreg_errors", "Namn"],
      language: .swedish)
    let reason = Text(en: "No name.", sv: "Namn saknas.")
    try file.append(cells: ["1", "77", "old: reason", "A"], position: 2, problems: [(3, "c", reason)])
    _ = try file.finish()
    #expect(
      try Python.rows(ofCSV: csv) == [
        ["Nr", "Namn", "kundreg_rad", "kundreg_fel"], ["1", "A", "2", "c: Namn saknas."],
      ])
  }

  @Test func aWorkbookHasFailingCellsMarked() throws {
    let path = folder.file("k.xlsx.rejects.xlsx")
    let file = RejectsFile(
      path: path, kind: .workbook(sheet: "Kunder/2026"), header: ["Nr", "kundreg_errors", "Namn"], language: .english)
    try file.append(
      cells: ["0012", "gammalt", nil], position: 5,
      problems: [
        (2, "name.missing", "Namn saknas."), (2, "name.other", "Annat fel."), (nil, "row", "Raden."),
        (1, "x", "Ingen plats."), (4, "y", "Över."),
      ])
    _ = try file.finish()
    let ask = { try Python.ask($0, ofWorkbook: path) }
    #expect(
      try Python.rows(ofWorkbook: path, sheet: "Kunder_2026") == [
        ["Nr", "Namn", "kundreg_row", "kundreg_errors", "", ""],
        [
          "0012", "", "5",
          "name.missing: Namn saknas. | name.other: Annat fel. | row: Raden. | x: Ingen plats. | y: Över.", "", "",
        ],
      ])
    #expect(try ask("repr(book.active['B2'].comment.text)") == "'Namn saknas.\\nAnnat fel.'")
    #expect(try ask("book.active['D2'].comment.text") == "Raden.")
    #expect(try ask("[c.fill.fill_type for c in book.active[2]]") == "[None, 'solid', None, 'solid', None, 'solid']")
  }

  @Test func manyReasonsAreShortenedToFitACell() throws {
    let path = folder.file("a.xlsx")
    let file = RejectsFile(path: path, kind: .workbook(sheet: "S"), header: ["A"], language: .english)
    let problems = (0..<2000).map { (column: Int?(0), code: "code", text: Text(verbatim: "Meddelande nummer \($0).")) }
    try file.append(cells: ["x"], position: 2, problems: problems)
    _ = try file.finish()
    #expect(try Python.ask("len(book.active['C2'].value), book.active['C2'].value[-1]", ofWorkbook: path) == "32767 …")
  }

  @Test func withoutARejectedRowThereIsNoFile() throws {
    let file = RejectsFile(
      path: folder.file("none/a.csv"), kind: .csv(delimiter: 0x3B), header: ["A"], language: .english)
    #expect(try file.finish() == nil)
    #expect(try names.isEmpty)
  }

  @Test func droppedRowsLeaveTheOldFile() throws {
    try folder.write("mended", to: "k.csv.rejects.csv")
    for kind in [RejectsFile.Kind.csv(delimiter: 0x3B), .workbook(sheet: "S")] {
      let file = RejectsFile(path: csv, kind: kind, header: ["A"], language: .english, keepsPrevious: true)
      try file.append(cells: ["x"], position: 2, problems: [])
      file.discard()
    }
    #expect(try names == ["k.csv.rejects.csv"])
    #expect(try String(contentsOfFile: csv, encoding: .utf8) == "mended")
  }

  @Test func mendedWorkAtTheDefaultPathIsKept() throws {
    try folder.write("mended", to: "k.csv.rejects.csv")
    try folder.write("older", to: "k.csv.rejects.previous.csv")
    let file = RejectsFile(
      path: csv, kind: .csv(delimiter: 0x3B), header: ["A"], language: .english, keepsPrevious: true)
    try file.append(cells: ["x"], position: 2, problems: [])
    _ = try file.finish()
    #expect(try names == ["k.csv.rejects.csv", "k.csv.rejects.previous.csv"])
    #expect(try String(contentsOfFile: folder.file("k.csv.rejects.previous.csv"), encoding: .utf8) == "mended")
    let named = RejectsFile(path: csv, kind: .csv(delimiter: 0x3B), header: ["A"], language: .english)
    try named.append(cells: ["y"], position: 2, problems: [])
    _ = try named.finish()
    #expect(try String(contentsOfFile: folder.file("k.csv.rejects.previous.csv"), encoding: .utf8) == "mended")
  }

  @Test func aPathThatCannotBeWrittenIsAnError() throws {
    for kind in [RejectsFile.Kind.csv(delimiter: 0x3B), .workbook(sheet: "S")] {
      let file = RejectsFile(path: folder.file("none/a.csv"), kind: kind, header: ["A"], language: .english)
      let error = try #require(throws: KundregError.self) { try file.append(cells: ["x"], position: 2, problems: []) }
      #expect(error.code == "output.cannotWrite")
      #expect(error.message.contains(folder.file("none/a.csv")))
    }
  }

  @Test(arguments: [
    ("kunder.csv", false, "kunder.csv.rejects.csv"), ("in/kunder.xlsx", true, "in/kunder.xlsx.rejects.xlsx"),
    ("-", false, "stdin.rejects.csv"),
  ])
  func theDefaultPathStandsBesideTheInput(input: String, isWorkbook: Bool, expected: String) {
    #expect(RejectsFile.defaultPath(input: input, isWorkbook: isWorkbook) == expected)
  }

  @Test(arguments: [
    ("a/k.csv.rejects.csv", "a/k.csv.rejects.previous.csv"), ("k.rejects.xlsx", "k.rejects.previous.xlsx"),
    ("a.b/k", "a.b/k.previous"),
  ])
  func thePreviousFileKeepsItsEnding(path: String, expected: String) {
    #expect(RejectsFile.previousPath(of: path) == expected)
  }
}

extension Text: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(verbatim: text) }
}
