import Testing

@Suite struct KnownWordsTests {
  @Test(
    "legal forms, the public sector and sole traders are companies",
    arguments: [
      "Enskild firma", "EF", "enskild näringsidkare", "Näringsidkare", "AB", "ab", "Aktiebolag", "HB", "Handelsbolag",
      "KB",
      "Kommanditbolag", "Brf", "BRF", "Bostadsrättsförening", "bostadsrattsforening", "Ideell förening",
      "Ekonomisk förening",
      "EKONOMISKFÖRENING", "Stiftelse", "Kommun", "Region", "Landsting", "Myndighet", "Offentlig", "Dödsbo",
      "Samfällighet",
      "Ltd", "Inc.", "Limited company", "Sole trader", "Self-employed", "Foundation", "Municipality", "Company",
    ])
  func companies(word: String) throws { #expect(try Probe.canonical(word, field: "type") == "company") }

  @Test(
    "people and households are private",
    arguments: [
      "Priv", "priv.", "Privat", "P", "Hushåll", "Household", "Privatkund", "Private individual", "Natural person",
    ])
  func persons(word: String) throws { #expect(try Probe.canonical(word, field: "type") == "private") }

  @Test(
    "what is no type, or could be either, stays for the validator to name",
    arguments: ["1", "0", "Ja", "A", "VIP", "Enskild", "Leverantör", "Personal", "ABC", "E", "Kund", "Övrigt"])
  func others(word: String) throws { #expect(try Probe.canonical(word, field: "type") == word) }

  @Test(
    "countries are read as Norwegian and Danish lists write them",
    arguments: [
      ("Storbritannia", "GB"), ("Sveits", "CH"), ("Spania", "ES"), ("Belgia", "BE"), ("Østrig", "AT"), ("Norge", "NO"),
    ])
  func countries(name: String, code: String) throws {
    #expect(try Probe.canonical(name, field: "invoiceAddress.country") == code)
  }

  @Test("a mapping's own words come first")
  func ownWords() throws {
    let file = try Probe.file(
      #"{"columns": [{"field": "type", "headers": ["A"], "values": {"Dödsbo": "private", "1": "company"}}]}"#)
    #expect(try Probe.value(file, "dödsbo") == "private")
    #expect(try Probe.value(file, "1") == "company")
    #expect(try Probe.value(file, "AB") == "company")
  }
}
