import Testing

@Suite struct ReferenceFacilityIsKnownTests {
  @Test(
    "a reference's facility is one of the card's",
    arguments: [("1", []), ("2", ["reference.facilityUnknown"]), (nil, [])] as [(String?, [String])])
  func facility(number: String?, expected: [String]) throws {
    let stated = number.map { #","facility":"\#($0)""# } ?? ""
    let card = [
      "facilities": #"[{"number":"1"}]"#, "references": #"[{"kind":"order","number":"7"\#(stated)}]"#,
    ]
    #expect(try cardCodes(card) == expected)
  }
}
