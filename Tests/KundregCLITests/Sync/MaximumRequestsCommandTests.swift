import Foundation
import Testing

/// `sync --max-requests`: a run that may send only so much.
@Suite struct MaximumRequestsCommandTests {
  private static func rows(_ count: Int) -> String {
    "Kundnummer;Namn;Adress;Postnr;Ort\n"
      + (1001..<1001 + count).map { "\($0);Kund \($0) AB;Storgatan \($0);123 45;Storstad\n" }.joined()
  }

  @Test func endsInGoodOrderUntilNothingIsLeft() throws {
    let it = try SyncPlace()
    try it.importing(Self.rows(12))
    var runs: [JSON] = []
    repeat {
      runs.append(try it.sync(0, "--max-requests", "10", "--metrics", "kundreg.prom"))
      let more = runs.last?["more"] == .boolean(true) ? 1 : 0
      #expect(try it.place.text("kundreg.prom").contains("kundreg_sync_more{erp=\"fortnox\"} \(more)\n"))
      // Beyond what a pull takes anew of the last minutes.
      try it.sandbox.advanceClock(3600)
    } while runs.last?["more"] == .boolean(true) && runs.count < 40
    #expect(runs.count > 2)
    #expect(runs.last?["more"] == .boolean(false))
    #expect(runs.allSatisfy { ($0["requests"]?.int ?? 99) <= 10 })
    #expect(try it.sandbox.customers().count == 12)
    #expect(try it.sandbox.writes().count == 12)
    // Without a number the key says that all was done.
    #expect(try it.sync()["more"] == .boolean(false))
  }

  @Test func saysSoToPeople() throws {
    let it = try SyncPlace()
    try it.importing(Self.rows(12))
    let text = try it.place.expect(0, "sync", "fortnox", "--max-requests", "10", "--format", "table").stdout
    #expect(text.contains("  There is more to do, but this sync may send no more requests. "), "\(text)")
    #expect(text.contains("customers wait to be sent to Fortnox. The next sync goes on."), "\(text)")
  }

  @Test func eachSystemHasItsOwnNumber() throws {
    let it = try SyncPlace(hasVisma: true)
    try it.importing(Self.rows(12))
    let text = try it.place.expect(0, "sync", "--all", "--max-requests", "10", "--format", "csv").stdout
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let column = try #require(lines.first?.firstIndex(of: "requests"))
    let more = try #require(lines.first?.firstIndex(of: "more"))
    #expect(lines.count == 3)
    for line in lines.dropFirst() {
      #expect((5...10).contains(Int(line[column]) ?? 0), "\(text)")
      #expect(line[more] == "true", "\(text)")
    }
  }

  @Test(arguments: [
    (["--max-requests", "9"], "--max-requests must be at least 10, so that every sync gets something done."),
    (["--max-requests", "50", "--dry-run"], "--max-requests does not go with --dry-run, which shows all."),
  ])
  func refusesWhatCannotBe(_ arguments: [String], _ message: String) throws {
    let place = try Workplace()
    let outcome = try Program.run(["sync", "fortnox"] + arguments, in: place.path)
    #expect(outcome.status == 64)
    #expect(outcome.stderr.contains(message), "\(outcome.stderr)")
  }

  /// What a later system brings waits for the next run, and that is said.
  @Test func whatALaterSystemBringsIsSaidToWait() throws {
    let it = try SyncPlace(
      fortnox: SyncPlace.twoCustomers,
      visma: """
        {"CustomerNumber": "3001", "Name": "Bara i Visma AB", "InvoiceAddress1": "Storgatan 9",
         "InvoicePostalCode": "123 45", "InvoiceCity": "Storstad",
         "TermsOfPaymentId": "3f1a0b52-6c1d-4e0f-9a77-000000000030", "IsPrivatePerson": false, "IsActive": true}
        """, hasVisma: true)
    let outcome = try it.place.expect(0, "sync", "--all", "--yes", "--max-requests", "50")
    let objects = try SyncSummaryTests.documents(outcome.stdout)
    #expect(objects.map { $0["more"] } == [.boolean(true), .boolean(false)])
    let note = "1 customer that changed since then waits to be sent to Fortnox. The next sync goes on."
    #expect(
      objects[0]["notes"]?.elements.compactMap(\.text)
        == ["There is more to do, but this sync may send no more requests. \(note)"])
    #expect(try it.sandbox.customer("3001") == nil)
    // The account that the register keeps says so, too, and so does `erp status`.
    let run = try #require(objects[0]["run"]?.int)
    #expect(try it.place.succeed("runs", "show", String(run)).json()["report"]?["more"] == .boolean(true))
    let status = try it.place.succeed("erp", "status").json()
    #expect(status[0]?["more"]?.text?.hasSuffix(": " + note) == true, "\(status)")
    #expect(status[1]?["more"] == .null)
    let next = try SyncSummaryTests.documents(it.place.expect(0, "sync", "--all", "--max-requests", "50").stdout)
    #expect(next.map { $0["more"] } == [.boolean(false), .boolean(false)])
    #expect(try it.sandbox.customer("3001")?["Name"]?.text == "Bara i Visma AB")
    #expect(try it.place.succeed("erp", "status").json()[0]?["more"] == .null)
  }

  /// A run that was cut short in good order did not fail, and left something.
  @Test func statusShowsWhatACutRunLeft() throws {
    let it = try SyncPlace()
    try it.importing(Self.rows(12))
    try it.sandbox.fault(#"{"kind": "status500", "system": "fortnox", "method": "GET", "count": 3}"#)
    try it.sync(69)
    try it.sync(0, "--max-requests", "10")
    let status = try #require(it.place.succeed("erp", "status").json()[0])
    #expect(status["more"]?.text?.contains(" wait to be sent to Fortnox. The next sync goes on.") == true, "\(status)")
    #expect(status["last failure"] == .null)
    try it.sync(0)
    #expect(try it.place.succeed("erp", "status").json()[0]?["more"] == .null)
  }
}
