import CustomerModel
import Testing

@Suite struct CostCenterIsGivenTests {
  @Test("a cost center is asked for where the card requires one")
  func byCard() throws {
    #expect(try cardCodes(["costCenterRequired": "1"]) == ["costCenter.missing"])
    #expect(try cardCodes(["costCenterRequired": "0"]).isEmpty)
    #expect(try cardCodes(["costCenterRequired": "1", "costCenter": "Söder"]).isEmpty)
  }

  @Test("or the register")
  func bySetting() throws {
    #expect(try cardCodes([:]).isEmpty)
    #expect(try cardCodes([:], on(.costCenterRequired)) == ["costCenter.missing"])
    #expect(try cardCodes(["costCenter": "Söder"], on(.costCenterRequired)).isEmpty)
  }
}
