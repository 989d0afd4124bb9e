import CustomerModel
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
    // The elements of a list.
    Case("G 1\u{1F}c/o Ek\u{1F}", "G 1, c/o Ek"), Case("x\u{1F}", "x"), Case("L\u{1F}und", "Lund"),
    Case("\u{1F}\u{1F}", nil),
    Case("\u{1F}a \u{1F}\u{1F} b\u{1F}", "a, b"),
    // Fillers and empty patterns, which are no blanks to all programs.
    Case("\u{2800}", nil), Case("\u{3164}", nil), Case("\u{180B}", nil), Case("\u{34F}", nil),
    Case("\u{115F}\u{1160}", nil),
    Case("\u{FFA0} \u{2800}", nil), Case("\u{81}", nil), Case("한글", "한글"), Case("⠁", "⠁"),
    Case("A\0B AB", "AB AB"), Case("\0Storgatan 1\0", "Storgatan 1"), Case("\0", nil),
  ])
  func blanksAreTrimmedAndCollapsed(_ c: Case) throws {
    #expect(try Probe.canonical(c.cell, field: "name") == c.result)
  }

  @Test(arguments: [
    Case("rad 1\r\nrad 2", "rad 1\r\nrad 2"), Case("rad 1  \n  rad  2\n\n", "rad 1  \n  rad  2"), Case("\n\na", "a"),
    Case("a\n\nb", "a\n\nb"), Case("  a\tb   c\t ", "a\tb   c"), Case("a\u{B}b\u{B}\u{B}c", "a\nb\n\nc"),
    Case("a\u{2028}b\u{2029}c\u{85}d", "a\nb\nc\nd"), Case("a\u{A0}b", "a\u{A0}b"), Case("\u{B}a\u{B}", "a"),
    Case("\u{A0}10\u{202F}000\u{A0}kr\u{3000}x \u{A0}", "10\u{202F}000\u{A0}kr\u{3000}x"),
    Case("a \u{AD} b", "a  b"),
  ])
  func textOfSeveralLinesKeepsItsForm(_ c: Case) throws {
    #expect(try Probe.canonical(c.cell, field: "comments") == c.result)
    #expect(try Probe.canonical(c.cell, field: "customFields.Fri text") == c.result)
    #expect(
      try Probe.canonical(c.cell, field: "customFields.T", [CustomFieldDefinition(name: "T", kind: .text)]) == c.result)
  }

  @Test func textOfSeveralLinesKeepsItsFormBehindTransformsAndAsConstant() throws {
    let two = try Probe.mapping(
      #"{"field": "comments", "headers": ["A"], "transforms": ["upper"]}, {"field": "customFields.K", "constant": "x\t  y"}"#,
      header: ["A"])
    let records = two.map(Probe.batch([["a\t b\u{B}c"]]))
    #expect(records.text(column: 0, row: 0) == "A\t B\nC")
    #expect(records.text(column: 1, row: 0) == "x\t  y")
    let joined = try Probe.mapping(
      #"{"field": "comments", "join": [["A"], ["B"]], "separator": "\n"}"#, header: ["A", "B"])
    #expect(joined.map(Probe.batch([[" a  b ", "c\td"]])).text(column: 0, row: 0) == "a  b\nc\td")
  }

  @Test(arguments: [Case("Storgatan 1\u{B}c/o Ek", "Storgatan 1 c/o Ek"), Case("a\u{2029} b", "a b")])
  func aLineBreakOfAnyProgramIsABlankInOneLine(_ c: Case) throws {
    #expect(try Probe.canonical(c.cell, field: "invoiceAddress.line1") == c.result)
    #expect(try Probe.transformed(c.cell, #""upper""#) == c.result?.uppercased())
  }

  @Test func theElementsOfAListAreLinesOfATextAndNamesOfASet() throws {
    #expect(try Probe.canonical("rad 1\u{1F}rad 2\u{1F}", field: "comments") == "rad 1\nrad 2")
    #expect(try Probe.canonical("b\u{1F}a\u{1F}", field: "tags") == "a\u{1F}b\u{1F}")
    #expect(try Probe.canonical("\u{3164}\u{1F}a\u{1F}", field: "tags") == "a\u{1F}")
    #expect(try Probe.transformed("a\u{1F}b\u{1F}", #""upper""#) == "A, B")
  }

  @Test func theNamesOfASetArePartedByAVerticalTab() throws {
    #expect(try Probe.canonical("VIP\u{B}Avtal  A", field: "tags") == "Avtal A\u{1F}VIP\u{1F}")
  }

  @Test(arguments: [
    Case("Kyl\u{AD}teknik", "Kylteknik"), Case("\u{AD}", nil),
    Case("\u{2067}Norra\u{2069} \u{2066}Kyl\u{2069}", "Norra Kyl"),
    Case("\u{61C}Bo\u{202E}", "Bo"), Case("a\u{200D}b\u{200C}c", "abc"), Case("é\u{FE0F}", "é"),
    Case("e\u{301}\u{200B}r", "ér"),
    Case("Bo\u{7}Ek\u{0}", "BoEk"), Case("A\u{2061}B\u{180E}", "AB"), Case("Bo \u{200D}", "Bo"),
    // In emoji and other scripts they are part of what is seen.
    Case("👩\u{200D}🔧 Bo", "👩\u{200D}🔧 Bo"), Case("❤\u{FE0F}", "❤\u{FE0F}"),
    Case("1\u{FE0F}\u{20E3}", "1\u{FE0F}\u{20E3}"),
    Case("می\u{200C}خواهم", "می\u{200C}خواهم"), Case("Å­s", "Ås"),
  ])
  func whatNobodySeesGoes(_ c: Case) throws {
    #expect(try Probe.canonical(c.cell, field: "name") == c.result)
    #expect(try Probe.canonical(c.cell, field: "comments") == c.result)
  }

  @Test func aTypographicHyphenIsAHyphenInNumbersOnly() throws {
    #expect(try Probe.canonical("08\u{2011}465\u{2010}004 11", field: "phone") == "08-465-004 11")
    #expect(try Probe.canonical("SE\u{2011}111 22", field: "invoiceAddress.postalCode") == "111 22")
    #expect(try Probe.canonical("559999\u{2011}3002", field: "identityNumber") == "559999-3002")
    #expect(try Probe.canonical("Anna\u{2011}Lena", field: "name") == "Anna\u{2011}Lena")
    #expect(try Probe.canonical("08–465 004 11", field: "phone") == "08-465 004 11")
    #expect(try Probe.canonical("08\u{2212}465 004 11", field: "mobile") == "08-465 004 11")
    #expect(try Probe.canonical("SE–111 22", field: "invoiceAddress.postalCode") == "111 22")
    #expect(try Probe.canonical("Norr – Syd AB", field: "name") == "Norr – Syd AB")
    let split = try Probe.mapping(
      #"{"fields": ["contactPersons[0].name", "contactPersons[0].phone"], "headers": ["A"], "transforms": [{"split": {"at": ","}}]}"#,
      header: ["A"])
    let records = split.map(Probe.batch([["Anna\u{2011}Lena, 08\u{2011}46"]]))
    #expect(records.text(column: 0, row: 0) == "Anna\u{2011}Lena")
    #expect(records.text(column: 1, row: 0) == "08-46")
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
