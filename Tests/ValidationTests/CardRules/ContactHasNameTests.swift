import Testing

@Suite struct ContactHasNameTests {
  @Test(
    "a person with details has a name",
    arguments: [
      (["contactPersons[0].name": "Anna"], 0), (["contactPersons[0].phone": "08-123 45 67"], 1),
      (["contactPersons[0].email": "a@example.se", "contactPersons[0].name": "Anna"], 0),
      (["contactPersons[0].mainContact": "0"], 0), (["contactPersons[0].mainContact": "1"], 1),
      (["contactPersons[0].name": "Anna", "contactPersons[1].mobile": "070-123 45 67"], 1),
    ])
  func names(values: [String: String], count: Int) throws {
    #expect(try cardCodes(values) == Array(repeating: "contact.nameMissing", count: count))
  }
}
