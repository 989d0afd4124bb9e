import Readers
import Rows
import Testing

/// A file of rejected rows is read as it was written, whatever its few cells look like.
@Suite struct RejectsDialectTests {
  static let cells: [[String]] = [
    [#"O\'Hara AB"#, #"D\'Angelo"#], [#"Bygg \"Kalle\" AB"#, #"\"A\" \"B\""#], [#"C:\new\temp\"#, #"D:\"#],
    ["'A'", "'B'"],
    ["'A", "B'"], [#""A" B"#, #"C "D""#], [#"x\;y"#, #"\N"#], ["rad ett\\\nrad två", "rad\r\nrad"],
    [#"a\\b"#, #"\\nas\hem"#],
    ["\"1;Ek\"", "\"2;Bo\""], [" x ", "\t"], ["1|2|3", "4,5,6"],
  ]

  private func quoted(_ cell: String) -> String { "\"" + cell.replacing("\"", with: "\"\"") + "\"" }

  @Test(arguments: cells, [";", ",", "\t", "|", "~"])
  func cellsComeBack(cells: [String], delimiter: String) throws {
    let rows =
      [["Nr", "Namn", "Mapp", "kundreg_row", "kundreg_errors"]]
      + (1...3).map { ["\($0)"] + cells + ["\($0 + 1)", "x: y"] }
    let text = rows.map { $0.map(quoted).joined(separator: delimiter) + "\r\n" }.joined()
    for options in [ReadingOptions(), ReadingOptions(escape: .backslash)] {
      let read = try readRows(delimited("\u{FEFF}" + text, options))
      #expect(read.map(\.cells) == rows)
      #expect(read.allSatisfy { $0.fault == .none })
    }
  }

  @Test func headingsOfSeveralLinesAreNoHindrance() throws {
    let text = "\"Kund\nnr\";Namn;kundreg_rad;kundreg_fel\r\n1;O\\'Hara;2;x\r\n2;D\\'Angelo;3;x\r\n"
    let read = try readRows(delimited(text))
    #expect(read.map { $0.cells[1] } == ["Namn", "O\\'Hara", "D\\'Angelo"])
  }

  @Test("a list that only speaks of such columns is any list")
  func others() throws {
    for heading in ["kundreg_errors", "kundreg_row", "Vad är kundreg_row och kundreg_errors?"] {
      let read = try readRows(delimited("Nr;Namn;\(heading)\n1;O\\'Hara;x\n2;D\\'Angelo;y\n"))
      #expect(read.map { $0.cells[1] } == ["Namn", "O'Hara", "D'Angelo"], "\(heading)")
    }
  }
}
