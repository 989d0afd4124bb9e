import Foundation
import Testing

/// Which permission each command takes. A command that is not in this table fails the test.
@Suite struct PermissionTableTests {
  /// What a command takes of the one who gives it.
  enum Right {
    /// Nothing: it does not touch the register, or only what is the user's own.
    case anyone
    case administrator
    /// One of these permissions.
    case permission(String)
    /// The permission, or its variant for assigned customers where the user is assigned.
    case assignedVariant(String, String)
    /// To see customers, all or assigned ones.
    case sight
  }

  /// Each command, its arguments, and what it takes. Customers 1 and 4 are assigned to every user, customers 2 and 3 to nobody.
  static let table: [(command: String, arguments: [String], right: Right)] = [
    ("import", ["in.csv", "--dry-run"], .administrator), ("apply", ["plan.json"], .administrator),
    ("undo", ["1"], .administrator), ("runs list", [], .permission("view")), ("runs show", ["1"], .permission("view")),
    ("customer list", [], .sight), ("customer show", ["1"], .assignedVariant("view", "viewAssigned")),
    ("customer history", ["1"], .assignedVariant("view", "viewAssigned")),
    ("customer add", ["77", "name=Ny"], .permission("create")),
    ("customer edit", ["1", "comments=x"], .assignedVariant("edit", "editAssigned")),
    ("customer set", ["1", "comments=y"], .assignedVariant("edit", "editAssigned")),
    ("customer activate", ["1"], .assignedVariant("edit", "editAssigned")),
    ("customer inactivate", ["1"], .assignedVariant("edit", "editAssigned")),
    ("customer assign", ["extra", "2"], .permission("assign")),
    ("customer unassign", ["extra", "2"], .permission("assign")),
    ("customer delete", ["3"], .permission("delete")),
    ("customer document add", ["1", "a.txt"], .permission("upload")),
    ("customer document list", ["1"], .assignedVariant("view", "viewAssigned")),
    ("customer document get", ["1", "a.txt", "--out", "out.txt"], .assignedVariant("view", "viewAssigned")),
    ("customer document remove", ["1", "a.txt"], .permission("deleteUploadedFiles")),
    ("customer facility add", ["1", "A1"], .assignedVariant("edit", "editAssigned")),
    ("customer facility edit", ["1", "A9", "--city", "Umeå"], .assignedVariant("edit", "editAssigned")),
    ("customer facility remove", ["1", "A9"], .assignedVariant("edit", "editAssigned")),
    ("customer facility list", ["1"], .assignedVariant("view", "viewAssigned")),
    ("customer reference add", ["1", "order", "5"], .assignedVariant("edit", "editAssigned")),
    ("customer reference edit", ["1", "order", "9", "--status", "klar"], .assignedVariant("edit", "editAssigned")),
    ("customer reference remove", ["1", "order", "9"], .assignedVariant("edit", "editAssigned")),
    ("customer reference list", ["1"], .assignedVariant("view", "viewAssigned")),
    ("customer article add", ["1", "B1", "--list", "service"], .assignedVariant("edit", "editAssigned")),
    (
      "customer article edit", ["1", "B9", "--list", "service", "--price", "2"],
      .assignedVariant("edit", "editAssigned")
    ),
    ("customer article remove", ["1", "B9", "--list", "service"], .assignedVariant("edit", "editAssigned")),
    ("customer article list", ["1", "--list", "service"], .assignedVariant("view", "viewAssigned")),
    ("customer user add", ["1", "eva", "eva@example.se"], .permission("createCustomerUsers")),
    ("customer user invite", ["1", "eva"], .permission("createCustomerUsers")),
    ("customer user rights", ["1", "eva", "view"], .permission("changeCustomerUserRights")),
    ("customer user remove", ["1", "eva"], .permission("deleteCustomerUsers")),
    ("customer user list", ["1"], .assignedVariant("view", "viewAssigned")),
    ("customer lookup", ["556677-8899", "--fill", "1"], .assignedVariant("edit", "editAssigned")),
    ("customer renumber", ["3", "33"], .administrator), ("customer duplicates list", [], .sight),
    ("customer duplicates answer", ["1", "4", "different"], .assignedVariant("edit", "editAssigned")),
    ("customer merge", ["4", "1"], .assignedVariant("edit", "editAssigned")),
    ("customer forget", ["3", "--yes"], .administrator),
    ("customer disclose", ["3", "--out", "out.json"], .administrator),
    ("filter save", ["f", "--where", "type=company"], .sight),
    ("filter list", [], .sight), ("filter delete", ["mine"], .administrator), ("export", ["out.csv"], .sight),
    ("sync", ["fortnox", "--dry-run"], .administrator), ("conflicts list", [], .sight),
    ("conflicts resolve", ["1", "email", "--take", "register"], .assignedVariant("edit", "editAssigned")),
    ("erp login", ["visma"], .administrator), ("erp status", [], .permission("view")),
    ("erp logout", ["fortnox"], .administrator), ("mapping list", [], .anyone),
    ("mapping show", ["swedish"], .anyone), ("mapping check", ["m.json"], .anyone),
    ("mapping suggest", ["in.csv"], .anyone), ("template", ["t.csv"], .anyone), ("init", [], .anyone),
    ("settings list", [], .sight), ("settings set", ["showLanguage", "yes"], .administrator),
    ("field list", [], .sight), ("field add", ["Ny", "text"], .administrator),
    ("field remove", ["Gammal"], .administrator), ("names list", [], .sight),
    ("names add", ["costCenter", "100"], .administrator), ("names remove", ["costCenter", "900"], .administrator),
    ("user list", [], .administrator),
    ("user add", ["ny"], .administrator), ("user grant", ["extra", "view"], .administrator),
    ("user password", ["extra"], .administrator),
    // Whoever is a user: the page shows each what they may see. It does not stay, since no socket can be there.
    ("serve", ["--socket", "m.json", "--origin", "https://kunder.example.se"], .anyone),
    ("user revoke", ["extra", "view"], .administrator), ("user remove", ["extra"], .administrator),
    ("notifications", [], .anyone), ("backup", ["b.db"], .administrator), ("doctor", [], .permission("view")),
  ]

  static let users = [
    "view", "viewAssigned", "edit", "editAssigned", "create", "delete", "upload", "createCustomerUsers",
    "changeCustomerUserRights", "deleteCustomerUsers", "assign", "deleteUploadedFiles", "administrator",
  ]

  /// Everything that commands outside the register need, with nobody at the other end: the address refuses, Fortnox has
  /// no login and Visma no credentials, so that nothing waits.
  private static func prepare(_ place: Workplace) throws {
    try place.write("Kundnummer;Namn\n1;A\n2;B\n3;C\n4;D\n", to: "in.csv")
    try place.write(#"{"columns": []}"#, to: "m.json")
    try place.write("text", to: "a.txt")
    let nowhere = "http://127.0.0.1:9"
    try place.write(
      """
      {"lookup": {"provider": "vies", "baseURL": "\(nowhere)"},
       "erps": {"fortnox": {"kind": "fortnox", "baseURL": "\(nowhere)", "tokenURL": "\(nowhere)/token",
                            "revokeURL": "\(nowhere)/revoke", "credentials": "fortnox.json"}}}
      """, to: "config.json")
    try place.write(#"{"clientId": "i", "clientSecret": "s"}"#, to: "fortnox.json")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.file("fortnox.json"))
    try place.succeed("import", "in.csv", "--plan", "plan.json")
    try place.succeed("import", "in.csv")
  }

  @Test func everyCommandIsInTheTable() throws {
    let dump = try Program.run(["--experimental-dump-help"], in: "/").json()
    func leaves(_ command: JSON, _ path: [String]) -> [String] {
      let children = (command["subcommands"]?.elements ?? []).filter { $0["commandName"] != .string("help") }
      if children.isEmpty { return [path.joined(separator: " ")] }
      return children.flatMap { leaves($0, path + [$0["commandName"]?.text ?? ""]) }
    }
    let commands = try Set(leaves(#require(dump["command"]), []))
    #expect(commands.subtracting(Self.table.map(\.command)).sorted() == [], "not in the table")
    #expect(Set(Self.table.map(\.command)).subtracting(commands).sorted() == [], "no such command")
  }

  /// Each user tries each command in a register of its own state: what is not allowed ends with status 77 and changes
  /// nothing, what is allowed ends otherwise.
  @Test(arguments: users)
  func eachPermissionAllowsItsCommands(user: String) throws {
    let place = try Workplace()
    try Self.prepare(place)
    try place.succeed("field", "add", "Gammal", "text")
    try place.succeed("names", "add", "costCenter", "900")
    for name in Self.users + ["extra"] {
      try place.succeed("user", "add", name, "--grant", name == "extra" ? "view" : name)
    }
    try place.succeed("customer", "set", "1", "4", "assigned=\(Self.users.joined(separator: ";"))")
    try place.succeed("filter", "save", "mine", "--where", "type=company")
    let master = try place.bytes("kundreg.db")
    let log = try? place.bytes("kundreg.db-wal")
    for (command, arguments, right) in Self.table {
      let words = command.split(separator: " ").map(String.init) + arguments
      // Every command meets the same register.
      for name in ["kundreg.db-wal", "kundreg.db-shm"] { try? FileManager.default.removeItem(atPath: place.file(name)) }
      try master.write(to: URL(fileURLWithPath: place.file("kundreg.db")))
      try log?.write(to: URL(fileURLWithPath: place.file("kundreg.db-wal")))
      for file in ["out.csv", "b.db", "t.csv", "out.txt", "out.json"] {
        try? FileManager.default.removeItem(atPath: place.file(file))
      }
      let isAllowed =
        switch right {
        case .anyone: true
        case .administrator: user == "administrator"
        case .permission(let name): [name, "administrator"].contains(user)
        case .assignedVariant(let name, let variant): [name, variant, "administrator"].contains(user)
        case .sight: ["view", "viewAssigned", "administrator"].contains(user)
        }
      let outcome = try Program.run(words + ["--as", user], in: place.path)
      #expect((outcome.status != 77) == isAllowed, "\(user): kundreg \(words): \(outcome.status) \(outcome.stderr)")
    }
  }

  /// The variants for assigned customers end where the assignment does.
  @Test(arguments: ["viewAssigned", "editAssigned"])
  func assignedOnlyEndsWhereTheAssignmentDoes(user: String) throws {
    let place = try Workplace()
    try Self.prepare(place)
    try place.succeed("user", "add", user, "--grant", user)
    try place.succeed("customer", "set", "1", "assigned=\(user)")
    for (command, arguments, right) in Self.table {
      guard case .assignedVariant(_, user) = right else { continue }
      let words = command.split(separator: " ").map(String.init) + arguments.map { $0 == "1" ? "2" : $0 }
      try #expect(Program.run(words + ["--as", user], in: place.path).status == 77, "\(words)")
    }
  }

  /// What shows customers shows nobody else's to a user who sees assigned ones only, whatever else that user may do.
  @Test func assignedOnlySeesNoOtherCustomer() throws {
    let place = try Workplace()
    try Self.prepare(place)
    let all = Self.users.filter { !["view", "administrator"].contains($0) }
    let added = try Program.run(["user", "add", "nils"] + all.flatMap { ["--grant", $0] }, in: place.path)
    try #require(added.status == 0, "\(added.stderr)")
    try place.succeed("customer", "set", "1", "4", "assigned=nils")
    try place.succeed("customer", "set", "2", "3", "name=Hemlig AB", "email=hemlig@example.se")
    try place.succeed("filter", "save", "andras", "--where", "name=Hemlig AB")
    try place.succeed("filter", "save", "nils", "--where", "type=company", "--as", "nils")
    let commands: [(status: Int32, words: [String])] = [
      (77, ["runs", "list"]), (77, ["runs", "show", "1"]), (0, ["conflicts", "list"]),
      (77, ["customer", "disclose", "2", "--out", "o.json"]), (77, ["import", "in.csv", "--plan", "p.json"]),
      (77, ["customer", "edit", "2", "name=Ny", "--dry-run"]), (77, ["customer", "set", "2", "name=Ny", "--dry-run"]),
      (77, ["customer", "assign", "nils", "2", "--dry-run"]), (77, ["customer", "merge", "4", "2", "--dry-run"]),
      (0, ["customer", "edit", "1", "name=Ny", "--dry-run"]), (0, ["customer", "merge", "4", "1", "--dry-run"]),
      (0, ["customer", "set", "--all", "name=Ny", "--dry-run"]), (0, ["customer", "duplicates", "list"]),
      (0, ["customer", "list", "--filter", "andras"]), (0, ["filter", "list"]),
    ]
    for (status, words) in commands {
      let outcome = try Program.run(words + ["--as", "nils"], in: place.path)
      #expect(outcome.status == status, "\(words): \(outcome.stderr)")
      for text in ["Hemlig", "hemlig"] {
        #expect(!outcome.stdout.contains(text) && !outcome.stderr.contains(text), "\(words)")
      }
    }
    let filters = try place.succeed("filter", "list", "--format", "csv", "--as", "nils")
    #expect(filters.stdout.contains("type=company"))
  }

  @Test func anUnknownUserIsRefusedOnceAnybodyIsRegistered() throws {
    let place = try Workplace()
    try Self.prepare(place)
    try place.expect(0, "customer", "list", "--as", "whoever")
    try place.succeed("user", "add", "anna", "--grant", "administrator")
    for (command, arguments, right) in Self.table {
      if case .anyone = right { continue }
      let words = command.split(separator: " ").map(String.init) + arguments
      let outcome = try Program.run(words + ["--as", "whoever"], in: place.path)
      #expect(outcome.status == 77, "\(words): \(outcome.status) \(outcome.stderr)")
    }
  }
}
