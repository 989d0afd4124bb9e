import CustomerModel
import RegisterStore
import Runs
import Testing

/// Whom a new reference names as its requester, and what the setting makes of it.
@Suite struct RequesterTests {
  private static let fields = [
    "facilities": #"[{"number":"A1","name":"Verkstaden"},{"number":"A2"}]"#,
    "contactPersons[0].name": "Bo Ek", "contactPersons[0].phone": "08-12 34 56",
    "contactPersons[0].sendServiceProtocol": "0", "contactPersons[0].sendWorkOrder": "0",
    "contactPersons[0].mainContact": "1",
  ]

  private func report(_ office: Office, _ number: String, _ values: [String: String]) throws -> EditOutcome {
    let report = ["kind": "errorReport", "number": number, "facility": "A1"].merging(values) { $1 }
    return try office.edit { try $0.addReference(report, to: "1001") }
  }

  private func persons(_ office: Office) throws -> [String] {
    guard let card = try office.card("1001") else { return [] }
    return (0..<card.contactPersonCount).map { position in
      ["name", "email", "phone"].map { card[FieldPath("contactPersons[\(position)].\($0)")!] ?? "-" }
        .joined(separator: " ")
    }
  }

  @Test func theRequesterIsSavedOnFacilityAndCustomerInTheSameRun() throws {
    let office = try Office.withCustomer(Self.fields)
    let before = try office.state()
    let outcome = try report(
      office, "7", ["requester": "Eva Al", "requesterEmail": "eva@example.se", "requesterPhone": "070-1"])
    #expect(try persons(office) == ["Bo Ek - 08-12 34 56", "Eva Al eva@example.se 070-1"])
    #expect(
      try office.value(.facilities)
        == #"[{"number":"A1","name":"Verkstaden","requester":"Eva Al","requesterEmail":"eva@example.se","#
        + #""requesterPhone":"070-1"},{"number":"A2"}]"#)
    #expect(try office.card("1001")?[FieldPath("contactPersons[1].sendWorkOrder")!] == "0")
    try office.undo(try #require(outcome.run))
    #expect(before.differences(in: try office.state()) == [])
  }

  @Test(
    arguments: [
      (["requester": "bo ek", "requesterEmail": "bo@example.se"], ["Bo Ek bo@example.se 08-12 34 56"]),
      (["requester": "Bo Ek", "requesterPhone": "070-9"], ["Bo Ek - 08-12 34 56"]),
      (["requesterEmail": "ny@example.se"], ["Bo Ek - 08-12 34 56", "- ny@example.se -"]),
      (["requesterPhone": "070-9"], ["Bo Ek - 08-12 34 56"]), ([:], ["Bo Ek - 08-12 34 56"]),
    ] as [([String: String], [String])])
  func aKnownPersonGetsWhatItLacksAndKeepsWhatItHas(values: [String: String], expected: [String]) throws {
    let office = try Office.withCustomer(Self.fields)
    _ = try report(office, "7", values)
    #expect(try persons(office) == expected)
  }

  @Test func anotherAddressIsAnotherPersonOfTheSameName() throws {
    let office = try Office.withCustomer(Self.fields.merging(["contactPersons[0].email": "bo@example.se"]) { $1 })
    _ = try report(office, "7", ["requester": "Bo Ek", "requesterEmail": "bo.ek@example.se"])
    #expect(try persons(office) == ["Bo Ek bo@example.se 08-12 34 56", "Bo Ek bo.ek@example.se -"])
  }

  @Test func theAddressTellsThePersonBeforeANameThatStandsFurtherUp() throws {
    let office = try Office.withCustomer(
      Self.fields.merging(["contactPersons[1].name": "Bo E.", "contactPersons[1].email": "bo@example.se"]) { $1 })
    _ = try report(office, "7", ["requester": "Bo Ek", "requesterEmail": "bo@example.se", "requesterPhone": "070-9"])
    #expect(try persons(office) == ["Bo Ek - 08-12 34 56", "Bo E. bo@example.se 070-9"])
  }

  @Test func whereTheSettingIsOffOnlyTheReferenceNamesTheRequester() throws {
    let office = try Office.withCustomer(Self.fields, [.saveRequester: 0])
    _ = try report(office, "7", ["requester": "Eva Al"])
    #expect(try persons(office) == ["Bo Ek - 08-12 34 56"])
    #expect(try office.value(.facilities) == Self.fields["facilities"])
    #expect(
      try office.value(.references)
        == #"[{"kind":"errorReport","number":"7","facility":"A1","requester":"Eva Al"}]"#)
  }

  /// As if the person had been typed into the card: with the same warnings, and refused for the same.
  @Test func aRequesterIsJudgedAsAContactPerson() throws {
    let office = try Office.withCustomer(Self.fields)
    let outcome = try report(office, "7", ["requester": "Anna", "requesterEmail": "anna"])
    #expect(outcome.warnings.map(\.problem.code).contains("email.shape"), "\(outcome.warnings)")
    let typed = try Office.withCustomer(Self.fields)
    _ = try typed.edit {
      try $0.edit(
        $0.customer("1001"),
        $0.assignments([
          .init(FieldPath("contactPersons[1].name")!, "Anna"), .init(FieldPath("contactPersons[1].email")!, "anna"),
        ]))
    }
    #expect(try persons(office) == persons(typed))
  }
}
