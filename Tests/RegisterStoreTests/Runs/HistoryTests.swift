import CustomerModel
import Differ
import TestSupport
import Testing

@testable import RegisterStore

@Suite struct HistoryTests {
  private func lines(_ store: Store, _ number: String) throws -> [String]? {
    try store.register.read { try $0.history(ofNumber: number) }?.map { entry in
      let fields = entry.fields.map { "\($0.path) \($0.old ?? "-")>\($0.new ?? "-")" }
      return "\(entry.run) \(entry.user) \(entry.action): \(fields.joined(separator: ", "))"
    }
  }
  private static let blank =
    "facilitiesDisabled ->0, facilityRequired ->0, costCenterRequired ->0, alwaysSendAsInvoice ->0, active ->1"

  @Test func everyChangeOfACustomerStandsInItsHistoryOldestFirst() throws {
    let store = try Store()
    try store.add([["number": "1", "name": "A"]])
    try store.change("1", ["name": "B", "phone": "08"])
    try store.change("1", ["active": "0"])
    try store.change("1", ["active": "1", "phone": nil])
    #expect(
      try lines(store, "1") == [
        "1 anna create: number ->1, name ->A, type ->company, \(Self.blank)",
        "2 anna update: name A>B, phone ->08", "3 anna inactivate: active 1>0",
        "4 anna reactivate: phone 08>-, active 0>1",
      ])
    #expect(try lines(store, "2") == nil)
  }

  @Test func aDeletedCustomersHistoryIsFoundByItsNumberInOrder() throws {
    let store = try Store()
    try store.add([["number": "1", "name": "A"]])
    try store.change("1", ["name": "B"])
    try store.delete("1")
    let actions = try #require(try store.register.read { try $0.history(ofNumber: "1") }).map(\.action)
    #expect(actions == [.create, .update, .delete])
    #expect(try lines(store, "1")?.first == "1 anna create: number ->1, name ->A, type ->company, \(Self.blank)")
  }

  @Test func aNewCustomerWithADeletedOnesNumberHasAHistoryOfItsOwn() throws {
    let store = try Store()
    try store.add([["number": "1", "name": "A"]])
    try store.delete("1")
    try store.add([["number": "1", "name": "Ny"]])
    #expect(try lines(store, "1")?.count == 1)
    #expect(try lines(store, "1")?[0].contains("name ->Ny") == true)
  }

  @Test func aCustomerThatComesBackHasItsOldHistoryToo() throws {
    let store = try Store()
    try store.add([["number": "1", "name": "A"]])
    let id = try #require(try store.register.read { try $0.key(ofNumber: "1")?.id })
    let card = try #require(try store.card("1"))
    try store.delete("1")
    try store.run { writer throws in
      #expect(try writer.apply(SchemaTests.creation(of: card), id: id) == id)
    }
    #expect(try store.card("1") == card)
    let history = try #require(try store.register.read { try $0.history(ofNumber: "1") })
    #expect(history.map(\.action) == [.create, .delete, .create])
    #expect(history.map(\.run) == [1, 2, 3])
  }

  @Test func theCardIsKnownAsEachRunLeftIt() throws {
    let store = try Store()
    try store.add([
      ["number": "1", "name": "A", "contactPersons[0].name": "Anna", "contactPersons[0].mainContact": "0"]
    ])
    try store.change("1", ["name": "B", "tags": CustomerCard.set(of: ["X"])])
    try store.change("1", ["name": "C", "tags": nil, "contactPersons[0].name": "Bo", "active": "0"])
    try store.register.read { reader throws in
      let id = try #require(try reader.key(ofNumber: "1")?.id)
      func values(after run: Int) throws -> [String?] {
        let card = try #require(try reader.card(ofCustomer: id, afterRun: run))
        return ["name", "tags", "contactPersons[0].name", "active"].map { card[FieldPath($0)!] }
      }
      #expect(try values(after: 1) == ["A", nil, "Anna", "1"])
      #expect(try values(after: 2) == ["B", "X\u{1F}", "Anna", "1"])
      #expect(try values(after: 3) == ["C", nil, "Bo", "0"])
      #expect(try reader.card(ofCustomer: 99, afterRun: 1) == nil)
    }
  }

  @Test func aRunKnowsTheCustomersThatItCreatedAndThatStillAre() throws {
    let store = try Store()
    let first = try store.add([["number": "1"], ["number": "2"]])
    let second = try store.add([["number": "3"]])
    let third = try store.change("1", ["name": "B"])
    try store.delete("2")
    try store.register.read { reader throws in
      #expect(try reader.customersCreated(byRun: first) == [1])
      #expect(try reader.customersCreated(byRun: second) == [3])
      #expect(try reader.customersCreated(byRun: third).isEmpty)
      #expect(try reader.changes(ofRun: third).map(\.number) == ["1"])
      for most in [1, 2] { #expect(try reader.changes(ofRun: third, most: most).map(\.number) == ["1"]) }
      // What a run created and is deleted since is told by what was written down.
      #expect(try reader.changes(ofRun: first).map(\.action) == [.create])
    }
  }

  @Test func whatARunDidToOneCustomerIsReadAlone() throws {
    let store = try Store()
    let first = try store.add([["number": "1"], ["number": "2"]])
    let second = try store.run { writer in
      for number in ["1", "2"] {
        let key = try #require(try writer.key(ofNumber: number))
        try writer.apply(
          CustomerChange(
            number: number, action: .update, revision: key.revision,
            fields: [FieldChange(FieldPath(.customerName), old: "Namn", new: "Ny \(number)")]))
      }
    }
    try store.register.read { reader throws in
      let changes = try reader.changes(ofRun: second, customer: 2)
      #expect(changes.map(\.number) == ["2"])
      #expect(changes.flatMap(\.fields).map(\.new) == ["Ny 2"])
      #expect(try reader.changes(ofRun: first, customer: 2).isEmpty)
      #expect(try reader.isCreated(2, byRun: first) && !reader.isCreated(2, byRun: second))
      #expect(try !reader.isCreated(99, byRun: first))
    }
  }

  @Test func everybodyWhoHadANumberIsFoundTheHolderFirst() throws {
    let store = try Store()
    try store.add([["number": "1"]])
    try store.change("1", ["number": "2"])
    try store.add([["number": "1"]])
    try store.delete("1")
    try store.add([["number": "1"]])
    func holders(_ number: String) throws -> [Int64] {
      try store.register.read { try $0.customers(everNumbered: number) }
    }
    #expect(try holders("1") == [3, 2, 1])
    #expect(try holders("2") == [1])
    #expect(try holders("3") == [])
    try store.delete("1")
    #expect(try holders("1") == [3, 2, 1])
    #expect(try store.register.read { try $0.customer(everNumbered: "1") } == 3)
  }

  @Test func formerHoldersAreFoundWithoutReadingTheWholeHistory() throws {
    let store = try Store()
    try store.add([["number": "1"]])
    try store.change("1", ["number": "2"])
    func work() throws -> Int { try store.register.steps { _ = try $0.customers(everNumbered: "1") } }
    _ = try work()
    let little = try work()
    let numbers = (100..<600).map(String.init)
    try store.add(numbers.map { ["number": $0] })
    try store.run { writer in
      for number in numbers {
        let key = try #require(try writer.key(ofNumber: number))
        try writer.apply(
          CustomerChange(
            number: number, action: .update, revision: key.revision,
            fields: [FieldChange(FieldPath(.number), old: number, new: "9\(number)")]))
      }
    }
    #expect(try work() < little * 2)
  }

  @Test func idsAreNeverUsedTwice() throws {
    let store = try Store()
    try store.add([["number": "1"], ["number": "2"]])
    try store.delete("2")
    try store.add([["number": "3"]])
    #expect(try store.register.read { try $0.key(ofNumber: "3")?.id } == 3)
  }
}
