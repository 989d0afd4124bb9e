import CustomerModel
import Runs
import Testing

@Suite struct CardDisplayTests {
  private static let card: CustomerCard = {
    var card = CustomerCard()
    card[.number] = "1001"
    card[.customerName] = "Kyl AB"
    card[.facilities] = #"[{"number":"A1","name":"Verkstaden"},{"number":"A2"},{"number":"A3","name":"Lagret"}]"#
    return card
  }()

  @Test(
    arguments: [
      ([], "Kyl AB", "Kyl AB"), ([.numberInDisplayName], "1001 Kyl AB", "1001 Kyl AB"),
      ([.facilityNameInLists], "Kyl AB", "Verkstaden, Lagret"),
      ([.numberInDisplayName, .facilityNameInLists], "1001 Kyl AB", "1001 Verkstaden, Lagret"),
    ] as [([Setting], String, String)])
  func aCustomerIsCalledByWhatTheSettingsSay(on: [Setting], heading: String, list: String) {
    var settings = RegisterSettings()
    for setting in on { settings[setting] = 1 }
    #expect(Self.card.displayName(settings) == heading)
    #expect(Self.card.listName(settings) == list)
    var bare = Self.card
    bare[.facilities] = #"[{"number":"A2"}]"#
    #expect(bare.listName(settings) == heading)
  }
}
