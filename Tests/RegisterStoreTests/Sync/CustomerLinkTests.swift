import CustomerModel
import Differ
import TestSupport
import Testing
import Texts

@testable import RegisterStore

@Suite struct CustomerLinkTests {
  private static let agreed = AgreedState(
    register: [
      FieldPath(.customerName): "Åkes \"Bygg\" AB", FieldPath("contactPersons[1].email")!: "a@b.se",
      FieldPath(custom: "Zon. 1"): "N\u{1F}",
    ],
    erp: [FieldPath(.customerName): "ÅKES BYGG AB"])

  private static func link(_ customer: Int64 = 1, _ remoteID: String = "a", system: String = "visma") -> CustomerLink {
    CustomerLink(
      system: system, customer: customer, remoteID: remoteID, remoteNumber: "1001", agreed: agreed,
      record: #"{"Name":"Åkes","Nytt":[1.50,null]}"#, changed: "2026-11-01T08:00:00.123Z", syncedRevision: 3)
  }

  @Test func aLinkIsReadAsItWasSavedFromBothSides() throws {
    let store = try Store()
    let bare = CustomerLink(
      system: "fortnox", customer: 1, remoteID: "1001", remoteNumber: "1001", agreed: nil, record: "{}")
    try store.register.write { writer throws in
      try writer.save(Self.link())
      try writer.save(bare)
    }
    try store.register.read { reader throws in
      #expect(try reader.link("visma", customer: 1) == Self.link())
      #expect(try reader.link("visma", remoteID: "a") == Self.link())
      #expect(try reader.links(ofCustomer: 1) == [bare, Self.link()])
      #expect(try reader.link("visma", customer: 2) == nil)
      #expect(try reader.link("fortnox", remoteID: "a") == nil)
      #expect(try reader.links(ofCustomer: 2).isEmpty)
    }
  }

  @Test(arguments: ["[]", #"{"register":{}}"#, #"{"register":{"name":1},"erp":{}}"#])
  func whatCannotBeReadIsFoundByTheCheckAndNamed(agreed: String) throws {
    let store = try Store()
    try store.register.write { writer throws in
      try writer.save(Self.link())
      #expect(try writer.integrityProblems() == [])
      try SQLiteStatement(writer.db, "UPDATE link SET agreed = '\(agreed)'").run()
    }
    let problems = try store.register.read { try $0.integrityProblems().map(\.english) }
    #expect(problems.count == 1 && problems[0].contains("visma") && problems[0].contains("1001"))
    let error = #expect(throws: KundregError.self) { try store.register.read { try $0.link("visma", customer: 1) } }
    #expect(error?.code == "register.damaged")
  }

  @Test func savingReplacesTheCustomersLinkAndRemovingTakesOnlyThatOne() throws {
    let store = try Store()
    try store.register.write { writer throws in
      try writer.save(Self.link())
      try writer.save(Self.link(2, "b"))
      try writer.save(Self.link(1, "c", system: "fortnox"))
      var link = Self.link()
      link.remoteID = "a2"
      link.agreed?.agree(FieldPath(.customerName), register: nil, erp: nil)
      link.isGone = true
      try writer.save(link)
      #expect(try writer.link("visma", customer: 1) == link)
      #expect(try writer.link("visma", remoteID: "a") == nil)
      #expect(try writer.linkCount("visma") == 2)
      #expect(try writer.remoteIDs("visma") == ["b"])
      try writer.remove(link)
      #expect(try writer.linkCount("visma") == 1)
      #expect(try writer.linkCount("fortnox") == 1)
    }
  }

  @Test func twoCustomersCannotBeLinkedWithOneRecord() throws {
    let store = try Store()
    try store.register.write { try $0.save(Self.link()) }
    #expect(throws: KundregError.self) { try store.register.write { try $0.save(Self.link(2)) } }
    try store.register.write { try $0.save(Self.link(2, "a", system: "fortnox")) }
  }

  @Test func theLinkOfADeletedCustomerStaysForTheUndo() throws {
    let store = try Store()
    try store.add([["number": "1"]])
    try store.link("1")
    let id = try store.id("1")
    try store.delete("1")
    #expect(try store.register.read { try $0.link("fortnox", customer: id)?.remoteID } == "1")
    #expect(try store.register.read { try $0.remoteIDs("fortnox") } == ["1"])
    #expect(try store.register.read { try $0.integrityProblems() }.isEmpty)
  }
}
