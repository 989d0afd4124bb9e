import CustomerModel
import Differ
import RegisterStore
import Rows
import TestSupport
import Testing

@Suite struct RegisterWriterTests {
  private func stale(_ store: Store, _ change: CustomerChange) throws -> String? {
    do {
      try store.run { try $0.apply(change) }
      return nil
    } catch let error as KundregError {
      #expect(error.status == .failed)
      return error.code
    }
  }

  @Test func aChangeOfAnotherStateThanItRestsOnIsRefused() throws {
    let store = try Store()
    try store.add([["number": "1", "name": "A"]])
    let name = FieldPath(.customerName)
    let good = [FieldChange(name, old: "A", new: "B")]
    for (change, what) in [
      (CustomerChange(number: "2", action: .update, revision: 1, fields: good), "no such customer"),
      (CustomerChange(number: "1", action: .update, revision: 2, fields: good), "another revision"),
      (CustomerChange(number: "1", action: .update, fields: good), "no revision"),
      (
        CustomerChange(number: "1", action: .update, revision: 1, fields: [FieldChange(name, old: "X", new: "B")]),
        "another old value"
      ),
      (SchemaTests.creation(of: Store.card(["number": "1"])), "a number that is taken"),
    ] {
      #expect(try stale(store, change) == "plan.stale", "\(what)")
    }
    #expect(try stale(store, CustomerChange(number: "1", action: .update, revision: 1, fields: good)) == nil)
    #expect(try stale(store, CustomerChange(number: "1", action: .update, revision: 1, fields: good)) == "plan.stale")
  }

  @Test func groupsAreReplacedAsAWholeAndOthersStay() throws {
    let store = try Store()
    try store.run { writer throws in
      for name in ["Region", "Antal"] { try writer.addCustomField(CustomFieldDefinition(name: name, kind: .text)) }
    }
    try store.add([
      [
        "number": "1", "tags": CustomerCard.set(of: ["A", "B"]), "subgroups": CustomerCard.set(of: ["G"]),
        "customFields.Region": "N", "customFields.Antal": "2", "contactPersons[0].name": "Anna",
        "contactPersons[1].name": "Bo",
      ]
    ])
    let before = try #require(try store.card("1"))
    try store.change(
      "1",
      [
        "tags": CustomerCard.set(of: ["B", "C"]), "customFields.Region": nil, "contactPersons[1].name": nil,
        "contactPersons[1].sendServiceProtocol": nil, "contactPersons[1].sendWorkOrder": nil,
        "contactPersons[1].mainContact": nil,
      ])
    var expected = before
    expected[FieldPath("tags")!] = "B\u{1F}C\u{1F}"
    expected[FieldPath("customFields.Region")!] = nil
    for path in before.paths where path.position == 1 { expected[path] = nil }
    #expect(try store.card("1") == expected)
  }

  @Test func namesThatARunAddedGoWhenNobodyUsesThem() throws {
    let store = try Store()
    try store.add([["number": "0", "tags": CustomerCard.set(of: ["Före"])]])
    let run = try store.run { writer throws in
      try writer.addCustomField(CustomFieldDefinition(name: "Region", kind: .text))
      try writer.addCustomField(CustomFieldDefinition(name: "Zon", kind: .text))
      try writer.apply(
        SchemaTests.creation(
          of: Store.card([
            "number": "1", "tags": CustomerCard.set(of: ["Före", "Kvar", "Bort"]), "costCenter": "100",
            "discountLetters": CustomerCard.set(of: ["R"]), "assigned": CustomerCard.set(of: ["bo", "eva"]),
            "customFields.Region": "N",
          ])))
    }
    try store.add([["number": "2", "tags": CustomerCard.set(of: ["Kvar"]), "customFields.Region": "S"]])
    try store.register.write { try $0.register(user: "eva", permissions: [.view]) }
    try store.delete("1")
    try store.run(.undo, reverts: run) { try $0.removeUnusedReferencesOfUndoneRuns() }
    try store.register.read { reader throws in
      #expect(try reader.references(.tag) == ["Före", "Kvar"])
      #expect(try reader.references(.costCenter).isEmpty)
      #expect(try reader.references(.discountLetter).isEmpty)
      #expect(try reader.references(.user) == ["eva"])
      #expect(try reader.customFields().map(\.name) == ["Region"])
    }
  }

  @Test func aNameOfAnUndoneRunGoesWhenItsLastUserDoes() throws {
    let store = try Store()
    let first = try store.add([["number": "1", "tags": CustomerCard.set(of: ["X"])]])
    let second = try store.add([["number": "2", "tags": CustomerCard.set(of: ["X"])]])
    for (run, number) in [(first, "1"), (second, "2")] {
      try store.delete(number)
      try store.run(.undo, reverts: run) { try $0.removeUnusedReferencesOfUndoneRuns() }
    }
    #expect(try store.register.read { try $0.references(.tag) }.isEmpty)
  }

  @Test func aNameOfARunThatIsDoneAgainStaysWithItsRun() throws {
    let store = try Store()
    let first = try store.add([["number": "1", "tags": CustomerCard.set(of: ["X"])]])
    try store.delete("1")
    let undo = try store.run(.undo, reverts: first) { try $0.removeUnusedReferencesOfUndoneRuns() }
    #expect(try store.register.read { try $0.references(.tag) }.isEmpty)
    let redo = try store.run(.undo, reverts: undo) { writer throws in
      try writer.addReference("X", to: .tag)
      try writer.removeUnusedReferencesOfUndoneRuns()
    }
    // Nobody uses it, but its run is done.
    #expect(try store.register.read { try $0.references(.tag) } == ["X"])
    try store.run(.undo, reverts: redo) { try $0.removeUnusedReferencesOfUndoneRuns() }
    #expect(try store.register.read { try $0.references(.tag) }.isEmpty)
  }

  @Test(
    arguments: [
      ([], nil), (["A1", "x"], nil), (["9", "10", "0007"], 10), (["1001", "5000A"], 1001),
      (["12345678901234567890", "17"], 17), (["123456789012345678"], 123_456_789_012_345_678),
    ] as [([String], Int?)])
  func theHighestNumericNumberIsFound(numbers: [String], highest: Int?) throws {
    let store = try Store()
    try store.add(numbers.map { ["number": $0] })
    #expect(try store.register.read { try $0.highestNumericNumber() } == highest)
  }

  @Test func numbersOfDeletedCustomersAreNotForgotten() throws {
    let store = try Store()
    try store.add([["number": "5"], ["number": "900"]])
    try store.delete("900")
    #expect(try store.register.read { try $0.highestNumericNumber() } == 900)
    try store.add([["number": "900"]])
    try store.delete("900")
    #expect(try store.register.read { try $0.highestNumericNumber() } == 900)
  }

  @Test func settingsAndUsersAreReadAsTheyWereWritten() throws {
    let store = try Store()
    try store.register.write { writer throws in
      try writer.set(.numberMinimumLength, to: 4)
      try writer.set(.numberMinimumLength, to: 5)
      try writer.set(.saveRequester, to: 0)
      try writer.register(user: "eva", permissions: [.view, .edit])
      try writer.register(user: "eva", permissions: [.administrator])
    }
    try store.register.read { reader throws in
      let settings = try reader.settings()
      #expect(settings[.numberMinimumLength] == 5)
      #expect(!settings.isOn(.saveRequester))
      #expect(settings[.numberMaximumLength] == 50)
      #expect(try reader.permissions(ofUser: "eva") == [.administrator])
      #expect(try reader.permissions(ofUser: "bo") == nil)
      #expect(try reader.users().map(\.name) == ["eva"])
    }
  }
}
