import CustomerModel
import RegisterStore
import Runs
import Testing

@Suite struct ShownFilterTests {
  private let office: Office

  init() throws {
    office = try Office()
    try office.importing(text: "Nr;Namn;E-post\n1;A AB;a@example.se\n2;B AB;\n")
  }

  private func save(_ name: String, as actor: ActingUser? = nil, _ choose: (inout SearchTerms) -> Void) throws -> Int {
    var terms = SearchTerms()
    choose(&terms)
    return try office.register.write {
      try CustomerSelection(terms).save(as: name, in: $0, by: actor ?? office.actor)
    }
  }

  private func shown(to actor: ActingUser? = nil) throws -> [ShownFilter] {
    try office.register.read { try ShownFilter.all(in: $0, for: actor ?? office.actor) }
  }

  @Test func conditionsAreOneAndIdentityNumbersAreMasked() throws {
    #expect(try save("en") { $0.conditions = ["email="] } == 1)
    #expect(
      try save("två") {
        $0.text = "19800101-1231"
        $0.conditions = ["email!=", "name~19800101-1231"]
      } == 0)
    let filters = try shown()
    #expect(filters.map(\.name) == ["en", "två"])
    #expect(filters.map(\.condition) == ["email=", "(email!=) and (name~19800101-****)"])
    #expect(filters.map(\.search) == [nil, "19800101-****"])
    #expect(filters.map(\.activity) == [.active, .active])
  }

  @Test func whoSeesAssignedCustomersOnlySeesTheirOwnFiltersOnly() throws {
    let siv = try office.grant("siv", .viewAssigned)
    #expect(try save("alla") { $0.activity = .all } == 2)
    #expect(try save("mina", as: siv) { $0.activity = .all } == 0)
    #expect(try shown(to: siv).map(\.name) == ["mina"])
    #expect(try shown().map(\.name) == ["alla", "mina"])
    let bo = try office.grant("bo", .edit)
    #expect(code { _ = try shown(to: bo) } == "user.notPermitted")
  }
}
