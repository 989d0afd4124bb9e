import CustomerModel
import RegisterStore
import Runs
import Testing

@Suite struct ReferenceEditsTests {
  struct Case: Sendable {
    let fields: [String: String]
    var settings: [Setting: Int] = [:]
    var values: [String: String] = [:]
    let code: String
  }

  static let a1 = ["facilities": #"[{"number":"A1"}]"#]

  static let refused = [
    Case(fields: ["active": "0"], code: "reference.customerInactive"),
    Case(
      fields: a1.merging(["facilitiesDisabled": "1"]) { $1 }, values: ["facility": "A1"],
      code: "reference.facilitiesDisabled"),
    Case(fields: ["facilityRequired": "1"], code: "reference.facilityMissing"),
    Case(fields: a1, values: ["facility": "A2"], code: "reference.facilityUnknown"),
    Case(fields: ["costCenterRequired": "1"], code: "reference.costCenterMissing"),
    Case(fields: [:], settings: [.costCenterRequired: 1], code: "reference.costCenterMissing"),
    Case(fields: [:], settings: [.orderNumberRequired: 1], code: "reference.orderNumberMissing"),
  ]

  @Test func newReferenceThatTheCustomerDoesNotTakeIsRefused() throws {
    for example in Self.refused {
      let office = try Office.withCustomer(example.fields, example.settings)
      let values = ["kind": "order", "number": "5001"].merging(example.values) { $1 }
      #expect(try office.refusal { try $0.addReference(values, to: "1001") } == example.code, "\(example)")
    }
  }

  @Test func orderTakesTheCardsOrderNumber() throws {
    let office = try Office.withCustomer(["orderNumber": "PO-7"], [.orderNumberRequired: 1])
    try office.edit { try $0.addReference(["kind": "order", "number": "5001"], to: "1001") }
    #expect(try office.value(.references) == #"[{"kind":"order","number":"5001","orderNumber":"PO-7"}]"#)
  }

  @Test func referenceWithAllThatIsAskedIsTaken() throws {
    let office = try Office.withCustomer(
      Self.a1.merging(["facilityRequired": "1", "costCenterRequired": "1"]) { $1 }, [.orderNumberRequired: 1])
    #expect(
      try office.refusal {
        try $0.addReference(["kind": "order", "number": "5001", "facility": "A1", "costCenter": "1O0"], to: "1001")
      } == "reference.unknown")
    try office.register.write { try _ = $0.addReference("100", to: .costCenter) }
    try office.edit {
      try $0.addReference(
        [
          "kind": "order", "number": "5001", "facility": "A1", "costCenter": "100", "orderNumber": "X",
          "date": "2026-11-24",
        ], to: "1001")
    }
    #expect(try office.value(.references)?.contains(#""date":"2026-11-24""#) == true)
  }

  @Test func existingReferenceStaysAndCanBeFinishedWhateverChanges() throws {
    let office = try Office.withCustomer(
      [
        "references": #"[{"kind":"order","number":"5001","facility":"A9"}]"#, "active": "0", "facilitiesDisabled": "1",
        "costCenterRequired": "1",
      ], [.orderNumberRequired: 1])
    try office.edit { try $0.editReference(["order", "5001"], ["status": "klar"], of: "1001") }
    #expect(
      try office.value(.references) == #"[{"kind":"order","number":"5001","status":"klar","facility":"A9"}]"#)
  }

  @Test func changeMustKeepWhatIsAsked() throws {
    let office = try Office.withCustomer(
      ["references": #"[{"kind":"order","number":"5001","costCenter":"100"}]"#, "costCenterRequired": "1"])
    #expect(
      try office.refusal { try $0.editReference(["order", "5001"], ["costCenter": ""], of: "1001") }
        == "reference.costCenterMissing")
    #expect(
      try office.refusal { try $0.editReference(["order", "5001"], ["facility": "A1"], of: "1001") }
        == "reference.facilityUnknown")
  }

  @Test func referenceExistsOnce() throws {
    let office = try Office.withCustomer(["references": #"[{"kind":"order","number":"5001"}]"#])
    #expect(
      try office.refusal { try $0.addReference(["kind": "order", "number": "5001"], to: "1001") } == "record.exists")
    try office.edit { try $0.addReference(["kind": "quotation", "number": "5001"], to: "1001") }
  }

  @Test func undoTakesBackEachChange() throws {
    let office = try Office.withCustomer(["references": #"[{"kind":"order","number":"5001"}]"#])
    let changes: [(EditSession) throws -> Void] = [
      { try $0.addReference(["kind": "order", "number": "5002"], to: "1001") },
      { try $0.editReference(["order", "5001"], ["title": "Port"], of: "1001") },
      { try $0.removeRecord(["order", "5001"], from: .references, of: "1001") },
    ]
    for change in changes {
      let before = try office.state()
      let run = try #require(try office.edit(change).run)
      #expect(try office.state() != before)
      try office.undo(run)
      #expect(try office.state() == before)
    }
  }
}
