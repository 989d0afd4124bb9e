import CustomerModel
import Differ
import RegisterStore
import Runs
import TestSupport
import Testing

/// Cards that keep all rules, with the values that are hard to carry through a file.
enum RandomCards {
  static let definitions = [
    CustomFieldDefinition(name: "Antal", kind: .number), CustomFieldDefinition(name: "Avtal", kind: .boolean),
    CustomFieldDefinition(name: "E-post", kind: .text),
    CustomFieldDefinition(name: "Nivå", kind: .choice, choices: ["Guld", "Silver"]),
    CustomFieldDefinition(name: "Region", kind: .text), CustomFieldDefinition(name: "Start", kind: .date),
  ]

  private static let texts = [
    "Åkes Bygg & Söner AB", "=1+1", "+46 8", "@import", "0012", "1e5", "12.50", "\"citat\"", "a;b,c|d", "1980-01-02",
    "Ja", "x", "NULL", "å ä ö é ü", "日本", "'", "#N/A", "-", "--", "TRUE", "_x000D_", "<b>&amp;</b>", "null",
  ]
  private static let names = ["VIP", "A;B", "C,D", "E|F", "Ö", "med blank", "100", "-"]

  /// Canonical lists of records; a `#` is where the customer's ordinal goes, since no two customers' users have the same login.
  private static let lists: [RecordKind: [String]] = [
    .article: [
      #"[{"number":"-","description":"a;b,c|d \"citat\"","quantity":0,"isTime":true},{"number":"0012","price":12.5}]"#,
      #"[{"number":"=1+1","quantity":1000000,"unit":"å","price":-0.5}]"#,
    ],
    .facility: [
      #"[{"number":"1","name":"Söder; norr","line1":"Gatan 1","postalCode":"012 34","country":"SE"},{"number":"2"}]"#,
      #"[{"number":"null","name":"'"}]"#,
    ],
    .reference: [
      #"[{"kind":"errorReport","number":"7","date":"2026-01-31","title":"日本"},{"kind":"order","number":"7"}]"#
    ],
    .document: [
      #"[{"name":"a.pdf","type":"application/pdf","size":12345678901,"hash":"00ff"}]"#,
      #"[{"folder":"Avtal","name":"b.pdf","type":"application/pdf","size":1,"hash":"1e5"}]"#,
    ],
    .customerUser: [
      #"[{"login":"eva#","email":"eva@example.se","rights":["view","administrate"]},{"login":"x#","email":"x@example.se"}]"#
    ],
  ]

  static func card(number: String, ordinal: Int, _ random: inout SeededGenerator) -> CustomerCard {
    var card = CardDiffer.blankCard(settings: RegisterSettings())
    card[.number] = number
    card[.customerName] = random.pick(texts)
    for field in Field.all where field.column != nil && random.chance(0.5) {
      switch field.kind {
      case .text(_, let isMultiline):
        card[field] = isMultiline && random.chance(0.5) ? "Rad ett\nrad \"två\"; slut" : random.pick(texts)
      case .email: card[field] = random.pick(["info@example.se", "å@example.se", "trasig"])
      case .phone: card[field] = random.pick(["08-12 34 56", "+46 70 123 45 67", "växel"])
      case .website: card[field] = random.pick(["www.example.se", "https://example.se/a?b=c;d"])
      case .postalCode: card[field] = random.pick(["123 45", "012 34"])
      case .country: card[field] = "SE"
      case .language: card[field] = random.pick(["sv", "en"])
      case .reference: card[field] = random.pick(["100", "0100", "Söder; norr"])
      case .records(let kind): card[field] = random.pick(lists[kind] ?? []).replacing("#", with: "\(ordinal)")
      case .boolean where field != .facilityRequired: card[field] = random.pick(["0", "1"])
      default: break
      }
    }
    if card[.facilitiesDisabled] == "0" { card[.facilityRequired] = random.pick(["0", "1"]) }
    for field in Field.all {
      guard case .set = field.kind, random.chance(0.5) else { continue }
      card[field] = CustomerCard.set(of: names.filter { _ in random.chance(0.4) } + ["Alltid"])
    }
    identity(of: &card, ordinal: ordinal, &random)
    card[.vatType] = random.pick([nil, "normal", "none", "custom"])
    if card[.vatType] == "custom" { card[.vatPercent] = random.pick(["0", "12.5", "25", "100"]) }
    for position in 0..<Int.random(in: 0...4, using: &random) { contact(position, of: &card, &random) }
    custom(&card, &random)
    return card
  }

  private static func identity(of card: inout CustomerCard, ordinal: Int, _ random: inout SeededGenerator) {
    for field in [Field.propertyDesignation, .associationNumber, .apartmentNumber, .coApplicants] { card[field] = nil }
    guard random.chance(0.5) else {
      card[.type] = "company"
      guard random.chance(0.7) else { return }
      card[.identityNumber] = TestIdentity.organisation(ordinal)
      if random.chance(0.5) {
        card[.vatNumber] = "SE" + TestIdentity.organisation(ordinal).replacing("-", with: "") + "01"
      }
      return
    }
    card[.type] = "private"
    if random.chance(0.7) { card[.identityNumber] = TestIdentity.person(ordinal) }
    if random.chance(0.5) { card[.propertyDesignation] = "Storstad 1:2" }
    if random.chance(0.5) { card[.apartmentNumber] = "0012" }
    if random.chance(0.5) {
      card[.coApplicants] = CustomerCard.set(of: (1...2).map { TestIdentity.person(ordinal + 100 + $0) })
    }
  }

  private static func contact(_ position: Int, of card: inout CustomerCard, _ random: inout SeededGenerator) {
    func set(_ name: String, _ value: String?) {
      card[FieldPath(Field.named("contactPersons[].\(name)")!, position: position)] = value
    }
    set("name", random.pick(["Anna", "Bo", "Cilla \"C\" Ek"]))
    let email = random.chance(0.6) ? "k\(position)@example.se" : nil
    set("email", email)
    set("phone", random.chance(0.5) ? "08-12 34 5\(position)" : nil)
    set("mobile", random.chance(0.3) ? "070-123 45 6\(position)" : nil)
    for flag in ["sendServiceProtocol", "sendWorkOrder"] { set(flag, email != nil && random.chance(0.5) ? "1" : "0") }
    set("mainContact", random.pick(["0", "1"]))
  }

  private static func custom(_ card: inout CustomerCard, _ random: inout SeededGenerator) {
    for definition in definitions where random.chance(0.5) {
      let value =
        switch definition.kind {
        case .text: random.pick(texts)
        case .number: random.pick(["0", "-12.5", "1000000"])
        case .date: "2026-01-31"
        case .boolean: random.pick(["0", "1"])
        case .choice: random.pick(definition.choices)
        }
      card[FieldPath(custom: definition.name)] = value
    }
  }
}
