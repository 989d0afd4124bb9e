import AccountingSystems
import ConfigurationFile
import CustomerModel
import Differ
import Runs
import Testing

/// A run that dies between any two steps: the next ones bring everything to where an undisturbed run would have.
struct SyncCrashTests {
  /// Work of every kind for one run.
  private func prepare(_ rehearsal: Rehearsal) async throws {
    try rehearsal.addHere("1001", ["name": "Ettan AB", "phone": "08-1"])
    try rehearsal.addHere("1002", ["name": "Tvåan AB", "email": "tva@example.se"])
    try await rehearsal.addThere("2001", ["name": "Där ett AB"])
    try await rehearsal.addThere("2002", ["name": "Där två AB"])
    try await rehearsal.sync()
    try await rehearsal.advance(3600)
    try rehearsal.editHere("1001", ["phone": "08-2"])
    try rehearsal.editHere("1002", ["email": nil, "active": "0"])
    try rehearsal.addHere("1003", ["name": "Ny här AB"])
    try rehearsal.editHere("2002", ["comments": "Här"])
    try await rehearsal.editThere("1001", ["email": "ett@example.se"])
    try await rehearsal.editThere("2001", ["phone": "08-3", "contactPersons[0].name": "Anna Ek"])
    try await rehearsal.addThere("2003", ["name": "Ny där AB"])
  }

  private func expectAllOfIt(_ rehearsal: Rehearsal, _ comment: Comment) async throws {
    try await rehearsal.expectAgreement(numbers: ["1001", "1002", "1003", "2001", "2002", "2003"], comment)
    #expect(try rehearsal.here("1001", "phone") == "08-2", comment)
    #expect(try rehearsal.here("1001", "email") == "ett@example.se", comment)
    #expect(try rehearsal.here("1002", "email") == nil, comment)
    #expect(try rehearsal.here("1002", "active") == "0", comment)
    #expect(try rehearsal.here("2001", "phone") == "08-3", comment)
    #expect(try rehearsal.here("2001", "contactPersons[0].name") == "Anna Ek", comment)
    #expect(try await rehearsal.there("2002", "comments") == "Här", comment)
  }

  @Test(arguments: Side.allCases, [false, true])
  func aRerunConvergesWhereverTheRunDied(_ side: Side, isFull: Bool) async throws {
    // A full run differs in its list only, so that every third step will do.
    let steps = try await Rehearsal.atEachStep(of: side, every: isFull ? 3 : 1) { rehearsal, step in
      try await prepare(rehearsal)
      let crashed = try await rehearsal.crash(at: step) { $0.isFull = isFull }
      try await rehearsal.nextNight()
      try await rehearsal.nextNight()
      try await expectAllOfIt(rehearsal, "died at step \(step)")
      try await rehearsal.expectQuiet("died at step \(step)")
      return crashed
    }
    #expect(steps > 15)
  }

  /// What is done here while a run is under way is as good as what was done before.
  @Test(arguments: Side.allCases)
  func anEditHereAtAnyMomentOfARunIsNotLost(_ side: Side) async throws {
    let steps = try await Rehearsal.atEachStep(of: side) { rehearsal, step in
      try await prepare(rehearsal)
      let service = SteppingService(rehearsal.service(), at: step) {
        try rehearsal.editHere("1001", ["mobile": "070-9"])
        try rehearsal.editHere("1003", ["name": "Nyare här AB"])
        return false
      }
      try await rehearsal.sync(service: service)
      try await rehearsal.nextNight()
      try await rehearsal.nextNight()
      let comment: Comment = "edited at step \(step)"
      try await expectAllOfIt(rehearsal, comment)
      if service.isReached {
        #expect(try await rehearsal.there("1001", "mobile") == "070-9", comment)
        #expect(try await rehearsal.there("1003", "name") == "Nyare här AB", comment)
      }
      try await rehearsal.expectQuiet(comment)
      return service.isReached
    }
    #expect(steps > 15)
  }

  /// The night's run dies while its request is answered, and by day the customer is edited again: that is no conflict.
  @Test(arguments: Side.allCases)
  func anEditAfterARunThatDiedIsNoConflict(_ side: Side) async throws {
    let steps = try await Rehearsal.atEachStep(of: side) { rehearsal, step in
      try rehearsal.addHere("1001", ["name": "Ettan AB"])
      try await rehearsal.sync()
      try await rehearsal.advance(3600)
      try rehearsal.editHere("1001", ["phone": "08-2"])
      try rehearsal.addHere("1002", ["name": "Tvåan AB", "phone": "08-3"])
      let crashed = try await rehearsal.crash(at: step)
      try await rehearsal.advance(3600)
      try rehearsal.editHere("1001", ["phone": nil])
      try rehearsal.editHere("1002", ["name": "Helt Omdöpt HB", "invoiceAddress.line1": "Ny gata 1", "phone": nil])
      let outcome = try await rehearsal.nextNight()
      #expect(!outcome.needsAttention, "died at step \(step)")
      try await rehearsal.expectAgreement(numbers: ["1001", "1002"], "died at step \(step)")
      return crashed
    }
    #expect((11...40).contains(steps))
  }
}
