import Testing

@testable import CompanyLookup

@Suite struct AddressTests {
  @Test(
    arguments: [
      ("STORGATAN 1 \n123 45 STORSTAD", ["STORGATAN 1"], "123 45", "STORSTAD"),
      ("STORGATAN 1\r\n12345 STORSTAD\r\n", ["STORGATAN 1"], "123 45", "STORSTAD"),
      ("Box 700\n343 81  Älmhult", ["Box 700"], "343 81", "Älmhult"),
      ("106 40 STOCKHOLM", [], "106 40", "STOCKHOLM"),
      (
        "C/O ANDERSSON\nLILLA  GATAN 3 B LGH 1101\n\n432 00 UPPLANDS VÄSBY",
        ["C/O ANDERSSON", "LILLA GATAN 3 B LGH 1101"], "432 00", "UPPLANDS VÄSBY"
      ),
      ("A\nB\nC\n111 22 Ö", ["A", "B", "C"], "111 22", "Ö"),
      ("STORGATAN 1\nSE-123 45 STORSTAD", ["STORGATAN 1"], "123 45", "STORSTAD"),
      ("STORGATAN 1\nS-12345 STORSTAD\nSVERIGE", ["STORGATAN 1"], "123 45", "STORSTAD"),
      ("STORGATAN 1, 123 45 STORSTAD", ["STORGATAN 1"], "123 45", "STORSTAD"),
      ("BOX 1,123 45 STORSTAD, Sweden", ["BOX 1"], "123 45", "STORSTAD"),
      ("STOR\u{0}GATAN\t1\u{1B}\n123 45 STORSTAD", ["STOR GATAN 1"], "123 45", "STORSTAD"),
      ("---\n123 45 STORSTAD", [], "123 45", "STORSTAD"),
    ] as [(String, [String], String, String)])
  func readsASwedishAddress(text: String, lines: [String], postalCode: String, city: String) {
    #expect(
      CompanyFacts.Address(told: CompanyFacts.lines(of: text))
        == CompanyFacts.Address(lines: lines, postalCode: postalCode, city: city))
  }

  @Test(arguments: [
    "", "---", " \n ", "STORGATAN 1", "STORGATAN 1\nSTORSTAD", "STORGATAN 1\n123 45", "STORGATAN 1\n12 345 STORSTAD",
    "STORGATAN 1\n023 45 STORSTAD", "STORGATAN 1\n1234 STORSTAD", "123 45 STORSTAD\nSTORGATAN 1",
    "KARL JOHANS GATE 1\n0154 OSLO", "STORGATAN 1 123 45 STORSTAD", "SVERIGE", "123 456 STORSTAD", "123 45 6",
  ])
  func guessesNothing(text: String) {
    #expect(CompanyFacts.Address(told: CompanyFacts.lines(of: text)) == nil)
  }
}
