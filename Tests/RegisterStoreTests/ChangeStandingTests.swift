import CustomerModel
import Differ
import RegisterStore
import TestSupport
import Testing

/// What keeps a planned change from being made.
@Suite struct ChangeStandingTests {
  private static let name = FieldPath(.customerName)

  private func staleness(_ store: Store, _ change: CustomerChange) throws -> ChangeStanding.Staleness? {
    guard case .stale(let staleness) = try store.register.read({ try $0.standing(of: change) }) else { return nil }
    return staleness
  }

  private func update(_ old: String?, _ new: String?, revision: Int? = 1) -> CustomerChange {
    CustomerChange(
      number: "1", action: .update, revision: revision, fields: [FieldChange(Self.name, old: old, new: new)])
  }

  @Test func aChangeThatFitsIsNotStale() throws {
    let store = try Store()
    try store.add([["number": "1", "name": "A"]])
    #expect(try staleness(store, update("A", "B")) == nil)
    #expect(try staleness(store, SchemaTests.creation(of: Store.card(["number": "2"]))) == nil)
    #expect(try staleness(store, CustomerChange(number: "1", action: .delete, revision: 1, fields: [])) == nil)
  }

  @Test func whatIsAlreadySoIsToldFromWhatIsOtherwise() throws {
    let store = try Store()
    try store.add([["number": "1", "name": "A", "email": "a@example.se"]])
    try store.change("1", ["name": "B"])
    #expect(try staleness(store, update("A", "B")) == .done)
    #expect(try staleness(store, update("A", "C")) == .changedSince)
    let both = CustomerChange(
      number: "1", action: .update, revision: 1,
      fields: [
        FieldChange(Self.name, old: "A", new: "B"),
        FieldChange(FieldPath("email")!, old: "a@example.se", new: "b@example.se"),
      ])
    #expect(try staleness(store, both) == .changedSince, "only a part of it is so")
  }

  @Test func aCustomerThatWasCreatedSinceMayBeThatOfThePlan() throws {
    let store = try Store()
    let creation = SchemaTests.creation(of: Store.card(["number": "1", "name": "A"]))
    try store.add([["number": "1", "name": "A"]])
    #expect(try staleness(store, creation) == .done)
    try store.change("1", ["name": "B"])
    #expect(try staleness(store, creation) == .createdSince)
  }

  @Test func aCustomerThatIsGoneIsWhatADeletionWants() throws {
    let store = try Store()
    #expect(try staleness(store, CustomerChange(number: "1", action: .delete, revision: 1, fields: [])) == .done)
    #expect(try staleness(store, update("A", "B")) == .gone)
  }
}
