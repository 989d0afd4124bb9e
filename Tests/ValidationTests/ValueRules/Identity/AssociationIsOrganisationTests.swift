import Testing

@Suite struct AssociationIsOrganisationTests {
  @Test("an organisation number passes")
  func organisation() throws { #expect(try codes("taxReduction.associationNumber", "769600-0004").isEmpty) }

  @Test("a person's number is refused")
  func person() throws {
    #expect(try codes("taxReduction.associationNumber", "19121212-1212") == ["association.person"])
  }

  @Test("the customer's own number may be a person's")
  func ownNumber() throws { #expect(try codes("identityNumber", "19121212-1212").isEmpty) }
}
