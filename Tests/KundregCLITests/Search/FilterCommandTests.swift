import Foundation
import Testing

@Suite struct FilterCommandTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(
      """
      Kundnummer;Namn;Kundtyp;E-post;Taggar;Tilldelad
      1;Åkes Bygg AB;F;info@akes.example;VIP;eva
      2;Anna Åberg;P;;;bo
      3;Zinkhyttan AB;F;;VIP;eva, bo
      """, to: "k.csv")
    try place.succeed("import", "k.csv")
  }

  private func numbers(_ arguments: String...) throws -> [String] {
    let outcome = try Program.run(["customer", "list"] + arguments, in: place.path)
    try #require(outcome.status == 0, "\(arguments) \(outcome.stderr)")
    return try outcome.json().elements.compactMap { $0["number"]?.text }
  }

  @Test func aFilterIsKeptListedUsedWithMoreAndForgotten() throws {
    let saved = try place.succeed(
      "filter", "save", "utan e-post", "--where", "email=", "--sort", "name:desc", "--columns", "number,name",
      "--format", "table")
    #expect(saved.stdout == "Saved the filter utan e-post; 2 customers match it now.\n")
    #expect(try numbers("--filter", "utan e-post") == ["3", "2"])
    #expect(try numbers("--filter", "utan e-post", "--where", "tags=VIP") == ["3"])
    #expect(try numbers("--filter", "utan e-post", "anna") == ["2"])
    #expect(try numbers("--filter", "utan e-post", "--sort", "number") == ["2", "3"])
    let listed = try place.succeed("filter", "list").json()
    #expect(listed[0]?["name"] == .string("utan e-post"))
    #expect(listed[0]?["where"] == .string("email="))
    #expect(listed[0]?["customers"] == .string("active"))
    let card = try place.succeed("customer", "list", "--filter", "utan e-post", "--limit", "1").json()
    #expect(card[0]?["type"] == nil)

    try place.succeed(
      "filter", "save", "vip", "--filter", "utan e-post", "--where", "tags=VIP or type=private", "åberg")
    #expect(try numbers("--filter", "vip") == ["2"])
    try place.succeed("filter", "delete", "utan e-post")
    try place.expect(64, "customer", "list", "--filter", "utan e-post")
    try place.expect(64, "filter", "delete", "utan e-post")
    #expect(try numbers("--filter", "vip") == ["2"])
  }

  @Test func aFilterWithoutMeaningIsNotKept() throws {
    try place.expect(64, "filter", "save", "x", "--where", "type=annat")
    try place.expect(64, "filter", "save", "x", "--columns", "xyz")
    try place.expect(64, "filter", "save", " ", "--where", "email=")
    #expect(try place.succeed("filter", "list").json().elements.isEmpty)
  }

  @Test func anotherUsersFilterTakesAnAdministrator() throws {
    try place.succeed("user", "add", "eva", "--grant", "view")
    try place.succeed("user", "add", "bo", "--grant", "view")
    try place.succeed("user", "add", "chef", "--grant", "administrator")
    try place.succeed("user", "add", "lager", "--grant", "upload")
    try place.succeed("filter", "save", "mina", "--where", "email=", "--as", "eva")
    try place.refuse("user.notPermitted", status: 77, "filter", "delete", "mina", "--as", "bo")
    try place.expect(77, "filter", "save", "mina", "--where", "tags=", "--as", "bo")
    try place.expect(77, "filter", "list", "--as", "lager")
    try place.expect(77, "filter", "save", "x", "--as", "lager")
    try place.succeed("filter", "save", "mina", "--where", "tags=VIP", "--as", "eva")
    #expect(try numbers("--filter", "mina", "--as", "bo") == ["1", "3"])
    try place.succeed("filter", "delete", "mina", "--as", "chef")
  }

  @Test func whoMaySeeAssignedCustomersOnlySeesThose() throws {
    try place.succeed("user", "add", "bo", "--grant", "viewAssigned")
    #expect(try numbers("--as", "bo") == ["2", "3"])
    #expect(try numbers("hyttan", "--as", "bo") == ["3"])
    #expect(try numbers("bygg", "--as", "bo") == [])
    #expect(try numbers("--where", "number=1 or number=2", "--as", "bo") == ["2"])
    try place.succeed("export", "bo.csv", "--columns", "number", "--as", "bo")
    #expect(try place.text("bo.csv").filter(\.isNumber) == "23")
    try place.expect(0, "customer", "show", "2", "--as", "bo")
    try place.refuse("user.notAssigned", status: 77, "customer", "show", "1", "--as", "bo")
    try place.expect(0, "customer", "history", "3", "--as", "bo")
    try place.expect(77, "customer", "history", "1", "--as", "bo")
    try place.expect(77, "customer", "list", "--as", "okänd")
  }
}
