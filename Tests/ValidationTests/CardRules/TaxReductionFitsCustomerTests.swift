import CustomerModel
import Testing

@Suite struct TaxReductionFitsCustomerTests {
  @Test(
    "tax reductions belong to private customers and associations",
    arguments: [
      (["type": "private", "taxReduction.propertyDesignation": "Kvarnen 1:2"], true),
      (["type": "company", "taxReduction.propertyDesignation": "Kvarnen 1:2"], false),
      (["type": "company", "taxReduction.apartmentNumber": "1101"], false),
      (["type": "company", "taxReduction.coApplicants": "19121212-1212"], false),
      (["taxReduction.propertyDesignation": "Kvarnen 1:2"], false),
      (["type": "company", "taxReduction.propertyDesignation": "K 1:2", "identityNumber": "769600-0004"], true),
      (["type": "company", "taxReduction.propertyDesignation": "K 1:2", "identityNumber": "556677-8899"], false),
      (["type": "company", "taxReduction.propertyDesignation": "K 1:2", "identityNumber": "19701063-2391"], false),
      (
        ["type": "company", "taxReduction.apartmentNumber": "1", "taxReduction.associationNumber": "769600-0004"], true
      ),
      (["type": "company"], true),
    ])
  func customers(values: [String: String], passes: Bool) throws {
    #expect(try cardCodes(values, on(.useTaxReductions)) == (passes ? [] : ["taxReduction.type"]))
  }

  @Test("a register that does not use tax reductions does not ask")
  func unused() throws {
    #expect(try cardCodes(["type": "company", "taxReduction.apartmentNumber": "1101"]).isEmpty)
  }

  @Test("the default type counts")
  func defaultType() throws {
    #expect(try cardCodes(["taxReduction.apartmentNumber": "1"], on(.useTaxReductions, .privateAsDefault)).isEmpty)
  }
}
