import ConfigurationFile
import CustomerModel
import Differ
import Documents
import ERPSandbox
import RegisterStore
import Runs
import Testing

/// Contact persons beyond the first, whose names Fortnox keeps in a list of their own (`/3/customerreferences`).
struct FurtherContactsTests {
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
      #expect(outcome.notes.contains { $0.contains("2 added, 0 removed") }, "\(outcome.notes)")
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

  @Test func whoBecomesTheFirstThereStaysInTheList() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", Self.people)
      try await rehearsal.sync()
      try await rehearsal.editThere("1001", ["contactPersons[0].name": "Bo Ask"])
      try await rehearsal.nextNight()
      #expect(try names(rehearsal) == ["Bo Ask", "Anna Ek", "Cia By"])
      #expect(try rehearsal.here("1001", "contactPersons[0].email") == "bo@example.se")
      #expect(try await rehearsal.referencesThere("1001") == ["Bo Ask", "Cia By", "Anna Ek"])
      try await rehearsal.expectQuiet()
    }
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
      #expect(outcome.notes.count { $0.contains("further contact persons") } == 1, "\(outcome.notes)")
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
    var step = 0
    var isEnded = false
    while !isEnded {
      step += 1
      let here = step
      isEnded = try await Rehearsal.run(.fortnox) { rehearsal in
        try rehearsal.addHere("1001", Self.people)
        try await rehearsal.sync()
        try await rehearsal.advance(3600)
        try rehearsal.editHere(
          "1001", ["contactPersons[2].name": "Dan Fors", "contactPersons[3].name": "Eva Grip", "phone": "08-9"])
        try await rehearsal.setReferencesThere("1001", ["Bo Ask", "Cia By", "Fia Hök"])
        let crashed = try await rehearsal.crash(at: here)
        try await rehearsal.nextNight()
        try await rehearsal.nextNight()
        #expect(try names(rehearsal) == ["Anna Ek", "Bo Ask", "Dan Fors", "Eva Grip", "Fia Hök"], "died at \(here)")
        let there = try await rehearsal.referencesThere("1001").sorted()
        #expect(there == ["Bo Ask", "Dan Fors", "Eva Grip", "Fia Hök"], "died at \(here)")
        #expect(try await rehearsal.there("1001", "phone") == "08-9")
        try await rehearsal.expectQuiet("died at \(here)")
        return !crashed
      }
    }
    #expect(step > 8)
  }

  @Test func aMappingThatKnowsNoPersonAsksForNoList() async throws {
    try await Rehearsal.run(.visma) { rehearsal in
      try rehearsal.addHere("1001", Self.people)
      let sent = try await rehearsal.requests { try await rehearsal.sync() }
      #expect(sent.allSatisfy { !$0.path.hasPrefix("/customerreferences") })
    }
  }
}
