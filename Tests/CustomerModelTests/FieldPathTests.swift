import CustomerModel
import Testing

@Suite struct FieldPathTests {
  @Test(arguments: [
    "number", "invoiceAddress.city", "contactPersons[0].email", "contactPersons[12].mainContact",
    "customFields.Region", "customFields.a.b", "taxReduction.coApplicants", "updated",
  ])
  func aPublicNameIsReadAndWrittenAlike(name: String) throws {
    #expect(try #require(FieldPath(name)).description == name)
  }

  @Test(arguments: [
    "", "nummer", "contactPersons[].email", "contactPersons[-1].email", "customFields.", "customFields.*",
  ])
  func anUnknownNameIsRefused(name: String) {
    #expect(FieldPath(name) == nil)
  }

  @Test func aContactPersonWithoutPositionIsTheFirst() {
    #expect(FieldPath("contactPersons.email") == FieldPath("contactPersons[0].email"))
  }

  @Test func headingsCountFromTwo() {
    #expect(FieldPath("contactPersons[0].email")?.heading == "Kontaktperson e-post")
    #expect(FieldPath("contactPersons[1].email")?.heading == "Kontaktperson 2 e-post")
  }

  @Test func contactPersonsSortByPersonFirst() {
    let paths = ["contactPersons[1].name", "contactPersons[0].mobile", "contactPersons[0].name"].compactMap {
      FieldPath($0)
    }
    #expect(
      paths.sorted().map(\.description) == [
        "contactPersons[0].name", "contactPersons[0].mobile", "contactPersons[1].name",
      ])
  }
}
