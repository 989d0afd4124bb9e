import Foundation
import Testing

/// The file that node_exporter's textfile collector reads.
@Suite struct SyncMetricsTests {
  @Test func fileIsAsPrometheusReadsIt() throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers, hasVisma: true)
    try it.importing("Kundnummer;Namn\n1003;Ny Kund AB\n")
    let outcome = try it.place.run("sync", "--all", "--yes", "--metrics", "kundreg.prom")
    #expect([0, 2].contains(outcome.status), "\(outcome.stderr)")
    let text = try it.place.text("kundreg.prom")
    #expect(text.hasSuffix("\n"))

    var helped: [String] = []
    var typed: [String] = []
    var samples: [String: Double] = [:]
    for line in text.split(separator: "\n").map(String.init) {
      if let help = line.wholeMatch(of: #/# HELP ([a-z_]+) \S.*/#) {
        helped.append(String(help.1))
      } else if let type = line.wholeMatch(of: #/# TYPE ([a-z_]+) (gauge|counter)/#) {
        typed.append(String(type.1))
      } else {
        let sample = try #require(
          line.wholeMatch(of: #/([a-z_]+)\{([a-z]+="[a-z_]+"(?:,[a-z]+="[a-z_]+")*)\} (-?[0-9.e+]+)/#),
          "no sample: \(line)")
        let key = "\(sample.1){\(sample.2)}"
        #expect(samples.updateValue(try #require(Double(sample.3)), forKey: key) == nil, "twice: \(key)")
        // A metric's lines stand together, below its HELP and TYPE.
        #expect(typed.last == String(sample.1))
      }
    }
    #expect(helped == typed)
    #expect(Set(helped).count == helped.count)
    #expect(
      Set(helped)
        == Set(
          [
            "last_success_timestamp_seconds", "exit_status", "queue_length", "conflicts", "customers",
            "duration_seconds",
            "requests", "throttled", "more",
          ].map { "kundreg_sync_\($0)" }))
    #expect(samples["kundreg_sync_customers{erp=\"fortnox\",result=\"pulled_created\"}"] == 2)
    #expect(samples["kundreg_sync_customers{erp=\"fortnox\",result=\"pushed_created\"}"] == 1)
    #expect(samples["kundreg_sync_throttled{erp=\"fortnox\"}"] == 0)
    #expect(samples["kundreg_sync_exit_status{erp=\"fortnox\"}"] == 0)
    let success = try #require(samples["kundreg_sync_last_success_timestamp_seconds{erp=\"fortnox\"}"])
    #expect(abs(success - Date().timeIntervalSince1970) < 600)
  }

  @Test func failedSyncKeepsTheLastSuccess() throws {
    let it = try SyncPlace.inStep()
    it.sandbox.stop()
    try it.place.expect(69, "sync", "fortnox", "--metrics", "kundreg.prom")
    let text = try it.place.text("kundreg.prom")
    #expect(text.contains("kundreg_sync_exit_status{erp=\"fortnox\"} 69"))
    #expect(text.contains("kundreg_sync_last_success_timestamp_seconds{erp=\"fortnox\"} "))
  }
}
