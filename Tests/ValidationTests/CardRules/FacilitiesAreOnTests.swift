import Testing

@Suite struct FacilitiesAreOnTests {
  @Test(
    "facilities of a customer without facilities are told of",
    arguments: [("1", ["facilities.disabled"]), ("0", [])] as [(String, [String])])
  func facilities(disabled: String, expected: [String]) throws {
    #expect(try cardCodes(["facilitiesDisabled": disabled, "facilities": #"[{"number":"1"}]"#]) == expected)
    #expect(try cardCodes(["facilitiesDisabled": disabled]) == [])
  }
}
