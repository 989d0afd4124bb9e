import Texts

/// What is told of an accounting system's events.
enum EventTexts {
  static func toldOf(_ count: Int, label: String) -> Text {
    Text(
      en: "\(label)'s events told of \(count.counted("customer")): no lists were read.",
      sv: "Händelserna från \(label) gällde \(count.counted("kund", "kunder")): inga listor lästes.")
  }

  /// - Parameter waiting: how many were told of by earlier syncs, and were not asked for yet.
  static func toldOf(_ count: Int, waiting: Int, label: String) -> Text {
    Text(
      en:
        "\(label)'s events told of \(count.counted("customer")), and earlier ones of \(waiting.counted("customer who has", "customers who have")) not been asked for yet: no lists were read.",
      sv:
        "Händelserna från \(label) gällde \(count.counted("kund", "kunder")), och tidigare \(waiting.counted("kund som inte har efterfrågats än", "kunder som inte har efterfrågats än")): inga listor lästes."
    )
  }

  static func noEventIsKnown(_ label: String) -> Text {
    Text(
      en:
        "No event of \(label) is known yet, so its lists are read, which do not show who was deleted there. As soon as a sync has been told of one event, such as that of a customer that it sends, events replace the lists.",
      sv:
        "Ingen händelse från \(label) är känd än, så listorna läses, och de visar inte vilka som tagits bort där. När en synk har fått veta om en händelse, till exempel om en kund som den skickar, ersätter händelserna listorna."
    )
  }

  static func onlyOneEventIsKnown(_ label: String) -> Text {
    Text(
      en:
        "Only one event of \(label) is known yet, so its lists are read, which do not show who was deleted there. As soon as a sync has been told of two events, such as those of customers that it sends, events replace the lists.",
      sv:
        "Bara en händelse från \(label) är känd än, så listorna läses, och de visar inte vilka som tagits bort där. När en synk har fått veta om två händelser, till exempel om kunder som den skickar, ersätter händelserna listorna."
    )
  }

  // MARK: What is wrong with them

  /// - Parameter reason: a part of a sentence.
  static func areUnreliable(_ label: String, _ reason: Text) -> Text {
    Text(
      en:
        "\(label)'s events could not be relied on: \(reason.english). Its lists were read instead, which do not show who was deleted there.",
      sv:
        "Händelserna från \(label) gick inte att lita på: \(reason.swedish). Listorna lästes i stället, och de visar inte vilka som tagits bort där."
    )
  }

  static let lastDidNotComeAgain = Text(
    en: "the event that was told last did not come again, so others may be missing",
    sv: "den senaste händelsen kom inte igen, så andra kan saknas")

  static func placeIsForgotten(_ reason: Text) -> Text {
    Text(
      en: "\(reason.english), which is forgotten now", sv: "\(reason.swedish), och platsen är nu glömd")
  }

  static func lastIsTooOld(_ label: String) -> Text {
    Text(
      en: "the last event that is known is older than what \(label) keeps",
      sv: "den senaste kända händelsen är äldre än vad \(label) sparar")
  }
}
