import ConfigurationFile
import CustomerModel
import Differ
import Documents
import ERPSandbox
import RegisterStore
import Testing
import Texts

@testable import Runs

/// Contact persons beyond the first, whose names Fortnox keeps in a list of their own (`/3/customerreferences`).
struct FurtherContactsTests {
  /// How it is told that the list could not be read, whatever the reason.
  private static let waits = SyncTexts.furtherContactsWait("Fortnox", reason: .unknown).untilUnknown

  private static let people = [
    "name": "Ettan AB", "contactPersons[0].name": "Anna Ek", "contactPersons[1].name": "Bo Ask",
    "contactPersons[1].email": "bo@example.se", "contactPersons[1].phone": "08-1", "contactPersons[2].name": "Cia By",
  ]

  private func names(_ rehearsal: Rehearsal, _ number: String = "1001") throws -> [String?] {
    let card = try #require(try rehearsal.card(number))
    return (0..<card.contactPersonCount).map { card[path("contactPersons[\($0)].name")] }
  }

  @Test func namesGoBothWaysAndNobodyIsLost() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", Self.people)
      try await rehearsal.addThere("2001", ["name": "Tvåan AB", "contactPersons[0].name": "Olle Ö"])
      try await rehearsal.setReferencesThere("2001", ["Per Å", "olle ö", "Siv &amp; Co"])
      let outcome = try await rehearsal.sync()
      #expect(!outcome.needsAttention, "\(outcome.findings)")
      #expect(outcome.told.contains { $0.contains("2 added, 0 removed") }, "\(outcome.told)")
      #expect(try await rehearsal.there("1001", "contactPersons[0].name") == "Anna Ek")
      #expect(try await rehearsal.referencesThere("1001") == ["Bo Ask", "Cia By"])
      #expect(try names(rehearsal, "2001") == ["Olle Ö", "Per Å", "Siv & Co"])
      try await rehearsal.expectQuiet()
      // Added and taken away there: a new person, and nobody is lost.
      try await rehearsal.setReferencesThere("1001", ["Cia By", "Dan Fors"])
      try await rehearsal.nextNight()
      #expect(try names(rehearsal) == ["Anna Ek", "Bo Ask", "Cia By", "Dan Fors"])
      #expect(try rehearsal.here("1001", "contactPersons[1].email") == "bo@example.se")
      #expect(try rehearsal.here("1001", "contactPersons[1].phone") == "08-1")
      #expect(try await rehearsal.referencesThere("1001") == ["Cia By", "Dan Fors"])
      try await rehearsal.expectQuiet()
      // Added and taken away here.
      try rehearsal.editHere(
        "1001",
        [
          "contactPersons[2].name": "Dan Fors", "contactPersons[3].name": "Eva Grip", "contactPersons[1].phone": "08-2",
        ])
      try await rehearsal.nextNight()
      #expect(try await rehearsal.referencesThere("1001") == ["Dan Fors", "Eva Grip"])
      #expect(try names(rehearsal) == ["Anna Ek", "Bo Ask", "Dan Fors", "Eva Grip"])
      try await rehearsal.expectQuiet()
    }
  }

  @Test func aListThatTakesNoPageIsReadWhole() async throws {
    try await Rehearsal.run(.fortnox, seed: #"{"fortnox": {"pagesReferences": false}}"#) { rehearsal in
      try rehearsal.addHere("1001", Self.people)
      try await rehearsal.sync()
      #expect(try await rehearsal.referencesThere("1001") == ["Bo Ask", "Cia By"])
      try await rehearsal.expectQuiet()
    }
  }

  @Test func whoBecomesTheFirstThereStaysInTheListAndWhoWasItIsNotAddedToIt() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", Self.people)
      try await rehearsal.sync()
      try await rehearsal.editThere("1001", ["contactPersons[0].name": "Bo Ask"])
      try await rehearsal.nextNight()
      #expect(try names(rehearsal) == ["Bo Ask", "Anna Ek", "Cia By"])
      #expect(try rehearsal.here("1001", "contactPersons[0].email") == "bo@example.se")
      #expect(try await rehearsal.referencesThere("1001") == ["Bo Ask", "Cia By"])
      try await rehearsal.expectQuiet()
      // Nobody is lost when that one is named there after all.
      try await rehearsal.setReferencesThere("1001", ["Bo Ask", "Cia By", "Anna Ek"])
      try await rehearsal.nextNight()
      #expect(try names(rehearsal) == ["Bo Ask", "Anna Ek", "Cia By"])
      try await rehearsal.expectQuiet()
    }
  }

  /// Also when the list cannot be read in the night of the change.
  @Test(arguments: [false, true]) func whoGaveWayThereIsNotAddedToTheList(isListDown: Bool) async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB", "contactPersons[0].name": "Anna Ek"])
      try await rehearsal.sync()
      try await rehearsal.editThere("1001", ["contactPersons[0].name": "Eva Grip"])
      if isListDown { try await rehearsal.fault("status500", method: "GET", path: "/customerreferences", count: 3) }
      let outcome = try await rehearsal.nextNight()
      #expect(outcome.told.contains { $0.hasPrefix(Self.waits) } == isListDown)
      try await rehearsal.nextNight()
      #expect(try names(rehearsal) == ["Eva Grip", "Anna Ek"])
      #expect(try await rehearsal.referencesThere("1001") == [])
      try await rehearsal.expectQuiet()
      // Who is added here goes there.
      try rehearsal.editHere("1001", ["contactPersons[2].name": "Fia Hök"])
      try await rehearsal.nextNight()
      #expect(try await rehearsal.referencesThere("1001") == ["Fia Hök"])
    }
  }

  @Test func whoGivesWayByADecisionIsNotAddedToTheList() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB", "contactPersons[0].name": "Anna Ek"])
      try await rehearsal.sync()
      try rehearsal.editHere("1001", ["contactPersons[0].name": "Dan Fors"])
      try await rehearsal.editThere("1001", ["contactPersons[0].name": "Eva Grip"])
      let outcome = try await rehearsal.nextNight()
      #expect(outcome.codes == ["sync.conflict"])
      try rehearsal.resolve("1001", "contactPersons[0].name", .erp)
      try await rehearsal.nextNight()
      #expect(try names(rehearsal) == ["Eva Grip", "Dan Fors"])
      #expect(try await rehearsal.referencesThere("1001") == [])
      try await rehearsal.expectQuiet()
    }
  }

  @Test func aNameOfTheListNeverBecomesThatOfTheRecordByItself() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Tvåan AB"])
      try await rehearsal.setReferencesThere("2001", ["Dan Fors", "Eva Grip", "Fia Hök"])
      try await rehearsal.sync()
      #expect(try names(rehearsal, "2001") == ["Dan Fors", "Eva Grip", "Fia Hök"])
      try rehearsal.editHere("2001", ["comments": "Ringd"])
      try await rehearsal.nextNight()
      #expect(try await rehearsal.there("2001", "comments") == "Ringd")
      #expect(try await rehearsal.there("2001", "contactPersons[0].name") == nil)
      try await rehearsal.expectQuiet()
      // Who comes first when another goes is still one of the list.
      try rehearsal.editHere("2001", removal(of: 2, in: rehearsal, "2001", moving: ["Eva Grip", "Fia Hök"]))
      try await rehearsal.nextNight()
      #expect(try await rehearsal.referencesThere("2001") == ["Eva Grip", "Fia Hök"])
      #expect(try await rehearsal.there("2001", "contactPersons[0].name") == nil)
      try await rehearsal.expectQuiet()
      // A name that somebody gives the first person here is for the record.
      try rehearsal.editHere("2001", ["contactPersons[0].name": "Eva Grip Holm"])
      try await rehearsal.nextNight()
      #expect(try await rehearsal.there("2001", "contactPersons[0].name") == "Eva Grip Holm")
      #expect(try await rehearsal.referencesThere("2001") == ["Fia Hök"])
      #expect(try names(rehearsal, "2001") == ["Eva Grip Holm", "Fia Hök"])
      try await rehearsal.expectQuiet()
    }
  }

  @Test func whoIsNamedInTheRecordLaterComesBeforeThoseOfTheList() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Tvåan AB"])
      try await rehearsal.setReferencesThere("2001", ["Dan Fors"])
      try await rehearsal.sync()
      try await rehearsal.editThere("2001", ["contactPersons[0].name": "Eva Grip"])
      try await rehearsal.nextNight()
      #expect(try names(rehearsal, "2001") == ["Eva Grip", "Dan Fors"])
      #expect(try await rehearsal.referencesThere("2001") == ["Dan Fors"])
      try await rehearsal.expectQuiet()
    }
  }

  /// The place of the first is free only when the record was told that its person is gone.
  @Test func aNameOfTheListWaitsForARemovalOfTheRecordsPerson() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Tvåan AB", "contactPersons[0].name": "Olle Ö"])
      try await rehearsal.sync()
      try rehearsal.editHere("2001", removal(of: 0, in: rehearsal, "2001"))
      try await rehearsal.setReferencesThere("2001", ["Dan Fors"])
      try await rehearsal.nextNight()
      #expect(try await rehearsal.there("2001", "contactPersons[0].name") == nil)
      try await rehearsal.nextNight()
      #expect(try names(rehearsal, "2001") == ["Dan Fors"])
      #expect(try await rehearsal.there("2001", "contactPersons[0].name") == nil)
      #expect(try await rehearsal.referencesThere("2001") == ["Dan Fors"])
      try await rehearsal.expectQuiet()
    }
  }

  /// A removal that reaches some of the rows of a name only is done to its end, and brings nobody back.
  @Test(arguments: [nil, "dropBefore", "dropAfter", "status500", "status400"] as [String?], [0, 1])
  func allRowsOfANameAreRemoved(_ fault: String?, _ skip: Int) async throws {
    let rows = ["Bo Ask", "Cia By", "BO ASK", "Bo Ask"].map { #"{"CustomerNumber": "2001", "Reference": "\#($0)"}"# }
    let seed = """
      {"fortnox": {"customers": [{"CustomerNumber": "2001", "Name": "Tvåan AB", "YourReference": "Anna Ek"}],
        "references": [\(rows.joined(separator: ","))]}}
      """
    try await Rehearsal.run(.fortnox, seed: seed) { rehearsal in
      try await rehearsal.sync()
      #expect(try names(rehearsal, "2001") == ["Anna Ek", "Bo Ask", "Cia By"])
      try rehearsal.editHere("2001", removal(of: 2, in: rehearsal, "2001", moving: ["Anna Ek", "Cia By"]))
      if let fault { try await rehearsal.fault(fault, method: "DELETE", path: "/customerreferences", skip: skip) }
      let outcome = try await rehearsal.nextNight()
      if fault == nil { #expect(outcome.told.contains { $0.contains("0 added, 1 removed") }, "\(outcome.told)") }
      try await rehearsal.nextNight()
      try await rehearsal.nextNight()
      #expect(try await rehearsal.referencesThere("2001") == ["Cia By"])
      #expect(try names(rehearsal, "2001") == ["Anna Ek", "Cia By"])
      try await rehearsal.expectQuiet()
    }
  }

  /// The edit after which the persons of a card have these names, and there is nobody at a place and behind it.
  private func removal(
    of place: Int, in rehearsal: Rehearsal, _ number: String, moving names: [String] = []
  ) throws -> [String: String?] {
    let card = try #require(try rehearsal.card(number))
    var edit: [String: String?] = [:]
    for path in card.paths where path.field.isRepeated && path.position >= place { edit["\(path)"] = .some(nil) }
    for (position, name) in names.enumerated() { edit["contactPersons[\(position)].name"] = name }
    return edit
  }

  @Test func namesInPlainFormAndInOtherCaseAreTheSame() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere(
        "1001",
        [
          "name": "Ettan AB", "contactPersons[0].name": "Anna Ek", "contactPersons[1].name": "Bo \"Bosse\" Ask",
          "contactPersons[2].name": "CIA BY", "contactPersons[3].name": "Dan <x>",
        ])
      try await rehearsal.addThere("1001", ["name": "Ettan AB", "contactPersons[0].name": "Anna Ek"])
      try await rehearsal.setReferencesThere("1001", ["Cia By"])
      let outcome = try await rehearsal.sync()
      #expect(outcome.codes == ["out.characters"])
      #expect(try await rehearsal.referencesThere("1001") == ["Cia By", "Bo Bosse Ask"])
      #expect(try names(rehearsal) == ["Anna Ek", "Bo \"Bosse\" Ask", "CIA BY", "Dan <x>"])
      try await rehearsal.expectQuiet()
    }
  }

  @Test func aDryRunShowsWhatWouldBeSentAndWritesNothing() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB", "contactPersons[0].name": "Anna Ek"])
      try await rehearsal.sync()
      try rehearsal.editHere("1001", ["contactPersons[1].name": "Bo Ask"])
      try await rehearsal.setReferencesThere("1001", ["Cia By"])
      let there = try await rehearsal.stateThere()
      let outcome = try await rehearsal.sync { $0.isDryRun = true }
      #expect(try await rehearsal.stateThere() == there)
      #expect(try names(rehearsal) == ["Anna Ek", "Bo Ask"])
      #expect(
        outcome.requestsToSend.map { "\($0.method) \($0.path) \($0.body.json)" } == [
          #"POST /customerreferences {"CustomerReferenceRow":{"CustomerNumber":"1001","Reference":"Bo Ask"}}"#
        ])
      #expect(outcome.changes.map(\.number) == ["1001"])
    }
  }

  @Test func aCompanyWithoutTheRightGoesOnAndSaysSoOnce() async throws {
    let seed = #"{"fortnox": {"mayUseReferences": false}}"#
    try await Rehearsal.run(.fortnox, seed: seed) { rehearsal in
      for number in ["1001", "1002"] { try rehearsal.addHere(number, Self.people) }
      let outcome = try await rehearsal.sync()
      #expect(outcome.pushed.created == 2)
      #expect(!outcome.needsAttention, "\(outcome.findings)")
      #expect(
        outcome.notes.count { $0.text == SyncTexts.mayNotSeeFurtherContacts("Fortnox") } == 1, "\(outcome.told)")
      #expect(!outcome.told.contains { $0.hasPrefix(Self.waits) }, "\(outcome.told)")
      try await rehearsal.expectQuiet()
    }
  }

  @Test func anEmptyListTakesNobodyAway() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", Self.people)
      try await rehearsal.sync()
      try await rehearsal.setReferencesThere("1001", [])
      try await rehearsal.nextNight()
      #expect(try names(rehearsal) == ["Anna Ek", "Bo Ask", "Cia By"])
      #expect(try await rehearsal.referencesThere("1001") == [])
      try await rehearsal.setReferencesThere("1001", ["Bo Ask", "Cia By"])
      try await rehearsal.nextNight()
      #expect(try names(rehearsal) == ["Anna Ek", "Bo Ask", "Cia By"])
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: ["dropAfter", "status500After", "truncate", "dropBefore"], ["POST", "DELETE"])
  func aLostAnswerDoublesNobody(_ kind: String, _ method: String) async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", Self.people)
      if method == "DELETE" {
        try await rehearsal.sync()
        try rehearsal.editHere("1001", ["contactPersons[2].name": nil])
      }
      try await rehearsal.fault(kind, method: method, path: "/customerreferences")
      try await rehearsal.nextNight()
      try await rehearsal.nextNight()
      #expect(try await rehearsal.referencesThere("1001") == (method == "POST" ? ["Bo Ask", "Cia By"] : ["Bo Ask"]))
      try await rehearsal.expectQuiet()
    }
  }

  @Test func aRunThatDiesAnywhereDoublesNobody() async throws {
    let steps = try await Rehearsal.atEachStep(of: .fortnox) { rehearsal, step in
      try rehearsal.addHere("1001", Self.people)
      try await rehearsal.sync()
      try await rehearsal.advance(3600)
      try rehearsal.editHere(
        "1001", ["contactPersons[2].name": "Dan Fors", "contactPersons[3].name": "Eva Grip", "phone": "08-9"])
      try await rehearsal.setReferencesThere("1001", ["Bo Ask", "Cia By", "Fia Hök"])
      let crashed = try await rehearsal.crash(at: step)
      try await rehearsal.nextNight()
      try await rehearsal.nextNight()
      #expect(try names(rehearsal) == ["Anna Ek", "Bo Ask", "Dan Fors", "Eva Grip", "Fia Hök"], "died at \(step)")
      let there = try await rehearsal.referencesThere("1001").sorted()
      #expect(there == ["Bo Ask", "Dan Fors", "Eva Grip", "Fia Hök"], "died at \(step)")
      #expect(try await rehearsal.there("1001", "phone") == "08-9")
      try await rehearsal.expectQuiet("died at \(step)")
      return crashed
    }
    #expect(steps > 8)
  }

  @Test func aMappingThatKnowsNoPersonAsksForNoList() async throws {
    try await Rehearsal.run(.visma) { rehearsal in
      try rehearsal.addHere("1001", Self.people)
      let sent = try await rehearsal.requests { try await rehearsal.sync() }
      #expect(sent.allSatisfy { !$0.path.hasPrefix("/customerreferences") })
    }
  }
}
