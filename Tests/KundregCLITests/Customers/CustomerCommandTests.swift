import Foundation
import Testing

@Suite struct CustomerCommandTests {
  let place: Workplace

  init() throws {
    place = try Workplace(fixtures: ["kunder.csv", "kunder-nasta-natt.csv"])
    try place.expect(2, "import", "kunder.csv")
  }

  private func numbers(_ arguments: String...) throws -> [String] {
    let outcome = try Program.run(["customer", "list"] + arguments, in: place.path)
    return try outcome.json().elements.compactMap { $0["number"]?.text }
  }

  @Test func listIsSearchedByPartOfNameNumberAndEmail() throws {
    #expect(try numbers("ÖRSUND") == ["2004", "2012", "2020", "2028", "2036"])
    #expect(try numbers("jorgen.agren2@") == ["2003"])
    #expect(try numbers("2003") == ["2003"])
    #expect(try numbers("finns inte") == [])
  }

  @Test func listIsNarrowedSortedAndCut() throws {
    let privates = try numbers("--where", "type=private")
    #expect(privates.contains("2003") && !privates.contains("2001"))
    #expect(try numbers("--where", "type=private", "--where", "name=Jörgen Ågren") == ["2003"])
    #expect(try numbers("--where", "tags=VIP").contains("2005"))
    #expect(try numbers("--sort", "number:desc", "--limit", "2") == ["2040", "2039"])
    #expect(try numbers("--sort", "number", "--limit", "2") == ["0042", "2001"])
  }

  @Test func inactiveCustomersAreHiddenUnlessAskedFor() throws {
    try place.expect(2, "import", "kunder-nasta-natt.csv")
    #expect(try !numbers().contains("2005"))
    #expect(try numbers("--inactive") == ["2005"])
    #expect(try numbers("--all").contains("2005"))
    #expect(try numbers("--where", "active=no", "--all") == ["2005"])
  }

  @Test func cardIsNestedJSONWithItsTypes() throws {
    let card = try place.expect(0, "customer", "show", "2001").json()
    #expect(card["number"] == .string("2001"))
    #expect(card["invoiceAddress"]?["city"] == .string("Storstad"))
    #expect(card["tags"] == .array([.string("Avtal")]))
    #expect(card["active"] == .boolean(true))
    #expect(card["orderNumber"] == nil || card["orderNumber"] == .null)
    #expect(card["comments"] == .string("Säger \"vi hörs\"; ring efter 15.\r\nPortkod på baksidan."))
    #expect(card["created"]?.text?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
  }

  @Test func historyTellsWhenWhoRunOldAndNew() throws {
    try place.expect(2, "import", "kunder-nasta-natt.csv", "--as", "nattjobb")
    let history = try place.expect(0, "customer", "history", "2003").json().elements
    #expect(history.first?["action"] == .string("create"))
    let last = try #require(history.last)
    let expected: [String: JSON] = [
      "user": .string("nattjobb"), "run": .number(2), "source": .string("kunder-nasta-natt.csv"),
      "action": .string("update"), "field": .string("phone"), "old": .string("08-465 004 02"),
      "new": .string("08-465 004 99"),
    ]
    for (key, value) in expected { #expect(last[key] == value, "\(key)") }
    #expect(last["when"]?.text?.hasSuffix("Z") == true)
  }

  @Test func historyOfADeletedCustomerStays() throws {
    try place.expect(0, "undo", "1")
    try place.expect(1, "customer", "show", "2003")
    let history = try place.expect(0, "customer", "history", "2003").json().elements
    #expect(history.last?["action"] == .string("delete"))
  }

  @Test func cardIsATableForPeople() throws {
    let text = try place.succeed("customer", "show", "2003", "--format", "table").stdout
    #expect(text.contains(/identityNumber +18921111-\*\*\*\*\n/))
    #expect(text.contains(/name +Jörgen Ågren\n/))
  }

  @Test func runsShowHasReportAndChanges() throws {
    try place.expect(2, "import", "kunder-nasta-natt.csv")
    let run = try place.expect(0, "runs", "show", "2").json()
    #expect(run["kind"] == .string("import"))
    #expect(run["mapping"] == .string("register-sv"))
    #expect(run["rejected"] == .number(4))
    #expect(run["report"]?["problems"]?[0]?["code"] == .string("identity.checksum"))
    let changed = run["changes"]?.elements.compactMap { $0["number"]?.text } ?? []
    #expect(Set(changed).isSuperset(of: ["2002", "2003", "2005", "2008"]))
    #expect(
      try place.succeed("runs", "show", "2", "--format", "table").stdout.contains(
        "phone: 08-465 004 02 → 08-465 004 99"))
  }

  @Test func runsAreNewestFirstAndCut() throws {
    try place.expect(2, "import", "kunder-nasta-natt.csv")
    #expect(try place.run("runs").json().elements.compactMap { $0["run"]?.int } == [2, 1])
    #expect(try place.run("runs", "list", "--limit", "1").json().elements.compactMap { $0["run"]?.int } == [2])
  }
}
