import CustomerModel
import Differ
import GRDB
import Testing

@testable import RegisterStore

@Suite struct ReferringTablesTests {
  /// Where many customers go at once, nothing but this list knows what goes with them.
  @Test func areAllThatReferToCustomers() throws {
    let store = try Store()
    let referring = try store.register.read { reader in
      try String.fetchAll(
        reader.db,
        sql: """
          SELECT DISTINCT m.name FROM sqlite_master AS m JOIN pragma_foreign_key_list(m.name) AS f
          WHERE m.type = 'table' AND f."table" = 'customer' ORDER BY m.name
          """)
    }
    #expect(referring.count == 7)
    #expect(referring == ReferringTables.all.sorted())
  }

  @Test func goWithACustomerThatIsRemovedAmongMany() throws {
    let store = try Store()
    try store.add([
      ["number": "1", "tags": "A\u{1F}", "contactPersons[0].name": "Eva", "assigned": "bo\u{1F}"],
      ["number": "2", "tags": "A\u{1F}"],
    ])
    try store.change("1", ["comments": "X"])
    let run = try store.register.removeMany { writer in
      let run = try writer.begin(RunDescription(kind: .undo, source: "test", user: "anna", reverts: 1))
      #expect(try writer.deleteUntouched(createdByRun: 1) == 1)
      let present = try #require(try writer.present(customer: 1))
      let fields = present.card.paths.filter { !$0.field.isReadOnly }
      try writer.apply(
        .init(
          number: "1", action: .delete, revision: present.key.revision,
          fields: fields.map { .init($0, old: present.card[$0], new: nil) }), to: present)
      try writer.endRun(.init())
      return run
    }
    #expect(run == 3)
    #expect(try store.register.read { try $0.hasCustomers() } == false)
    #expect(try store.register.read { try $0.integrityProblems() }.isEmpty)
  }
}
