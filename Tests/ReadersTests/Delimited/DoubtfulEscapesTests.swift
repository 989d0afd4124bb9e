import Readers
import Rows
import Testing

/// Cells that seem to hold escapes in texts in which nothing shows that backslashes escape.
@Suite struct DoubtfulEscapesTests {
  /// Such cells as `row position:column`.
  private func cells(_ text: String, _ options: ReadingOptions = ReadingOptions(), maximumRows: Int = 4096) throws
    -> [String]
  {
    let source = try delimited(text, options, chunkSize: 64)
    var reader = try source.rows(ofTable: 0)
    var batch = RowBatch()
    var found: [String] = []
    while try reader.read(into: &batch, maximumRows: maximumRows) {
      for row in batch.rows {
        found += batch.escapeCells.filter { $0 >= row.firstCell && $0 < row.firstCell + row.cellCount }
          .map { "\(row.position):\($0 - row.firstCell)" }
      }
    }
    return found
  }

  @Test(arguments: [1, 2, 4096])
  func theyAreNamed(maximumRows: Int) throws {
    let text =
      #"Nr;Namn;Mapp;Text"# + "\n" + #"1;O\'Hara AB;x;y"# + "\n" + #"2;D\'Angelo;L\'Oréal;y"# + "\n"
      + #"3;Tre AB;C:\data;5\" rör"# + "\n" + #"4;Fyra;D:\;Ring först.\nKoden är 12"# + "\n" + #"5;Fem;x;rad\r\nrad"#
      + "\n"
      + #"6;Sex;;"Port A\nPort ""B""""# + "\n"
    #expect(try cells(text, maximumRows: maximumRows) == ["2:1", "3:1", "3:2", "4:3", "5:3", "6:3", "7:3"])
  }

  @Test(
    "backslashes of paths, of users and between words are none",
    arguments: [
      #"C:\data"#, #"C:\nya mappen\New"#, #"\\nas\rum 1\nr 2"#, #"KONTOR\nisse"#, #"KONTOR\nisse har nyckel"#,
      #"och\eller"#, #"a\\b"#, #"D:\"#,
      #"\N"#, "'t Hooft", #"A/B 'x'"#, #"x\"#,
    ])
  func ordinary(cell: String) throws {
    #expect(try cells("Nr;Namn;Mapp\n1;Ett;E:\\kund\n2;\(cell);y\n") == [])
  }

  @Test func whatAMappingSaysOfBackslashesIsNotDoubted() throws {
    let text = #"Nr;Namn;Mapp"# + "\n" + #"1;O\'Hara AB;x"# + "\n" + #"2;Två;C:\data"# + "\n"
    #expect(try cells(text) == ["2:1"])
    #expect(try cells(text, ReadingOptions(escape: Dialect.Escape.none)) == [])
    #expect(try cells(text, ReadingOptions(escape: .backslash)) == [])
    // Where the file shows escapes they are read, and nothing is doubted.
    #expect(try cells(#"Nr;Namn"# + "\n" + #"1;O\'Hara AB"# + "\n") == [])
  }

  @Test func doubledPathsSayThatSomebodyEscaped() throws {
    #expect(try cells(#"Nr;Namn;Mapp"# + "\n" + #"1;Ett;C:\\kund"# + "\n" + #"2;Två;D:\data"# + "\n") == ["2:2"])
  }

  @Test("a cell full of backslashes is looked at once", .timeLimit(.minutes(1)))
  func manyBackslashes() throws {
    let cell = String(repeating: #"\n"#, count: 300_000)
    #expect(try cells("Nr;Namn\n1;\(cell)\n2;E:\\kund\n") == [])
    #expect(try cells("Nr;Namn\n1;x y\(cell)X\n2;E:\\kund\n") == ["2:1"])
  }

  @Test func rowsFarBelowTheStartAreSeen() throws {
    let start = "Nr;Namn\n" + (1...6000).map { "\($0);Norra Kyl nr \($0)\n" }.joined()
    #expect(try cells(start + #"6001;O\'Hara AB"# + "\n") == ["6002:1"])
  }
}
