import CustomerModel
import RegisterStore
import Rows
import Runs
import TestSupport
import Testing
import Validation

/// What is in a rejects file, imported as it is, is what the list held: each list is written in quotes by the rules, all its rows are
/// rejected, and what then comes from the rejects must be what the list itself gives.
@Suite struct RejectsRoundTripTests {
  static let texts = [
    #"O\'Hara AB"#, #"Bygg \"Kalle\" AB"#, #"C:\new\temp\"#, #"\\nas\hem\"#, #"a\\b"#, #"x\;y"#, "'A' AB", "'A'",
    "\"A\"", "\"A\" och \"B\"",
    "A;B;C", "1,2|3\t4", "rad ett\nrad två", "rad\\nett", "'t Hooft", "=Plus", "Åke  Ek", "\"1;Ek;Bo\"", "sep=;",
    "{\"a\": 1}", "A\u{2028}B", "😀 AB",
  ]

  private func quoted(_ cell: String) -> String { "\"" + cell.replacing("\"", with: "\"\"") + "\"" }

  private func values(_ office: Office) throws -> [String: [String?]] {
    try office.state().cards.mapValues { [$0[.customerName], $0[FieldPath("comments")!]] }
  }

  @Test(arguments: [";", ",", "\t"])
  func textsComeBack(delimiter: String) throws {
    let rows = Self.texts.enumerated().map { ["\($0 + 1)", "Kund \($0 + 1)", $1] }
    try roundTrip(rows, delimiter)
  }

  @Test("whatever few rows look alike", arguments: texts)
  func fewRows(text: String) throws {
    try roundTrip((1...3).map { ["\($0)", text, text] }, ";")
  }

  /// `kanske` is neither yes nor no: it rejects a row where the configuration does not say otherwise.
  private func roundTrip(_ rows: [[String]], _ delimiter: String) throws {
    var first = try Office()
    let list =
      ([["Nr", "Namn", "comments", "Aktiv"]] + rows.map { $0 + ["kanske"] })
      .map { $0.map(quoted).joined(separator: delimiter) + "\r\n" }.joined()
    first.severities = ["boolean.unknown": .warn]
    try first.importing(text: list) { $0.reading.escape = Optional(.none) }
    let expected = try values(first)
    #expect(expected.count == rows.count)

    var second = try Office()
    let rejected = try second.importing(text: list) { $0.reading.escape = Optional(.none) }
    #expect(rejected.counts.rejected == rows.count)
    second.severities = ["boolean.unknown": .warn]
    try second.importing("kunder.csv.rejects.csv")
    #expect(try values(second) == expected)
  }

  @Test("a text that was cut off is rejected again as long as nobody shortened it", arguments: ["xlsx", "csv"])
  func cutTexts(kind: String) throws {
    let office = try Office()
    try office.write(
      sheetData: Office.row(1, ["A": "Nr", "B": "Namn", "C": "comments"])
        + Office.row(2, ["A": "1", "B": "Ek", "C": String(repeating: "x", count: 32_768)])
        + Office.row(3, ["A": "2", "B": "Bo", "C": "y"]))
    let rejects = "r.\(kind)"
    #expect(try office.importing("k.xlsx") { $0.rejects = office.folder.file(rejects) }.counts.rejected == 1)
    let again = try office.importing(rejects)
    #expect(again.counts == .init(rows: 1, rejected: 1))
    #expect(again.report.problems.entries.map(\.code) == ["row.cellTooLong"])
    guard kind == "csv" else { return }
    let mended = try office.read(rejects).replacing(String(repeating: "x", count: 30_000), with: "z")
    try office.folder.write(mended, to: rejects)
    #expect(try office.importing(rejects).counts.created == 1)
  }
}
