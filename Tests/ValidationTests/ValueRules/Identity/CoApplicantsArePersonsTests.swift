import Testing

@Suite struct CoApplicantsArePersonsTests {
  @Test("persons pass", arguments: ["19121212-1212", "19121212-1212|19640823-3234|19701063-2391"])
  func persons(set: String) throws { #expect(try codes("taxReduction.coApplicants", set).isEmpty) }

  @Test(
    "one wrong or an organisation's number is enough",
    arguments: [
      "556677-8899", "19121212-1212|19640823-3235", "Anna Berg", "19121212-1212|556677-8899",
    ])
  func others(set: String) throws { #expect(try codes("taxReduction.coApplicants", set) == ["coApplicants.invalid"]) }
}
