import CustomerModel
import Mapping
import Rows
import Testing

@Suite struct ForeignRowsTests {
  private static let columns = """
    {"field": "invoiceAddress.postalCode", "headers": ["Postnr"]}, {"field": "identityNumber", "headers": ["Orgnr"]},
    {"field": "visitingAddress.postalCode", "headers": ["Besökspostnr"]},
    {"field": "phone", "headers": ["Tel"], "transforms": [{"phone": "46"}]},
    {"field": "invoiceAddress.country", "headers": ["Land"]}, {"field": "visitingAddress.country", "headers": ["Besöksland"]},
    {"field": "vatNumber", "headers": ["VAT"]}
    """
  private static let header = ["Postnr", "Orgnr", "Besökspostnr", "Tel", "Land", "Besöksland", "VAT"]

  private func mapped(_ cells: [String: String], over known: CountrySigns = CountrySigns()) throws -> [String?] {
    let mapping = try Probe.mapping(Self.columns, header: Self.header)
    // Neighbours on both sides, so that one row's country is not another's.
    let swedish = ["11122", "5566778899", "11122", "08123456", "Sverige", "", ""]
    let rows = [swedish, Self.header.map { cells[$0] ?? "" }, swedish]
    let records = mapping.map(Probe.batch(rows), over: known)
    if known == CountrySigns() {
      for row in [0, 2] {
        #expect(
          (0..<4).map { records.text(column: $0, row: row) } == ["111 22", "556677-8899", "111 22", "+468123456"])
      }
    }
    return (0..<4).map { records.text(column: $0, row: 1) }
  }

  private let typed = ["Postnr": "80331", "Orgnr": "5566778899", "Besökspostnr": "80331", "Tel": "030123456"]
  private func typed(_ more: [String: String]) -> [String: String] { typed.merging(more) { $1 } }

  @Test(
    "rows in Sweden, and rows without a country, get the Swedish forms", arguments: ["", "SE", "Sverige", "sweden"])
  func swedish(country: String) throws {
    #expect(try mapped(typed(["Land": country])) == ["803 31", "556677-8899", "803 31", "+4630123456"])
  }

  @Test(
    "rows of another country get none", arguments: ["Tyskland", "Germany", "de", "USA", "XI", "UK", "EL"])
  func foreign(country: String) throws {
    #expect(try mapped(typed(["Land": country])) == ["80331", "5566778899", "80331", "030123456"])
  }

  @Test("rows whose country nobody knows get the Swedish forms where the identity number is a right Swedish one")
  func unread() throws {
    #expect(try mapped(typed(["Land": "Sverge"])) == ["803 31", "556677-8899", "803 31", "+4630123456"])
    for number in ["", "5566778890", "HRB 12345"] {
      #expect(try mapped(typed(["Land": "Atlantis", "Orgnr": number])).first == "80331")
    }
    #expect(try mapped(typed(["Land": "Atlantis", "VAT": "DE123456789"])).first == "80331")
  }

  @Test("each address has its own country")
  func addresses() throws {
    #expect(try mapped(typed(["Besöksland": "Norge"])) == ["80331", "5566778899", "80331", "030123456"])
    #expect(
      try mapped(typed(["Land": "SE", "Besöksland": "Norge"])) == ["803 31", "556677-8899", "80331", "+4630123456"])
    #expect(
      try mapped(typed(["Land": "Norge", "Besöksland": "SE"])) == ["80331", "5566778899", "803 31", "030123456"])
  }

  @Test("a VAT number or a telephone number of another country leaves the forms alone where no country is given")
  func unsure() throws {
    #expect(try mapped(typed(["VAT": "DE123456789"])) == ["80331", "5566778899", "80331", "030123456"])
    #expect(try mapped(typed(["Tel": "+49 30 123456"])) == ["80331", "556677-8899", "80331", "+4930123456"])
    #expect(try mapped(typed(["Tel": "+46 8 123456"])) == ["803 31", "556677-8899", "803 31", "+468123456"])
    #expect(try mapped(typed(["VAT": "SE556677889901", "Tel": "+49 30 123456"])).first == "803 31")
  }

  @Test("what is known of the customer counts where the row is silent")
  func known() throws {
    var card = CustomerCard()
    card[FieldPath("invoiceAddress.country")!] = "DE"
    #expect(try mapped(typed, over: CountrySigns(card)) == ["80331", "5566778899", "80331", "030123456"])
    #expect(try mapped(typed(["Land": "SE"]), over: CountrySigns(card)).first == "803 31")
  }

  @Test("a constant or a default is a country like any other")
  func constants() throws {
    let mapping = try Probe.mapping(
      #"{"field": "invoiceAddress.postalCode", "headers": ["A"]}, {"field": "invoiceAddress.country", "constant": "Tyskland"}"#,
      header: ["A"])
    #expect(mapping.map(Probe.batch([["80331"]])).text(column: 0, row: 0) == "80331")
    let byDefault = try Probe.mapping(
      #"{"field": "invoiceAddress.postalCode", "headers": ["A"]}, {"field": "invoiceAddress.country", "headers": ["B"], "default": "DE"}"#,
      header: ["A", "B"])
    let records = byDefault.map(Probe.batch([["80331", ""], ["11122", "SE"]]))
    #expect(records.text(column: 0, row: 0) == "80331")
    #expect(records.text(column: 0, row: 1) == "111 22")
  }

  @Test("a split gives the city beside the postal code as it stands")
  func split() throws {
    let mapping = try Probe.mapping(
      """
      {"fields": ["invoiceAddress.postalCode", "invoiceAddress.city"], "headers": ["A"],
        "transforms": [{"split": "postalCodeCity"}]}, {"field": "invoiceAddress.country", "headers": ["B"]}
      """, header: ["A", "B"])
    let records = mapping.map(Probe.batch([["80331 München", "DE"], ["11122 Storstad", ""]]))
    #expect((0..<2).map { records.text(column: $0, row: 0) } == ["80331", "München"])
    #expect((0..<2).map { records.text(column: $0, row: 1) } == ["111 22", "Storstad"])
  }

  @Test("a facility's postal code follows its own country, and else its customer's")
  func facilities() throws {
    let mapping = try Probe.mapping(
      #"{"field": "facilities", "headers": ["A"]}, {"field": "invoiceAddress.country", "headers": ["B"]}"#,
      header: ["A", "B"])
    let list = { (country: String) in #"[{"number":"1","postalCode":"80331"\#(country)}]"# }
    let records = mapping.map(
      Probe.batch([
        [list(""), ""], [list(""), "DE"], [list(#","country":"Tyskland""#), "SE"], [list(#","country":"SE""#), "DE"],
      ]))
    let texts = (0..<4).map { records.text(column: 0, row: $0)!.contains("803 31") }
    #expect(texts == [true, false, false, true])
  }
}
