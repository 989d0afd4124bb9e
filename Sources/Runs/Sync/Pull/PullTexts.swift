import Texts

/// What is told of fetching from an accounting system.
enum PullTexts {
  // MARK: Full comparisons

  static let firstSyncGoesOn = Text(
    en: "The first sync goes on: the last run ended before everything was fetched.",
    sv: "Den första synken fortsätter: förra körningen slutade innan allt hade hämtats.")

  static let comparisonGoesOn = Text(
    en: "This sync compares everything, since an earlier one was cut short before it had.",
    sv: "Den här synken jämför allt, eftersom en tidigare avbröts innan den hade gjort det.")

  static func listKeptChanging(_ label: String) -> Text {
    Text(
      en:
        "\(label)'s list kept changing while it was read, so customers that were deleted there were not looked for. The next full comparison does that.",
      sv:
        "Listan från \(label) ändrades hela tiden medan den lästes, så inga kunder som tagits bort där söktes. Nästa fullständiga jämförelse gör det."
    )
  }

  static func missingCouldNotBeAskedFor(_ label: String) -> Text {
    Text(
      en:
        "Not every customer that is missing in \(label)'s list could be asked for. The next sync goes on.",
      sv: "Alla kunder som saknas i listan från \(label) hann inte efterfrågas. Nästa synk fortsätter.")
  }

  static func toldCouldNotBeAskedFor(_ label: String) -> Text {
    Text(
      en: "Not every customer of whom \(label)'s events told could be asked for. The next sync goes on.",
      sv: "Alla kunder som händelserna från \(label) gällde hann inte efterfrågas. Nästa synk fortsätter.")
  }

  // MARK: Too many are gone

  /// How it is known that customers are gone there.
  enum Absence {
    case fromList, byEvents
    /// Told by events, or not asked for yet.
    case byEventsOrUnasked
  }

  static func tooManyAreGone(
    _ missing: Int, of linked: Int, percent: Int, label: String, _ absence: Absence
  ) -> Text {
    let customers = linked.counted("linked customer")
    let kunder = linked.counted("kopplad kund", "kopplade kunder")
    return switch absence {
    case .fromList:
      Text(
        en:
          "\(missing) of \(customers) are not in \(label)'s list, more than \(percent)%. None was inactivated.",
        sv: "\(missing) av \(kunder) finns inte i listan från \(label), fler än \(percent) %. Ingen har inaktiverats.")
    case .byEvents:
      Text(
        en:
          "\(missing) of \(customers) are no longer in \(label), as its events tell, more than \(percent)%. None was inactivated.",
        sv:
          "\(missing) av \(kunder) finns inte längre i \(label), enligt dess händelser, fler än \(percent) %. Ingen har inaktiverats."
      )
    case .byEventsOrUnasked:
      Text(
        en:
          "\(missing) of \(customers) are no longer in \(label), as its events tell, or could not be asked for: more than \(percent)%. None was inactivated.",
        sv:
          "\(missing) av \(kunder) finns inte längre i \(label), enligt dess händelser, eller hann inte efterfrågas: fler än \(percent) %. Ingen har inaktiverats."
      )
    }
  }

  // MARK: What is wrong with a record

  static func storedRecordIsUnreadable(_ number: String) -> Text {
    Text(
      en:
        "The register's copy of the accounting system's customer \(number) cannot be read. Check the register, or restore a backup.",
      sv:
        "Registrets kopia av ekonomisystemets kund \(number) går inte att läsa. Kontrollera registret eller återställ en säkerhetskopia."
    )
  }

  static func goesOver(_ problem: Text, label: String) -> Text {
    [
      problem,
      Text(
        en: "What the register has goes to \(label) in its place.",
        sv: "Det som registret har skickas till \(label) i stället."),
    ].joined()
  }

  static func isNotWrittenOver(_ problem: Text, label: String) -> Text {
    [problem, Text(en: "In \(label) nothing is written over it.", sv: "I \(label) skrivs det inte över.")].joined()
  }

  static func isKept(_ problem: Text) -> Text {
    [problem, Text(en: "It is kept as it is until then.", sv: "Till dess behålls det som det är.")].joined()
  }
}
