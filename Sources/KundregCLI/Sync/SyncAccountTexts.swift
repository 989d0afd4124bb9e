import Texts

/// The account of a sync.
enum SyncAccountTexts {
  // MARK: What was done

  static func didRun(_ label: String, system: String, run: Int) -> Text {
    Text(en: "\(label) (\(system)), run \(run)", sv: "\(label) (\(system)), körning \(run)")
  }

  static func wasRehearsed(_ label: String, system: String) -> Text {
    Text(
      en: "\(label) (\(system)), dry run: nothing was written on either side",
      sv: "\(label) (\(system)), provkörning: inget skrevs på någon sida")
  }

  static func didNotMerge(_ label: String, system: String) -> Text {
    Text(en: "\(label) (\(system)), nothing was merged", sv: "\(label) (\(system)), inget slogs ihop")
  }

  static func wasStoppedBefore(_ label: String, system: String) -> Text {
    Text(
      en: "Stopped before the sync with \(label) (\(system)) began. The next run does it.",
      sv: "Stoppades innan synken med \(label) (\(system)) hade börjat. Nästa körning gör den.")
  }

  static let isStopping = Text(
    en: "stopping after the request in flight", sv: "stoppar efter det pågående anropet")

  // MARK: How many

  static func pulled(
    _ label: String, fetched: Int, created: Int, updated: Int, unchanged: Int, rejected: Int
  ) -> Text {
    Text(
      en:
        "from \(label): \(fetched) fetched, \(created) created, \(updated) updated, \(unchanged) unchanged, \(rejected) rejected",
      sv:
        "från \(label): \(fetched) hämtade, \(created) skapade, \(updated) ändrade, \(unchanged) oförändrade, \(rejected) avvisade"
    )
  }

  static func pushed(_ label: String, created: Int, updated: Int, failed: Int, queued: Int) -> Text {
    Text(
      en: "to \(label): \(created) created, \(updated) updated, \(failed) failed, \(queued) queued",
      sv: "till \(label): \(created) skapade, \(updated) ändrade, \(failed) misslyckade, \(queued) i kö")
  }

  static func requests(_ count: Int, conflicts: Int, throttled: Int, seconds: String) -> Text {
    Text(
      en: "\(conflicts) in conflict, \(count.counted("request")), \(throttled) throttled, \(seconds) s",
      sv: "\(conflicts) i konflikt, \(count.counted("anrop", "anrop")), \(throttled) bromsade, \(seconds) s")
  }

  // MARK: Rehearsals and findings

  static func wouldBeSent(_ number: String, method: String, path: String) -> Text {
    Text(
      en: "\(number)  would be sent: \(method) \(path)", sv: "\(number)  skulle skickas: \(method) \(path)")
  }

  static func ofCustomer(_ number: String, _ finding: Text) -> Text {
    Text(en: "Customer \(number): \(finding.english)", sv: "Kund \(number): \(finding.swedish)")
  }
}
