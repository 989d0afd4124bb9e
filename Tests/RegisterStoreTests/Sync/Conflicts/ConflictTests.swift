import CustomerModel
import Differ
import RegisterStore
import TestSupport
import Testing

@Suite struct ConflictTests {
  private static let name = FieldPath(.customerName)
  private static let city = FieldPath("invoiceAddress.city")!
  private static let zone = FieldPath(custom: "Zon")

  private func lines(_ store: Store, _ system: String? = nil, _ customer: Int64? = nil) throws -> [String] {
    try store.register.read { try $0.conflicts(system: system, customer: customer) }.map { record in
      let values = [record.conflict.register, record.conflict.erp, record.conflict.base].map { $0 ?? "-" }
      return
        "\(record.system) \(record.number) \(record.name) \(record.conflict.path) \(values.joined(separator: "/")) "
        + "\(record.sinceRun)"
    }
  }

  @Test func conflictsAreReplacedAndKeepTheRunThatFoundThemFirst() throws {
    let store = try Store()
    try store.add([["number": "1", "name": "A"]])
    let id = try store.id("1")
    let first = try store.run(.pull) { writer throws in
      try writer.setConflicts(
        "fortnox", customer: id,
        [
          FieldConflict(Self.city, register: "Umeå", erp: nil, base: "Åre"),
          FieldConflict(Self.name, register: "A", erp: "B", base: nil),
        ], run: 2)
    }
    #expect(first == 2)
    #expect(try lines(store) == ["fortnox 1 A name A/B/- 2", "fortnox 1 A invoiceAddress.city Umeå/-/Åre 2"])
    try store.run(.pull) { writer throws in
      try writer.setConflicts(
        "fortnox", customer: id,
        [
          FieldConflict(Self.zone, register: nil, erp: "N", base: nil),
          FieldConflict(Self.name, register: "A", erp: "C", base: "Å"),
        ], run: 3)
    }
    #expect(try lines(store) == ["fortnox 1 A name A/C/Å 2", "fortnox 1 A customFields.Zon -/N/- 3"])
    let record = try #require(try store.register.read { try $0.conflicts(system: nil, customer: nil) }.first)
    #expect(record.since == (try store.register.read { try $0.run(2)?.startedAt }))
    #expect(record.customer == id)
    try store.run(.pull) { try $0.setConflicts("fortnox", customer: id, [], run: 4) }
    #expect(try lines(store).isEmpty)
  }

  @Test func conflictsAreListedByCustomerAndSystem() throws {
    let store = try Store()
    try store.add([["number": "10"], ["number": "9"], ["number": "A"]])
    let run = try store.run(.pull) { writer throws in
      for number in ["10", "9", "A"] {
        for system in ["visma", "fortnox"] {
          let customer = try #require(try writer.key(ofNumber: number)).id
          try writer.setConflicts(
            system, customer: customer,
            [
              FieldConflict(Self.city, register: "a", erp: "b", base: nil),
              FieldConflict(Self.name, register: "c", erp: "d", base: nil),
            ], run: 2)
        }
      }
    }
    #expect(run == 2)
    func short(_ system: String?, _ customer: Int64?) throws -> [String] {
      try store.register.read { try $0.conflicts(system: system, customer: customer) }
        .map { "\($0.number) \($0.system) \($0.conflict.path)" }
    }
    let (nine, ten) = (try store.id("9"), try store.id("10"))
    #expect(
      try short(nil, nine) == [
        "9 fortnox name", "9 fortnox invoiceAddress.city", "9 visma name", "9 visma invoiceAddress.city",
      ])
    #expect(
      try short("visma", nil).filter { $0.hasSuffix("name") } == ["9 visma name", "10 visma name", "A visma name"])
    #expect(try short("visma", ten) == ["10 visma name", "10 visma invoiceAddress.city"])
    #expect(try short(nil, nil).count == 12)
    try store.register.write { writer throws in
      #expect(try writer.removeConflict("visma", customer: nine, field: Self.name))
      #expect(try !writer.removeConflict("visma", customer: nine, field: Self.name))
      #expect(try writer.heldFields("visma", customer: nine) == [Self.city])
      #expect(try writer.heldFields("fortnox", customer: nine) == [Self.city, Self.name])
      #expect(try writer.heldFields("fortnox", customer: 99).isEmpty)
      #expect(try writer.customersInConflict("visma") == [nine, ten, 3])
    }
    // A deleted customer's conflict waits for the undo of its deletion.
    try store.delete("9")
    #expect(try short(nil, nine).isEmpty)
    #expect(try store.numbers(try store.register.read { try $0.customersInConflict("visma") }) == ["10", "A"])
  }
}
