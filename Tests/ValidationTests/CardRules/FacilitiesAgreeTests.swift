import Testing

@Suite struct FacilitiesAgreeTests {
  @Test(
    "disabled and required is a contradiction",
    arguments: [("1", "1", ["facilities.contradiction"]), ("1", "0", []), ("0", "1", []), ("0", "0", [])])
  func pairs(disabled: String, required: String, expected: [String]) throws {
    #expect(try cardCodes(["facilitiesDisabled": disabled, "facilityRequired": required]) == expected)
  }
}
