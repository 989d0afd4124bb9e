import CustomerModel
import Mapping
import Testing

/// Words of types with points and parentheses that no list of words has.
@Suite struct LooseWordTests {
  @Test(arguments: [
    "Ftg.", "FTG.", "Aktiebolag (publ)", "AB (publ)", "AB (publ.)", "Aktiebolag (AB)", "Bostadsrättsförening (BRF)",
    "Brf (bostadsrättsförening)", "Handelsbolag (HB)", "H.B", "Enskild firma (EF)", "Ek. Förening",
    "Stiftelse.", "(AB)", "Ltd.", "P.L.C.", "aktiebolag(publ)",
  ])
  func companies(word: String) throws {
    #expect(try Probe.canonical(word, field: "type") == "company")
  }

  @Test(arguments: ["Privat (P)", "Priv.", "Privatperson (fysisk person)", "Konsument.", "P."])
  func persons(word: String) throws { #expect(try Probe.canonical(word, field: "type") == "private") }

  @Test(
    "what contradicts itself, and what says more, stays for the rule to reject",
    arguments: [
      "Företag (privat)", "Privat (AB)", "AB (vilande)", "Företag (1)", "Kund.", "(publ)", "AB (publ) (privat)", "1.",
    ])
  func unknown(word: String) throws { #expect(try Probe.canonical(word, field: "type") == word) }

  @Test("words of other lists and of a mapping's own are compared as they stand")
  func others() throws {
    for field in ["invoiceAddress.country", "active", "customFields.T"] {
      #expect(try Probe.canonical("Ja (x).", field: field) == "Ja (x).")
    }
    let file = try Probe.file(#"{"columns": [{"field": "orderNumber", "headers": ["A"], "values": {"AB": "x"}}]}"#)
    #expect(try Probe.value(file, "A.B.") == "A.B.")
  }
}
