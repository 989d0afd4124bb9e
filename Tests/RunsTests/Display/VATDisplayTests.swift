import Texts
import CustomerModel
import Runs
import Testing

@Suite struct VATDisplayTests {
  @Test(arguments: [
    (["type": "company", "identityNumber": "556677-8899"], false), (["type": "company"], true),
    (["type": "private", "identityNumber": "19800101-1234"], true),
    (["type": "company", "identityNumber": "19800101-1234"], false),
    (["type": "company", "identityNumber": "556677-8899", "vatType": "normal"], true),
    (["type": "private", "vatType": "none"], false),
    (["type": "company", "identityNumber": "556677-8899", "vatType": "custom", "vatPercent": "12"], true),
  ])
  func vatIsShownByTypeAndOrganisationNumber(values: [String: String], isShown: Bool) throws {
    let display = VATDisplay(try card(values), RegisterSettings())
    #expect(display.isShown == isShown)
    #expect(display.percent == values["vatPercent"])
    #expect(!display.reason.isEmpty)
  }

  @Test(arguments: [(["type": "private"], true), (["type": "private", "vatType": "none"], false)])
  func articlesHaveTheirOwnPercentWhereTheRegisterSaysSoAndVATIsShown(
    values: [String: String], isPerRow: Bool
  ) throws {
    var settings = RegisterSettings()
    let without = VATDisplay(try card(values), settings)
    #expect(!without.isPerArticleRow)
    settings[.vatPerArticleRow] = 1
    let display = VATDisplay(try card(values), settings)
    #expect(display.isPerArticleRow == isPerRow)
    #expect((display.reason == without.reason) == !isPerRow)
  }

  private func card(_ values: [String: String]) throws -> CustomerCard {
    var card = CustomerCard()
    for (name, value) in values { card[try #require(FieldPath(name))] = value }
    return card
  }
}
