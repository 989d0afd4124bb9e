import Documents
import CustomerModel
import Testing

@testable import Writers

@Suite struct CardJSONTests {
  private func text(_ card: CustomerCard, paths: [FieldPath]? = nil, pretty: Bool = false) -> String {
    String(
      decoding: CardJSON(definitions: Cards.definitions).bytes(of: card, paths: paths, pretty: pretty), as: UTF8.self)
  }

  @Test func nestsInTheOrderOfTheCatalogue() throws {
    #expect(
      try text(Cards.full())
        == #"{"number":"00123","name":"Storstads \"Bygg\" AB","type":"company","identityNumber":"559999-0008","#
        + #""vatType":"custom","vatPercent":12.50,"comments":"Rad 1\nRad 2\\","tags":["Avtal","VIP"],"#
        + #""invoiceAddress":{"line1":"Storgatan 1","country":"SE"},"mailAddress":{"city":"Storstad"},"#
        + #""contactPersons":[{"name":"Anna","sendWorkOrder":true},{"name":"Bo","mainContact":false}],"#
        + #""taxReduction":{"coApplicants":["19121212-1212"]},"active":true,"#
        + #""customFields":{"Antal":2.50,"Avtal":true,"Borta":"1","Region":"12","Start":"2026-01-31"},"#
        + #""created":"2026-11-23T22:00:00Z"}"#)
  }

  @Test func prettyHasAMemberALine() throws {
    var card = CustomerCard()
    card[.number] = "1"
    card[try Cards.path("tags")] = CustomerCard.set(of: ["A", "B"])
    card[try Cards.path("mailAddress.city")] = "Ort"
    #expect(
      text(card, pretty: true) == """
        {
          "number": "1",
          "tags": [
            "A",
            "B"
          ],
          "mailAddress": {
            "city": "Ort"
          }
        }
        """)
    #expect(text(CustomerCard(), pretty: true) == "{}")
  }

  @Test func writesOnlyTheFieldsAskedFor() throws {
    let paths = try ["active", "contactPersons[1].name", "name", "vatNumber"].map { try Cards.path($0) }
    #expect(
      try text(Cards.full(), paths: paths)
        == #"{"name":"Storstads \"Bygg\" AB","contactPersons":[{},{"name":"Bo"}],"active":true}"#)
  }

  @Test func escapesEveryControlCharacter() throws {
    var card = CustomerCard()
    card[.customerName] = "\u{1}\u{1F}\t\r\u{7F}/å\u{2028}"
    #expect(text(card) == "{\"name\":\"\\u0001\\u001f\\t\\r\u{7F}/å\u{2028}\"}")
  }

  @Test(arguments: [
    ("0", true), ("-12.50", true), ("1000000000000000000000.1", true), ("01", false), ("1.", false), (".5", false),
    ("", false), ("-", false),
    ("1,5", false), ("1e5", false), ("NaN", false), ("1.2.3", false), ("00", false), ("0.0", true),
  ])
  func aNumberIsWhatJSONTakes(text: String, expected: Bool) { #expect(JSONNode.isNumber(text) == expected) }

  @Test func recordsAreObjectsWithTheirDigits() throws {
    var card = CustomerCard()
    card[.serviceArticles] = #"[{"number":"0012","quantity":0,"price":149.5,"isTime":true}]"#
    #expect(
      String(decoding: CardJSON().bytes(of: card), as: UTF8.self)
        == #"{"serviceArticles":[{"number":"0012","quantity":0,"price":149.5,"isTime":true}]}"#)
  }
}
