import ConfigurationFile
import CustomerModel
import ERPSandbox
import Mapping
import RegisterStore
import Runs
import Testing

/// Texts that Fortnox holds otherwise than the register: plain characters, and the `&amp;` of HTML.
struct FortnoxTextsTests {
  private static let quoted = [
    "name": "Bygg \"Norr\" AB", "comments": "Ring först…\n\t”Väst” — 2 st", "invoiceAddress.line1": "Gården «Ro»",
    "contactPersons[0].name": "Anna \"Ann\" Ek", "phone": "08‑12 34",
  ]
  private static let plain = [
    "name": "Bygg Norr AB", "comments": "Ring först...\n Väst - 2 st", "invoiceAddress.line1": "Gården Ro",
    "contactPersons[0].name": "Anna Ann Ek", "phone": "08-12 34",
  ]

  private func expectBothTheirOwn(
    _ rehearsal: Rehearsal, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    for (field, value) in Self.quoted {
      #expect(try rehearsal.here("1001", field) == value, sourceLocation: sourceLocation)
      #expect(try await rehearsal.there("1001", field) == Self.plain[field], sourceLocation: sourceLocation)
    }
    #expect(
      try rehearsal.register.read { try $0.conflicts(system: nil, customer: nil) }.isEmpty,
      sourceLocation: sourceLocation)
  }

  @Test func plainFormsAreSentToldOnceAndNeverComeBack() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", Self.quoted)
      try rehearsal.addHere("1002", ["name": "\"Tvåan\" AB"])
      let planned = try await rehearsal.sync { $0.isDryRun = true }
      #expect(planned.told.count { $0.contains("6 values would be sent in plain form") } == 1, "\(planned.told)")
      let outcome = try await rehearsal.sync()
      #expect(outcome.pushed.created == 2)
      #expect(!outcome.needsAttention, "\(outcome.findings)")
      #expect(
        outcome.told.count { $0.contains("6 values were sent in plain form; one of them is “name” of customer 1001.") }
          == 1,
        "\(outcome.told)")
      try await expectBothTheirOwn(rehearsal)
      try await rehearsal.expectQuiet()
      // A change of another field brings the record in and out once more.
      try await rehearsal.editThere("1001", ["mobile": "070-1"])
      try rehearsal.editHere("1001", ["email": "norr@example.se"])
      try await rehearsal.nextNight { $0.isFull = true }
      try await rehearsal.nextNight()
      #expect(try await rehearsal.there("1001", "email") == "norr@example.se")
      try await expectBothTheirOwn(rehearsal)
      try await rehearsal.expectQuiet()
      // What somebody types there is a change like any other.
      try await rehearsal.editThere("1001", ["name": "Bygg Norr och Söder AB"])
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("1001", "name") == "Bygg Norr och Söder AB")
    }
  }

  @Test func customersThatMeetInTheTwoFormsAreTheSame() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", Self.quoted)
      try await rehearsal.addThere("1001", Self.plain)
      let sent = try await rehearsal.requests {
        let outcome = try await rehearsal.sync()
        #expect(!outcome.needsAttention, "\(outcome.findings)")
      }
      #expect(sent.filter(\.isWriting) == [])
      try await expectBothTheirOwn(rehearsal)
      // A change here that is none there is not sent.
      try rehearsal.editHere("1001", ["name": "«Bygg Norr» AB"])
      let again = try await rehearsal.requests { try await rehearsal.nextNight() }
      #expect(again.filter(\.isWriting) == [])
      #expect(try rehearsal.here("1001", "name") == "«Bygg Norr» AB")
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: [("POST", "dropAfter"), ("PUT", "dropAfter"), ("PUT", "status500After"), ("POST", "truncate")])
  func aLostAnswerLeavesBothTheirOwn(_ method: String, _ kind: String) async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      if method == "PUT" {
        try rehearsal.addHere("1001", ["name": "Ettan AB"])
        try await rehearsal.sync()
        try rehearsal.editHere("1001", Self.quoted.mapValues { Optional($0) })
      } else {
        try rehearsal.addHere("1001", Self.quoted)
      }
      try await rehearsal.advance(3600)
      try await rehearsal.fault(kind, method: method)
      try await rehearsal.sync()
      try await rehearsal.nextNight()
      try await expectBothTheirOwn(rehearsal)
      try await rehearsal.expectQuiet()
    }
  }

  @Test(arguments: [false, true])
  func aRunThatDiesAnywhereLeavesBothTheirOwn(isNew: Bool) async throws {
    let steps = try await Rehearsal.atEachStep(of: .fortnox) { rehearsal, step in
      if !isNew {
        try rehearsal.addHere("1001", ["name": "Ettan AB"])
        try await rehearsal.sync()
        try await rehearsal.advance(3600)
        try rehearsal.editHere("1001", Self.quoted.mapValues { Optional($0) })
      } else {
        try rehearsal.addHere("1001", Self.quoted)
      }
      let crashed = try await rehearsal.crash(at: step)
      try await rehearsal.nextNight()
      try await rehearsal.nextNight()
      try await expectBothTheirOwn(rehearsal)
      try await rehearsal.expectQuiet("died at \(step)")
      return crashed
    }
    #expect(steps > 5)
  }

  @Test func whatHasNoPlainFormIsStillNotSent() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      for (index, text) in ["<", "[x]", "{", "a|b", "~", "😀"].enumerated() {
        try rehearsal.addHere(String(1001 + index), ["name": "Kund AB", "comments": "\"A\" \(text)"])
      }
      let outcome = try await rehearsal.sync()
      #expect(outcome.pushed.created == 6)
      #expect(outcome.codes == Array(repeating: "out.characters", count: 6))
      #expect(!outcome.told.contains { $0.contains("plain form") })
      #expect(try await rehearsal.there("1001", "comments") == nil)
    }
  }

  /// A mapping of one's own may leave the plain forms out.
  @Test func aMappingWithoutThemSendsNoPlainForm() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      let mapping = try MappingFile(
        json: Array(
          #"""
          {"name": "own", "direction": "both", "columns": [
            {"field": "number", "headers": ["CustomerNumber"], "required": true, "onlyOnCreation": true},
            {"field": "name", "headers": ["Name"], "required": true},
            {"field": "comments", "headers": ["Comments"]}]}
          """#.utf8), origin: "own.json")
      try rehearsal.addHere("1001", ["name": "Ettan AB", "comments": "Säger \"nej\""])
      let outcome = try await rehearsal.sync(mapping: mapping)
      #expect(outcome.codes == ["out.characters"])
      #expect(try await rehearsal.there("1001", "comments") == nil)
    }
  }

  // MARK: &amp;

  @Test func namesThatAreStoredAsHTMLAreReadAndNotPushedBack() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try await rehearsal.addThere(
        "2001", ["name": "Ek &amp; Bok AB", "comments": "&lt;Obs&gt; &quot;A&#39;s&quot;", "phone": "08-1"])
      // The same, typed literally, or read by an earlier version.
      try rehearsal.addHere("2002", ["name": "AT&amp;T AB"])
      try await rehearsal.addThere("2002", ["name": "AT&amp;T AB"])
      try rehearsal.addHere("2003", ["name": "Rör & Fog AB"])
      try await rehearsal.addThere("2003", ["name": "Rör &amp; Fog AB"])
      let sent = try await rehearsal.requests {
        let outcome = try await rehearsal.sync()
        #expect(!outcome.needsAttention, "\(outcome.findings)")
      }
      #expect(sent.filter(\.isWriting) == [])
      #expect(try rehearsal.here("2001", "name") == "Ek & Bok AB")
      #expect(try rehearsal.here("2001", "comments") == "<Obs> \"A's\"")
      #expect(try rehearsal.here("2003", "name") == "Rör & Fog AB")
      try await rehearsal.expectQuiet()
      // A change of another field leaves the name as it stands there.
      try rehearsal.editHere("2001", ["phone": "08-2"])
      try await rehearsal.nextNight()
      #expect(try await rehearsal.there("2001", "phone") == "08-2")
      #expect(try await rehearsal.there("2001", "name") == "Ek &amp; Bok AB")
      try rehearsal.editHere("2001", ["name": "Ek & Bok i Norr AB"])
      try await rehearsal.nextNight()
      #expect(try await rehearsal.there("2001", "name") == "Ek & Bok i Norr AB")
      try await rehearsal.expectQuiet()
    }
  }

  @Test func aSystemThatShowsEveryTextAsHTMLAgreesAllTheSame() async throws {
    try await Rehearsal.run(.fortnox, seed: #"{"fortnox": {"encodesEntities": true}}"#) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ek & O'Brien AB", "comments": "A & B"])
      try await rehearsal.addThere("2001", ["name": "Rör & Fog AB"])
      let outcome = try await rehearsal.sync()
      #expect(!outcome.needsAttention, "\(outcome.findings)")
      #expect(try rehearsal.here("2001", "name") == "Rör & Fog AB")
      try await rehearsal.expectAgreement(numbers: ["1001", "2001"])
      try await rehearsal.expectQuiet()
      try rehearsal.editHere("1001", ["name": "Ek & Son AB"])
      try await rehearsal.nextNight()
      try await rehearsal.expectAgreement()
      try await rehearsal.expectQuiet()
    }
  }

  // MARK: EmailInvoice

  @Test func theAddressForInvoicesIsReadWhereThereIsNoOtherAndNeverCopied() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try await rehearsal.addThere("2001", ["name": "Ettan AB"])
      try await rehearsal.editRecord("2001", ["EmailInvoice": "faktura@example.se"])
      try await rehearsal.sync()
      #expect(try rehearsal.here("2001", "email") == "faktura@example.se")
      try rehearsal.editHere("2001", ["phone": "08-2"])
      try await rehearsal.nextNight()
      let record = { try #require(try await rehearsal.recordsThere().first) }
      #expect(try await record()["Email"]?.text == nil)
      #expect(try await record()["Phone1"]?.text == "08-2")
      try await rehearsal.expectQuiet()
      // Another address for invoices is a change.
      try await rehearsal.editRecord("2001", ["EmailInvoice": "ny@example.se"])
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("2001", "email") == "ny@example.se")
      // Cleared here, it stays cleared, and nothing is sent for ever.
      try rehearsal.editHere("2001", ["email": nil])
      let sent = try await rehearsal.requests {
        for _ in 1...2 {
          let outcome = try await rehearsal.nextNight { $0.isFull = true }
          #expect(!outcome.needsAttention, "\(outcome.findings)")
        }
      }
      #expect(sent.filter(\.isWriting) == [])
      #expect(try rehearsal.here("2001", "email") == nil)
      // An address here goes to Email, and the one for invoices stays.
      try rehearsal.editHere("2001", ["email": "info@example.se"])
      try await rehearsal.nextNight()
      #expect(try await record()["Email"]?.text == "info@example.se")
      #expect(try await record()["EmailInvoice"]?.text == "ny@example.se")
      try await rehearsal.expectQuiet()
      // Where Email has a value, it alone counts.
      try await rehearsal.editRecord("2001", ["Email": "annan@example.se", "EmailInvoice": "x@example.se"])
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("2001", "email") == "annan@example.se")
      // Taken away here, it is taken away there, and that the other is still told brings nothing back.
      try rehearsal.editHere("2001", ["email": nil])
      try await rehearsal.nextNight()
      #expect(try await record()["Email"]?.text == nil)
      try await rehearsal.nextNight { $0.isFull = true }
      #expect(try rehearsal.here("2001", "email") == nil)
      try await rehearsal.expectQuiet()
    }
  }

  @Test func anAddressHereIsNeitherReplacedNorSentUnaskedAtTheFirstMeeting() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB", "email": "info@example.se"])
      try rehearsal.addHere("1002", ["name": "Tvåan AB", "email": "faktura@example.se"])
      for number in ["1001", "1002"] {
        try await rehearsal.addThere(number, ["name": number == "1001" ? "Ettan AB" : "Tvåan AB"])
        try await rehearsal.editRecord(number, ["EmailInvoice": "faktura@example.se"])
      }
      let outcome = try await rehearsal.sync()
      #expect(outcome.codes == ["sync.conflict"])
      #expect(try await rehearsal.recordsThere().allSatisfy { $0["Email"]?.text == nil })
      try rehearsal.resolve("1001", "email", .register)
      try await rehearsal.nextNight()
      #expect(try await rehearsal.recordsThere().map { $0["Email"]?.text } == ["info@example.se", nil])
      try await rehearsal.expectQuiet()
    }
  }
}
