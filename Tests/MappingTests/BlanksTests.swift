import Mapping
import Rows
import Testing

@Suite struct BlanksTests {
  @Test(arguments: [
    Case("Storgatan 1", "Storgatan 1"), Case("  Storgatan 1 ", "Storgatan 1"), Case("Storgatan  1", "Storgatan 1"),
    Case("\u{A0}Storgatan\u{A0}1\u{A0}", "Storgatan 1"), Case("1\u{2007}2\u{202F}3\u{3000}4", "1 2 3 4"),
    Case("An\u{200B}na\u{FEFF}", "Anna"), Case("\u{FEFF}Anna", "Anna"), Case("\u{202A}070\u{202C}", "070"),
    Case("rad 1\r\nrad 2\n", "rad 1 rad 2"), Case("a\tb", "a b"), Case("a\u{2028}b", "a b"), Case("a\u{85}b", "a b"),
    Case("Åsa Öberg", "Åsa Öberg"), Case("A\u{30A}sa O\u{308}berg", "Åsa Öberg"), Case("\u{212B}sa", "Åsa"),
    Case("100 €", "100 €"),
    Case("a – b", "a – b"), Case("日本 東京", "日本 東京"), Case("   ", nil), Case("\u{A0}\u{200B}", nil), Case("", nil),
    Case("x", "x"),
    Case("tjugofem tecken lång text", "tjugofem tecken lång text"), Case("12345678 ", "12345678"),
    Case("1234567  9", "1234567 9"),
    Case("\u{E4}", "ä"), Case("ÿ\u{C4}", "ÿÄ"), Case("\u{1680}x", "x"),
  ])
  func blanksAreTrimmedAndCollapsed(_ c: Case) throws {
    #expect(try Probe.canonical(c.cell, field: "name") == c.result)
  }

  @Test(arguments: [
    Case("rad 1\r\nrad 2", "rad 1\r\nrad 2"), Case("rad 1  \n  rad  2\n\n", "rad 1\n rad 2"), Case("\n\na", "a"),
    Case("a\n\nb", "a\n\nb"),
  ])
  func multilineTextKeepsItsLineBreaks(_ c: Case) throws {
    #expect(try Probe.canonical(c.cell, field: "comments") == c.result)
  }

  @Test func textThatNeedsNothingIsNotCopied() throws {
    let mapping = try Probe.mapping(
      #"{"field": "name", "headers": ["A"]}, {"field": "email", "headers": ["B"]}"#, header: ["A", "B"])
    let records = mapping.map(Probe.batch([["Åsas El AB", "asa@example.se"], ["  Bo ", "bo@example.se"]]))
    #expect(records.rows.arena == Array("Åsas El ABasa@example.se  Bo bo@example.se".utf8))
    #expect(records.text(column: 0, row: 1) == "Bo")
  }

  /// Cells of every length and place in the batch, as these are looked at some bytes at a time.
  @Test func aSecondBlankIsFoundWhereverItStands() throws {
    let letters = "abcdefghijklmnopqrstuvwxyzåäö"
    let mapping = try Probe.mapping(
      #"{"field": "name", "headers": ["A"]}, {"field": "email", "headers": ["B"]}"#, header: ["A", "B"])
    for count in [2, 7, 8, 9, 15, 16, 17, 56, 57, 58, 59, 64, 65, 113, 114, 115, 116, 130] {
      let words = String((0..<count).map { letters[letters.index(letters.startIndex, offsetBy: $0 % letters.count)] })
      for before in 0..<9 {
        for place in stride(from: 1, to: count, by: count > 20 ? 5 : 1) {
          let middle = words.index(words.startIndex, offsetBy: place)
          let written = words[..<middle] + "  " + words[middle...]
          let records = mapping.map(
            Probe.batch([[String(written), String(repeating: "x", count: before)], [words, "x"]]))
          #expect(records.text(column: 0, row: 0) == words[..<middle] + " " + words[middle...])
          let second = mapping.map(
            Probe.batch([["y", String(repeating: "x", count: before)], [String(written), "x"]]))
          #expect(second.text(column: 0, row: 1) == words[..<middle] + " " + words[middle...])
        }
      }
    }
  }

  @Test func aControlCharacterIsFoundWhereverItStands() throws {
    for count in [1, 6, 7, 8, 9, 56, 57, 58, 120] {
      for place in 0...count {
        let text = String(repeating: "z", count: count)
        let middle = text.index(text.startIndex, offsetBy: place)
        let written = text[..<middle] + "\t" + text[middle...]
        let expected = place == 0 || place == count ? text : text[..<middle] + " " + text[middle...]
        #expect(try Probe.canonical(String(written), field: "name") == expected)
      }
    }
  }
}
