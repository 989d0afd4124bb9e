import CustomerModel
import Texts

/// What is told of a sync as a whole. A `label` is what a person calls the accounting system, such as Fortnox.
enum SyncTexts {
  // MARK: Options without effect

  static func noOurReference(_ label: String) -> Text {
    Text(
      en: "\(label) has no field for our reference on a customer, so assignedToOurReference does nothing here.",
      sv: "\(label) har inget fält för vår referens på en kund, så assignedToOurReference gör inget här.")
  }

  static func noLabels(_ label: String) -> Text {
    Text(
      en: "\(label) has no labels of customers, so labelsAsTags does nothing here.",
      sv: "\(label) har inga etiketter på kunder, så labelsAsTags gör inget här.")
  }

  static func noEvents(_ label: String) -> Text {
    Text(
      en: "\(label) has no events that are known here, so changeEvents does nothing here.",
      sv: "\(label) har inga händelser som är kända här, så changeEvents gör inget här.")
  }

  // MARK: What is left to be done

  static let hasMore = Text(
    en: "There is more to do, but this sync may send no more requests.",
    sv: "Mer återstår, men den här synken får inte skicka fler anrop.")

  static func moreToFetch(_ label: String) -> Text {
    Text(
      en:
        "\(label) has more to be fetched. What was fetched is kept, and the next sync goes on from there. Until all is there, nothing is merged and nothing is sent.",
      sv:
        "Det finns mer att hämta från \(label). Det som hämtats behålls, och nästa synk fortsätter därifrån. Tills allt är hämtat slås inget ihop och inget skickas."
    )
  }

  static func waitToBeSent(_ count: Int, to label: String) -> Text {
    Text(
      en: "\(count.counted("customer waits", "customers wait")) to be sent to \(label). The next sync goes on.",
      sv: "\(count.counted("kund väntar", "kunder väntar")) på att skickas till \(label). Nästa synk fortsätter.")
  }

  static func changedSinceThen(_ count: Int, label: String) -> Text {
    Text(
      en:
        "\(count.counted("customer that changed since then waits", "customers that changed since then wait")) to be sent to \(label). The next sync goes on.",
      sv:
        "\(count.counted("kund som ändrats sedan dess väntar", "kunder som ändrats sedan dess väntar")) på att skickas till \(label). Nästa synk fortsätter."
    )
  }

  static func namesWaitToBeSent(to label: String) -> Text {
    Text(
      en: "Names of contact persons wait to be sent to \(label). The next sync goes on.",
      sv: "Namn på kontaktpersoner väntar på att skickas till \(label). Nästa synk fortsätter.")
  }

  static func matchesAreNotShown(_ count: Int, label: String) -> Text {
    Text(
      en:
        "Nothing was sent to \(label): \(count.counted("customer waits", "customers wait")) until you have seen the matches.",
      sv:
        "Inget har skickats till \(label): \(count.counted("kund väntar", "kunder väntar")) tills du har sett matchningarna."
    )
  }

  static let rehearsalIsNotWhole = Text(
    en:
      "This lacks what the systems that could not be asked would bring. So the matches of a first sync do not count as shown.",
    sv:
      "Här saknas det som kommer från de system som inte kunde tillfrågas. Därför räknas matchningarna i en första synk inte som visade."
  )

  // MARK: Contact persons

  static func mayNotSeeFurtherContacts(_ label: String) -> Text {
    Text(
      en:
        "\(label) does not let this login see the further contact persons of its customers (customer references): only the first one's name is synced.",
      sv:
        "\(label) låter inte den här inloggningen se fler kontaktpersoner på kunderna (kundreferenser): bara den förstas namn synkas."
    )
  }

  static func furtherContactsWait(_ label: String, reason: Text) -> Text {
    Text(
      en: "The further contact persons in \(label) wait for the next sync: \(reason.english)",
      sv: "Övriga kontaktpersoner i \(label) väntar till nästa synk: \(reason.swedish)")
  }

  static func contactNames(_ label: String, added: Int, removed: Int, isDryRun: Bool) -> Text {
    isDryRun
      ? Text(
        en: "Names of contact persons in \(label): \(added) would be added, \(removed) would be removed.",
        sv: "Namn på kontaktpersoner i \(label): \(added) skulle läggas till, \(removed) skulle tas bort.")
      : Text(
        en: "Names of contact persons in \(label): \(added) added, \(removed) removed.",
        sv: "Namn på kontaktpersoner i \(label): \(added) tillagda, \(removed) borttagna.")
  }

  // MARK: What was sent

  static func newCustomersWait(_ count: Int) -> Text {
    Text(
      en:
        "\(count.counted("new customer waits", "new customers wait")) until then; changes of those that are there are sent all the same.",
      sv:
        "\(count.counted("ny kund väntar", "nya kunder väntar")) till dess; ändringar av dem som redan finns där skickas ändå."
    )
  }

  /// - Parameter first: whose value it is, of the first one.
  static func sentPlainly(
    _ count: Int, first: (number: String, path: FieldPath), label: String, isDryRun: Bool
  ) -> Text {
    [
      Text(
        en: "\(label) does not take every character (no double quotation marks, no dashes but - and –).",
        sv: "\(label) tar inte alla tecken (inga dubbla citattecken, inga streck utom - och –)."),
      plainValues(count, field: "\(first.path)", number: first.number, isDryRun: isDryRun),
      Text(en: "The register keeps its own.", sv: "Registret behåller sina egna."),
    ].joined()
  }

  private static func plainValues(_ count: Int, field: String, number: String, isDryRun: Bool) -> Text {
    switch (count == 1, isDryRun) {
    case (true, true):
      Text(
        en: "1 value would be sent in plain form: “\(field)” of customer \(number).",
        sv: "1 värde skulle skickas i enkel form: ”\(field)” för kund \(number).")
    case (true, false):
      Text(
        en: "1 value was sent in plain form: “\(field)” of customer \(number).",
        sv: "1 värde skickades i enkel form: ”\(field)” för kund \(number).")
    case (false, true):
      Text(
        en: "\(count) values would be sent in plain form; one of them is “\(field)” of customer \(number).",
        sv: "\(count) värden skulle skickas i enkel form; ett av dem är ”\(field)” för kund \(number).")
    case (false, false):
      Text(
        en: "\(count) values were sent in plain form; one of them is “\(field)” of customer \(number).",
        sv: "\(count) värden skickades i enkel form; ett av dem är ”\(field)” för kund \(number).")
    }
  }

  // MARK: What ended it

  static func wasStopped(_ label: String) -> Text {
    Text(
      en: "The sync with \(label) was stopped. What was done is recorded, and the next run goes on from there.",
      sv: "Synken med \(label) stoppades. Det som gjorts är sparat, och nästa körning fortsätter därifrån.")
  }

  static func refusesItsList(_ label: String, said: Text) -> Text {
    Text(
      en: "\(label) refused the listing: \(said.english)", sv: "\(label) vägrade lämna ut listan: \(said.swedish)")
  }

  static func hasNoCustomers(_ label: String, at address: String) -> Text {
    Text(
      en: "\(label) has no customers at \(address). Check baseURL in the configuration.",
      sv: "\(label) har inga kunder på \(address). Kontrollera baseURL i konfigurationen.")
  }

  static func didNotAnswer(_ label: String, reason: Text) -> Text {
    Text(en: "\(label) did not answer: \(reason.english).", sv: "\(label) svarade inte: \(reason.swedish).")
  }
}

extension ErrorCode {
  static let ofSyncs = [syncCancelled, erpUnfitDefault, erpNoCustomers]

  static let syncCancelled = ErrorCode("sync.cancelled", .unavailable, "The sync was stopped before its end.")
  static let erpUnfitDefault = ErrorCode(
    "erp.unfitDefault", .configuration, "What the configuration's defaults give new customers is refused.")
  static let erpNoCustomers = ErrorCode(
    "erp.noCustomers", .unavailable, "There are no customers at the address of the accounting system.")
}
