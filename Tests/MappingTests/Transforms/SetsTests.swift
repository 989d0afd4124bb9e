import Testing

@Suite struct SetsTests {
  @Test(arguments: [
    Case("b;a", "a\u{1F}b\u{1F}"), Case("b, a | c", "a\u{1F}b\u{1F}c\u{1F}"),
    Case("a\nb\r\nc", "a\u{1F}b\u{1F}c\u{1F}"),
    Case("a;a; ;a", "a\u{1F}"), Case("Åre;Borås;a", "Borås\u{1F}a\u{1F}Åre\u{1F}"),
    Case("b, c\u{1F}a", "a\u{1F}b, c\u{1F}"),
    Case("a\u{1F}b\u{1F}", "a\u{1F}b\u{1F}"), Case("två  ord;ett", "ett\u{1F}två ord\u{1F}"), Case(";;", nil),
    Case("ab;a", "a\u{1F}ab\u{1F}"),
  ])
  func namesAreSortedUniqueAndTerminated(_ c: Case) throws {
    #expect(try Probe.canonical(c.cell, field: "tags") == c.result)
  }

  /// A cell may hold more names than are put in their place one by one.
  @Test(arguments: [64, 65, 66, 67, 1000])
  func manyNamesAreSortedAndUniqueToo(count: Int) throws {
    let names = (0..<count).map { String(100_000 + $0) }
    let cell = (names.reversed() + names.shuffled() + [names[count / 2]]).joined(separator: ";")
    #expect(try Probe.canonical(cell, field: "tags") == names.map { $0 + "\u{1F}" }.joined())
  }

  @Test func listSaysWhereToSplit() throws {
    #expect(try Probe.transformed("b, c/a", #"{"list": "/"}"#, field: "tags") == "a\u{1F}b, c\u{1F}")
  }

  @Test func otherTransformsWorkOnTheWholeCell() throws {
    #expect(try Probe.transformed("B;a", #""upper""#, field: "tags") == "A\u{1F}B\u{1F}")
  }

  @Test func identityNumbersOfASetGetTheirCanonicalForm() throws {
    #expect(
      try Probe.canonical("8001019804, 198001019804;fel", field: "taxReduction.coApplicants")
        == "19800101-9804\u{1F}fel\u{1F}")
  }
}
