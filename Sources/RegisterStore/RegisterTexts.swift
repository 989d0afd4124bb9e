import Texts

/// What is told of a register as a whole.
enum RegisterTexts {
  // MARK: Opening

  static func missing(_ path: String) -> Text {
    Text(en: "There is no register at \(path).", sv: "Det finns inget register på \(path).")
  }

  static func isOfAnotherProgram(_ path: String) -> Text {
    Text(
      en: "\(path) is a database of another program. Nothing was changed: name another file as the register.",
      sv: "\(path) är ett annat programs databas. Inget har ändrats: ange en annan fil som register.")
  }

  static func isNewer(_ path: String) -> Text {
    Text(
      en: "The register \(path) was written by a later version of kundreg. Use that version, or a newer one.",
      sv: "Registret \(path) är skrivet av en senare version av kundreg. Använd den versionen eller en nyare.")
  }

  static func cannotOpen(_ path: String) -> Text {
    Text(
      en: "The register \(path) cannot be opened. Does its folder exist, and may you write there?",
      sv: "Registret \(path) går inte att öppna. Finns mappen, och får du skriva där?")
  }

  static func isReadOnly(_ path: String) -> Text {
    Text(
      en:
        "The register \(path) cannot be written. Check the permissions of the file and of its folder, where SQLite keeps a log beside it.",
      sv:
        "Registret \(path) går inte att skriva till. Kontrollera behörigheterna till filen och till dess mapp, där SQLite har en logg bredvid."
    )
  }

  // MARK: Working

  /// - Parameter isKept: true when the command wrote something before which stays, as a sync does.
  static func isBusy(_ path: String, isKept: Bool) -> Text {
    isKept
      ? Text(
        en: "Another run holds the register \(path). What was written before that is kept: try again later.",
        sv: "En annan körning använder registret \(path). Det som sparades innan finns kvar: försök igen senare.")
      : Text(
        en: "Another run holds the register \(path). Nothing was written: try again later.",
        sv: "En annan körning använder registret \(path). Inget har sparats: försök igen senare.")
  }

  static func diskIsFull(_ path: String, isKept: Bool) -> Text {
    isKept
      ? Text(
        en: "The disk that holds \(path) is full. What was written before that is kept: make room and try again.",
        sv: "Disken där \(path) ligger är full. Det som sparades innan finns kvar: frigör utrymme och försök igen.")
      : Text(
        en: "The disk that holds \(path) is full. Nothing was written: make room and try again.",
        sv: "Disken där \(path) ligger är full. Inget har sparats: frigör utrymme och försök igen.")
  }

  static func isDamaged(_ path: String) -> Text {
    Text(
      en: "\(path) is no register, or it is damaged. If it is damaged, restore a backup.",
      sv: "\(path) är inget register, eller så är det skadat. Om det är skadat: återställ en säkerhetskopia.")
  }

  /// - Parameter answer: what SQLite says, which never holds bound values, so that no customer's data leaks.
  static func answered(_ path: String, _ answer: String) -> Text {
    Text(en: "The register \(path) answered: \(answer).", sv: "Registret \(path) svarade: \(answer).")
  }

  static func danglingReference(from table: String, to parent: String) -> Text {
    Text(
      en: "A row of \(table) refers to a missing row of \(parent).",
      sv: "En rad i \(table) hänvisar till en rad i \(parent) som saknas.")
  }

  // MARK: Backing up, searching, erasing

  static func backupExists(_ path: String) -> Text {
    Text(
      en: "\(path) exists already. Name another file: a backup never overwrites one.",
      sv: "\(path) finns redan. Ange en annan fil: en säkerhetskopia skriver aldrig över en.")
  }

  static let tooLargeForFreeText = Text(
    en: "The register is too large for free text. Search by fields instead.",
    sv: "Registret är för stort för fritextsökning. Sök på fält i stället.")

  static let noRoomToErase = Text(en: "the disk is full", sv: "disken är full")

  // MARK: Changing what was planned

  static func isAsPlanned(_ number: String) -> Text {
    Text(
      en: "Customer \(number) is already as the plan says, which may have been applied before.",
      sv: "Kund \(number) är redan så som planen säger. Planen kan redan vara genomförd.")
  }

  static func createdSince(_ number: String) -> Text {
    Text(en: "Customer \(number) was created since.", sv: "Kund \(number) har skapats sedan dess.")
  }

  static func isGone(_ number: String) -> Text {
    Text(en: "Customer \(number) no longer exists.", sv: "Kund \(number) finns inte längre.")
  }

  static func changedSince(_ number: String) -> Text {
    Text(en: "Customer \(number) has changed since.", sv: "Kund \(number) har ändrats sedan dess.")
  }

  static func hasOtherValue(_ number: String, of field: String) -> Text {
    Text(
      en: "Customer \(number) has another \(field) than the plan says.",
      sv: "Kund \(number) har ett annat värde i \(field) än planen säger.")
  }

  static let planAgain = Text(
    en: "Nothing was written: make the plan again and look at what it says now.",
    sv: "Inget har sparats: gör om planen och se vad den säger nu.")
}
