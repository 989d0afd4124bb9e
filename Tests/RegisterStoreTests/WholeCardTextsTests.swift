import CustomerModel
import TestSupport
import Testing

@testable import RegisterStore

@Suite struct WholeCardTextsTests {
  private static func card(_ number: Int, _ random: inout SeededGenerator) -> [String: String] {
    var card = ["number": "\(number)"]
    let texts = ["Å & Ö", "\"citat\"\\", "rad\nrad\ttab", "\u{1}", "日本 👩‍👧", "0"]
    for name in [
      "comments", "invoiceAddress.line1", "contactPersons[0].name", "contactPersons[1].name", "contactPersons[2].email",
      "customFields.Region \"1\"", "customFields.Ö", "mailAddress.city", "orderNumber",
    ] where random.chance(0.5) { card[name] = random.pick(texts) }
    for name in ["tags", "subgroups", "assigned"] where random.chance(0.5) {
      card[name] = CustomerCard.set(of: texts.filter { _ in random.chance(0.4) } + ["Z"])
    }
    for name in ["active", "facilityRequired", "costCenterRequired"] { card[name] = random.pick(["0", "1"]) }
    if random.chance(0.3) { card["facilities"] = #"[{"number":"1","name":"Söder \"norr\""}]"# }
    if card["contactPersons[2].email"] != nil { card["contactPersons[1].name"] = "Bo" }
    if card["contactPersons[1].name"] != nil { card["contactPersons[0].name"] = "Eva" }
    return card
  }

  @Test(arguments: UInt64(1)...6)
  func areTheCardsThatTheHistoryKeeps(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let store = try Store()
    try store.run { writer in
      try writer.addCustomField(CustomFieldDefinition(name: "Region \"1\"", kind: .text))
      try writer.addCustomField(CustomFieldDefinition(name: "Ö", kind: .text))
    }
    try store.add((1...40).map { Self.card($0, &random) })
    try store.delete("7")
    try store.register.read { reader throws in
      var texts = try WholeCardTexts(reader)
      let ids = random.chance(0.5) ? Array(1...41) : Array(1...41).shuffled(using: &random)
      for id in ids {
        let card = try reader.card(ofCustomer: Int64(id))
        var text: [UInt8] = []
        let isThere = try texts.append(cardOf: Int64(id), to: &text)
        #expect(isThere == (card != nil))
        let expected = card.map { WholeCard.json($0.values.filter { !$0.key.field.isReadOnly }) }
        #expect(String(decoding: text, as: UTF8.self) == expected ?? "")
        if random.chance(0.2) { texts.rest() }
      }
    }
  }
}
