import Foundation
import Testing

/// What the register's settings make of cards and tables for people. Programs get the whole card, whatever they say.
@Suite struct ShownCardTests {
  /// Each setting that shows something, a field that it shows, and a value of it.
  static let shown = [
    ("showCostCenter", "costCenter", "Nord"), ("showOrderNumber", "orderNumber", "PO-7"),
    ("showLanguage", "language", "en"), ("showVATType", "vatType", "normal"),
    ("showServiceArticles", "serviceArticles", #"[{"number":"S-1"}]"#),
    ("showWorkOrderArticles", "workOrderArticles", #"[{"number":"W-1"}]"#),
    ("useTaxReductions", "taxReduction.propertyDesignation", "Storstad 1:2"),
  ]

  @Test func aFieldIsHiddenUntilItsSettingIsOnAndNamedMeanwhile() throws {
    let place = try Workplace()
    try place.succeed("customer", "add", "1", "name=Svea Ek", "type=private")
    try place.succeed("names", "add", "costCenter", "Nord")
    for (setting, field, value) in Self.shown {
      try place.succeed("settings", "set", setting, "on")
      try place.succeed("customer", "edit", "1", "\(field)=\(value)")
      try place.succeed("settings", "set", setting, "off")
      let part = value.split(separator: #"""#).last { $0.contains("-1") }.map(String.init) ?? value
      let hidden = try place.succeed("customer", "show", "1", "--format", "table").stdout
      #expect(!hidden.contains("  \(part)\n") && !hidden.contains("\n\(part)\n"), "\(field)\n\(hidden)")
      #expect(hidden.contains("    \(field) (\(setting))\n"), "\(field)\n\(hidden)")
      let whole = try place.succeed("customer", "show", "1", "--format", "json").stdout
      #expect(whole.contains(part), "\(field)")
      try place.succeed("settings", "set", setting, "on")
      let table = try place.succeed("customer", "show", "1", "--format", "table").stdout
      #expect(table.contains("  \(part)\n") || table.contains("\n\(part)\n"), "\(field)\n\(table)")
      #expect(!table.contains("(\(setting))"), "\(field)")
    }
    let table = try place.succeed("customer", "show", "1", "--format", "table").stdout
    #expect(!table.contains("Hidden by"))
  }

  @Test func yesAndNoOfACustomFieldAreWords() throws {
    let place = try Workplace()
    try place.succeed("field", "add", "Nyckel", "boolean")
    try place.succeed("customer", "add", "1", "name=Kyl AB", "customFields.Nyckel=ja")
    let card = try place.succeed("customer", "show", "1", "--format", "table").stdout
    #expect(card.contains(/customFields\.Nyckel +yes\n/), "\(card)")
    let list = try place.succeed("customer", "list", "--columns", "customFields.Nyckel", "--format", "csv").stdout
    #expect(list == "customFields.Nyckel\r\nyes\r\n")
  }

  @Test func tablesOfCustomersCallThemAsTheSettingsSay() throws {
    let place = try Workplace()
    try place.succeed("customer", "add", "1", "name=Kyl AB")
    try place.succeed("customer", "add", "2", "name=Bergs AB")
    try place.succeed("customer", "facility", "add", "1", "A1", "--name", "Verkstaden")
    func names(_ format: String) throws -> [String] {
      let text = try place.succeed("customer", "list", "--columns", "name", "--format", format).stdout
      return text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    }
    #expect(try names("table").suffix(2) == ["Kyl AB", "Bergs AB"])
    try place.succeed("settings", "set", "facilityNameInLists", "yes")
    #expect(try names("table").suffix(2) == ["Verkstaden", "Bergs AB"])
    try place.succeed("settings", "set", "numberInDisplayName", "yes")
    #expect(try names("table").suffix(2) == ["1 Verkstaden", "2 Bergs AB"])
    #expect(try names("csv") == ["name", "Kyl AB", "Bergs AB"])
    let usual = try place.succeed("customer", "list", "--format", "table").stdout
    #expect(usual.hasPrefix("name  "))
    #expect(try place.succeed("customer", "list").json()[0]?["number"] == .string("1"))
  }

  @Test func anArticlesVATPercentShowsWhereTheRegisterSetsVATForEachRow() throws {
    let place = try Workplace()
    try place.succeed("settings", "set", "showServiceArticles", "yes")
    try place.succeed("customer", "add", "1", "name=Kyl AB")
    let added = try place.succeed(
      "customer", "article", "add", "1", "B-1", "--list", "service", "--quantity", "1", "--vat-percent", "12,5"
    ).json()
    #expect(added["warnings"]?[0]?["code"] == .string("article.vatHidden"))
    func list() throws -> String {
      try place.succeed("customer", "article", "list", "1", "--list", "service", "--format", "csv").stdout
    }
    #expect(try list() == "number,description,quantity,unit,price,isTime\r\nB-1,,1,,,no\r\n")
    #expect(try !place.succeed("customer", "show", "1", "--format", "table").stdout.contains("12.5"))
    try place.succeed("settings", "set", "vatPerArticleRow", "yes")
    #expect(try list() == "number,description,quantity,unit,price,isTime,vatPercent\r\nB-1,,1,,,no,12.5\r\n")
    #expect(try place.succeed("customer", "show", "1", "--format", "table").stdout.contains("12.5"))
    #expect(try place.succeed("customer", "show", "1").json()["vatOnOrders"]?["perArticleRow"] == .boolean(true))
    try place.expect(1, "customer", "article", "add", "1", "B-2", "--list", "service", "--vat-percent", "101")
  }

  @Test func aReferencesRequesterComesFromAFileAndIsKeptOnTheCard() throws {
    let place = try Workplace()
    try place.write("Kundnr;Namn\n1;Kyl AB\n", to: "kunder.csv")
    try place.write("Kundnr;Anläggningsnummer;Anläggning\n1;A1;Verkstaden\n", to: "anlaggningar.csv")
    try place.write(
      "Kundnr;Typ;Nummer;Anläggningsnummer;Anmälare;Anmälare e-post\n1;Felanmälan;7;A1;Eva Al;eva@example.se\n",
      to: "felanmalningar.csv")
    try place.succeed(
      "import", "kunder.csv", "--with", "facilities=anlaggningar.csv", "--with", "references=felanmalningar.csv")
    let card = try place.succeed("customer", "show", "1").json()
    #expect(card["references"]?[0]?["requester"] == .string("Eva Al"))
    #expect(card["facilities"]?[0]?["requesterEmail"] == .string("eva@example.se"))
    #expect(card["contactPersons"]?[0]?["name"] == .string("Eva Al"))
    // The same file again finds the reference there, and nothing new.
    let again = try place.succeed("import", "felanmalningar.csv", "--into", "references").json()
    #expect(again["unchanged"] == .number(1))
    try place.succeed("undo", "1")
    try place.expect(1, "customer", "show", "1")
  }
}
