import CustomerModel
import Testing
import Validation

@Suite struct RuleCatalogueTests {
  @Test("every code stands once, is written alike and allows its own severity")
  func codes() {
    #expect(Set(RuleCatalogue.all.map(\.code)).count == RuleCatalogue.all.count)
    for info in RuleCatalogue.all {
      #expect(info.code.wholeMatch(of: /[a-z][A-Za-z]*\.[a-z][A-Za-z]*/) != nil)
      #expect(info.allowed.contains(info.severity))
      #expect(info.sentence.hasSuffix("."))
    }
  }

  @Test(
    "the promised rules are there",
    arguments: [
      "row.long", "cell.error", "field.hidden", "number.missing", "number.length", "number.characters",
      "number.duplicate", "number.taken", "duplicate.notMended",
      "number.differs", "name.missing", "name.tooLong", "type.unknown", "identity.shape", "identity.date",
      "identity.checksum", "identity.type", "identity.ambiguous", "vatNumber.identity", "customer.duplicate",
    ])
  func promised(code: String) { #expect(RuleCatalogue.info(code)?.code == code) }
}
