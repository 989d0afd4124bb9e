import Foundation
import Testing

@Suite struct RecordCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.succeed("customer", "add", "1001", "name=Storstads Bygg AB")
  }

  @Test func referencesAreListedNewestFirstOrAsAsked() throws {
    try place.succeed("customer", "facility", "add", "1001", "A1", "--name", "Verkstaden")
    for (number, date, status) in [("1", "2026-01-02", "klar"), ("2", "2026-11-24", "ny"), ("3", "", "avbruten")] {
      try place.succeed(
        "customer", "reference", "add", "1001", "order", number, "--date", date, "--status", status, "--facility", "A1")
    }
    func numbers(_ arguments: String...) throws -> [String] {
      try Program.run(["customer", "reference", "list", "1001"] + arguments, in: place.path).json().elements
        .compactMap { $0["number"]?.text }
    }
    #expect(try numbers() == ["2", "1", "3"])
    #expect(try numbers("--sort", "date") == ["1", "2", "3"])
    #expect(try numbers("--sort", "status") == ["3", "1", "2"])
    #expect(try numbers("--sort", "status:desc") == ["2", "1", "3"])
    try place.expect(64, "customer", "reference", "list", "1001", "--sort", "vikt")
    try place.expect(1, "customer", "reference", "add", "1001", "order", "4", "--facility", "A2")
    try place.succeed("customer", "reference", "edit", "1001", "order", "2", "--status", "klar")
    try place.succeed("customer", "reference", "remove", "1001", "order", "1")
    #expect(try numbers() == ["2", "3"])
  }

  @Test(arguments: [
    ("facility", "facilities", "customer history 1001"), ("article", "service_articles", "customer edit 1001"),
  ])
  func whatToDoWithADamagedListIsWhatWorks(command: String, column: String, remedy: String) throws {
    try place.python(
      "import sqlite3, sys; db = sqlite3.connect('kundreg.db'); "
        + "db.execute(f\"UPDATE customer SET {sys.argv[1]} = '5'\"); db.commit()", column)
    let list = command == "article" ? ["--list", "service"] : []
    let refused = try Program.run(["customer", command, "list", "1001"] + list, in: place.path)
    #expect(refused.status == 1)
    #expect(refused.stderr.contains("`kundreg \(remedy)`"), "\(refused.stderr)")
  }

  @Test func articlesKeepTheirTypesInJSON() throws {
    try place.succeed(
      "customer", "article", "add", "1001", "T1", "--list", "service", "--quantity", "0", "--unit", "h", "--time")
    let article = try place.expect(0, "customer", "article", "list", "1001", "--list", "service").json()[0]
    #expect(article?["quantity"] == .number(0))
    #expect(article?["isTime"] == .boolean(true))
    #expect(article?["price"] == .null)
    try place.succeed(
      "customer", "article", "edit", "1001", "T1", "--list", "service", "--price", "149,50", "--unit", "", "--no-time")
    let edited = try place.expect(0, "customer", "article", "list", "1001", "--list", "service").json()[0]
    #expect(edited?["price"] == .number(149.5))
    #expect(edited?["unit"] == .null)
    #expect(edited?["isTime"] == .boolean(false))
    #expect(edited?["quantity"] == .number(0))
    try place.expect(1, "customer", "article", "edit", "1001", "T2", "--list", "service", "--price", "1")
    try place.succeed("customer", "article", "remove", "1001", "T1", "--list", "service")
    #expect(try place.expect(0, "customer", "article", "list", "1001", "--list", "service").json() == .array([]))
  }

  @Test func customerUserIsInvitedByARowOfItsOwn() throws {
    try place.succeed("customer", "user", "add", "1001", "eva", "eva@example.se", "--rights", "view,reportErrors")
    #expect(
      try place.query("SELECT user || ' ' || kind || ' ' || customers FROM notification") == [
        #"eva invitation ["1001"]"#
      ])
    try place.expect(1, "customer", "user", "add", "1001", "Eva", "eva@example.se")
    try place.succeed("customer", "user", "rights", "1001", "eva", "view")
    let user = try place.expect(0, "customer", "user", "list", "1001").json()[0]
    #expect(user?["rights"] == .string("view"))
    try place.succeed("customer", "user", "remove", "1001", "eva")
  }

  @Test func dryRunWritesNothing() throws {
    let outcome = try place.expect(0, "customer", "facility", "add", "1001", "A1", "--dry-run").json()
    #expect(outcome["dryRun"] == .boolean(true))
    #expect(try place.expect(0, "customer", "facility", "list", "1001").json() == .array([]))
  }
}
