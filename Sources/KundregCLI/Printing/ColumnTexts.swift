import Texts

/// What stands over the columns of tables. In English it is the column's name in JSON and CSV.
enum ColumnTexts {
  static func heading(of column: String) -> Text {
    swedish[column].map { Text(en: column, sv: $0) } ?? Text(verbatim: column)
  }

  /// A heading of moments, which says once in which time zone they are told.
  static func time(_ heading: Text, zone: String) -> Text {
    Text(en: "\(heading.english) (\(zone))", sv: "\(heading.swedish) (\(zone))")
  }

  /// What stands over the columns of one run on its side.
  static let ofTheRun = Text(en: "of the run", sv: "Om körningen")

  private static let swedish = [
    // Runs
    "run": "Körning", "kind": "Typ", "source": "Källa", "mapping": "Mappning", "user": "Användare",
    "started": "Startad",
    "seconds": "Sekunder", "rows": "Rader", "created": "Skapade", "updated": "Ändrade", "unchanged": "Oförändrade",
    "reactivated": "Återaktiverade", "inactivated": "Inaktiverade", "deleted": "Borttagna", "rejected": "Avvisade",
    "skipped": "Utelämnade",
    "warnings": "Varningar", "rejects": "Fil med avvisade rader", "reverts": "Ångrar körning",
    "revertedBy": "Ångrad av körning", "revertsPart": "Ångrar en kund i körning", "what": "Vad", "result": "Resultat",
    // Customers
    "when": "Tid", "action": "Åtgärd", "field": "Fält", "old": "Före", "new": "Efter", "customer": "Kund",
    "value": "Värde", "number": "Kundnummer", "name": "Namn", "score": "Likhet", "reason": "Skäl", "active": "Aktiv",
    "other": "Annan kund", "otherName": "Annan kunds namn", "otherActive": "Annan kund aktiv", "answer": "Svar",
    // Mappings
    "description": "Beskrivning", "file": "Fil", "required": "Krävs", "headings": "Rubriker",
    // What belongs to the register
    "customers": "Kunder", "checked": "Kontroll", "ok": "OK", "permissions": "Behörigheter", "at": "Tid", "by": "Av",
    "count": "Antal", "choices": "Val", "removed": "Borttaget", "setting": "Inställning", "effect": "Vad den gör",
    "search": "Sökord", "where": "Villkor", "sort": "Sortering", "columns": "Kolumner", "saved": "Sparat",
    // Accounting systems
    "erp": "Ekonomisystem", "register": "I registret", "erp value": "I ekonomisystemet", "since": "Sedan",
    "login": "Inloggning", "linked": "Kopplade", "conflicts": "Konflikter", "queued": "I kö", "doubtful": "Tveksamma",
    "waiting": "Väntar", "last success": "Senast klar", "last full": "Senast fullständig",
    "last failure": "Senaste fel", "missing": "Saknas", "more": "Återstår",
  ]
}
