import CustomerModel
import RegisterStore
import Runs
import Testing

@Suite struct RecordEditsTests {
  @Test func facilityIsAddedChangedAndRemoved() throws {
    let office = try Office.withCustomer()
    try office.edit {
      try $0.addRecord(["number": "B2", "name": " Lagret ", "postalCode": "11122"], to: .facilities, of: "1001")
    }
    try office.edit { try $0.addRecord(["number": "A1", "city": "Storstad"], to: .facilities, of: "1001") }
    #expect(
      try office.value(.facilities)
        == #"[{"number":"A1","city":"Storstad"},{"number":"B2","name":"Lagret","postalCode":"111 22"}]"#)
    try office.edit { try $0.editRecord(["B2"], ["name": "", "country": "se"], in: .facilities, of: "1001") }
    try office.edit { try $0.removeRecord(["A1"], from: .facilities, of: "1001") }
    #expect(try office.value(.facilities) == #"[{"number":"B2","postalCode":"111 22","country":"SE"}]"#)
  }

  @Test(arguments: [Field.serviceArticles, .workOrderArticles])
  func articleIsAddedWithDecimals(field: Field) throws {
    let office = try Office.withCustomer([:], [.showServiceArticles: 1, .showWorkOrderArticles: 1])
    try office.edit {
      try $0.addRecord(["number": "T1", "quantity": "0", "price": "149,50", "isTime": "1"], to: field, of: "1001")
    }
    #expect(try office.value(field) == #"[{"number":"T1","quantity":0,"price":149.5,"isTime":true}]"#)
  }

  @Test func recordIsThereOnceAndOnlyWhatIsThereChanges() throws {
    let office = try Office.withCustomer(["facilities": #"[{"number":"A1"}]"#])
    let refused: [(String, (EditSession) throws -> Void)] = [
      ("record.exists", { try $0.addRecord(["number": "A1"], to: .facilities, of: "1001") }),
      ("record.unknown", { try $0.editRecord(["a1"], ["name": "x"], in: .facilities, of: "1001") }),
      ("record.unknown", { try $0.removeRecord(["A2"], from: .facilities, of: "1001") }),
      ("customer.unknown", { try $0.removeRecord(["A1"], from: .facilities, of: "01001") }),
    ]
    for (code, change) in refused { #expect(try office.refusal(change) == code) }
  }

  @Test func valueThatBreaksARuleIsRefused() throws {
    let office = try Office.withCustomer()
    let refused: [(values: [String: String], code: String)] = [
      ([:], "records.memberMissing"), (["number": "T1", "price": "dyr"], "records.number"),
    ]
    for (values, code) in refused {
      #expect(try office.refusal { try $0.addRecord(values, to: .serviceArticles, of: "1001") } == code)
    }
  }

  @Test func changeThatSaysNothingNewCountsAsUnchanged() throws {
    let office = try Office.withCustomer(["facilities": #"[{"number":"A1","name":"Lagret"}]"#])
    let outcome = try office.edit { try $0.editRecord(["A1"], ["name": "Lagret"], in: .facilities, of: "1001") }
    #expect(outcome.counts.unchanged == 1)
    #expect(outcome.counts.updated == 0)
  }

  @Test func undoTakesBackEachChange() throws {
    let office = try Office.withCustomer([
      "facilities": #"[{"number":"A1"}]"#, "serviceArticles": #"[{"number":"T1"}]"#,
    ])
    let changes: [(EditSession) throws -> Void] = [
      { try $0.addRecord(["number": "A2"], to: .facilities, of: "1001") },
      { try $0.editRecord(["A1"], ["name": "Lagret"], in: .facilities, of: "1001") },
      { try $0.removeRecord(["A1"], from: .facilities, of: "1001") },
      { try $0.addRecord(["number": "T2", "quantity": "1"], to: .serviceArticles, of: "1001") },
      { try $0.removeRecord(["T1"], from: .serviceArticles, of: "1001") },
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
