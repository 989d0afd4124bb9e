package import CustomerModel
package import Rows
package import Texts

/// What is found of a row that is no customer's own, or may be none: told when the row has been read among the others.
package enum RowFinding: Sendable, Equatable {
  /// The row holds the headings once more.
  case headings
  /// The row holds headings that mean something else than those above, so that nobody can read the rows below. `first` says in
  /// words which is the first: `“E-post” stands where “Ort” stood`.
  case otherHeadings(first: Text)
  /// The row stands below such headings, which stand in this row.
  case belowOtherHeadings(RowPlace)
  /// The row holds sums or counts of the others. `declared` when the workbook itself says so.
  case total(declared: Bool)
  /// The row is taken for a customer's, although its number, or its name where it has no number, is a word for totals.
  case mayBeTotal(isNumber: Bool)
  /// The row has no number and no name, and nothing of it stands in a column that a field takes. `columns` says which it fills.
  case untaken(columns: Text)
  /// The row below the headings says how they are to be filled in, or in what unit.
  case hints
  /// The row is drawn of lines, as some programs do between headings and rows.
  case lines
  /// The row says which page it is, when the list was printed, or that it ends.
  case footer
  /// The row has no number and goes on with the customer of the row before. `contacts` is true when columns of contact persons
  /// say so, false when nothing of the row is in a column that a field takes.
  case continues(row: RowPlace, number: String?, contacts: Bool)
  /// The row becomes a customer with a generated number, but may go on with the customer of the row before.
  case mayContinue(row: RowPlace, number: String?)
  /// The number is that of another row or customer but for capital letters, dashes or blanks.
  case lookalike(LookalikeOther)

  /// Whose number another number looks like.
  package enum LookalikeOther: Sendable, Equatable {
    case row(RowPlace)
    case registered(String)
  }

  /// What tells a rule's sentences apart.
  private static let (otherMark, belowMark, declaredMark, contactsMark) = ("other", "below", "declared", "contacts")
  private static let uncertainMark = "uncertain"

  static let infos = [
    headingsInfo, totalInfo, mayBeTotalInfo, hintsInfo, linesInfo, footerInfo, continuesInfo, untakenInfo,
    mayContinueInfo, lookalikeInfo,
  ]

  private static let headingsInfo = RuleInfo(
    "row.headings", .warn,
    "A row that repeats the headings is passed over; one that only may do so is rejected, and so are other headings and the rows below them."
  ) {
    switch $0.mark {
    case "":
      Text(
        en: "The row repeats the headings and was passed over.",
        sv: "Raden upprepar rubrikerna och har hoppats över.")
    case otherMark:
      Text(
        en:
          "The row holds other headings than those above: \($0.detail.english). The rows below it would be read "
          + "under the wrong ones, so neither it nor they were taken. Put them into a file or a sheet of their own.",
        sv:
          "Raden innehåller andra rubriker än de ovanför: \($0.detail.swedish). Raderna under skulle läsas under "
          + "fel rubriker, så varken den eller de har lästs in. Lägg dem i en egen fil eller på ett eget blad.")
    case belowMark:
      Text(
        en:
          "The row stands below the headings in row \($0.detail.english), which are others than those by which the "
          + "list is read. Put it below its own headings in a file or a sheet of its own.",
        sv:
          "Raden står under rubrikerna på rad \($0.detail.swedish), som är andra än de som listan läses efter. "
          + "Lägg den under sina egna rubriker i en egen fil eller på ett eget blad.")
    default:
      Text(
        en:
          "The row repeats some of the headings and was not taken. If it is a customer's, correct the cells that "
          + "hold headings; if not, delete it.",
        sv:
          "Raden upprepar några av rubrikerna och har inte lästs in. Om den gäller en kund: rätta cellerna som "
          + "innehåller rubriker. Ta annars bort raden.")
    }
  }

  private static let totalInfo = RuleInfo(
    "row.total", .warn, "A row of totals is passed over; one that only may be one is rejected."
  ) {
    switch $0.mark {
    case declaredMark:
      Text(
        en: "The workbook declares the row to be the total of a table. It was passed over.",
        sv: "Arbetsboken anger raden som en tabells summarad. Den har hoppats över.")
    case "":
      Text(
        en: "The row holds a total or a count of the others and was passed over.",
        sv: "Raden innehåller en summa eller ett antal av de andra och har hoppats över.")
    default:
      Text(
        en:
          "The row looks like a total and was not taken. If it is a customer's, say so with \"row.total\": \"off\" "
          + "in the configuration's rules; if not, delete it.",
        sv:
          "Raden ser ut som en summarad och har inte lästs in. Om den gäller en kund: ange det med \"row.total\": "
          + "\"off\" bland reglerna i konfigurationen. Ta annars bort raden.")
    }
  }

  private static let mayBeTotalInfo = RuleInfo(
    "row.mayBeTotal", .warn,
    "A row that is taken for a customer's has no word for totals as its number, or as its name where it has no number."
  ) {
    $0.isKept
      ? Text(
        en:
          "\($0.column.english) is a word for totals, but the row says more than a total does: it is taken for a "
          + "customer. If it is a total, delete the row, and undo the run if it is done.",
        sv:
          "\($0.column.swedish) är ett ord för summor, men raden säger mer än en summarad: den räknas som en kund. Om "
          + "det är en summa: ta bort raden, och ångra körningen om den är gjord.")
      : Text(
        en:
          "\($0.column.english) is a word for totals, and the row was not taken. If it is a total, delete it; if it is "
          + "a customer's, write another number or name.",
        sv:
          "\($0.column.swedish) är ett ord för summor, och raden har inte lästs in. Om det är en summa: ta bort den. Om "
          + "den gäller en kund: skriv ett annat nummer eller namn.")
  }

  private static let hintsInfo = RuleInfo(
    "row.hints", .warn,
    "A row below the headings that says how they are filled in is passed over; one that only may do so is rejected."
  ) {
    $0.mark.isEmpty
      ? Text(
        en: "The row says how the columns are filled in, or in what unit. It was passed over.",
        sv: "Raden beskriver hur kolumnerna fylls i, eller i vilken enhet. Den har hoppats över.")
      : Text(
        en:
          "The row looks like hints for filling in the columns and was not taken. If it is a customer's, say so "
          + "with \"row.hints\": \"off\" in the configuration's rules; if not, delete it.",
        sv:
          "Raden ser ut som anvisningar för kolumnerna och har inte lästs in. Om den gäller en kund: ange det med "
          + "\"row.hints\": \"off\" bland reglerna i konfigurationen. Ta annars bort raden.")
  }

  private static let linesInfo = RuleInfo("row.lines", .warn, "A row that is drawn of lines is passed over.") {
    _ in
    Text(
      en: "The row holds nothing but dashes or other lines and was passed over.",
      sv: "Raden innehåller bara streck och har hoppats över.")
  }

  private static let footerInfo = RuleInfo(
    "row.footer", .warn, "A row that tells of a page, of the printing or of the end of the list is passed over."
  ) {
    _ in
    Text(
      en:
        "The row tells of a page, of the printing or of the end of the list and was passed over. If it is a "
        + "customer's, say so with \"row.footer\": \"off\" in the configuration's rules.",
      sv:
        "Raden anger en sida, utskriften eller listans slut och har hoppats över. Om den gäller en kund: ange "
        + "det med \"row.footer\": \"off\" bland reglerna i konfigurationen.")
  }

  /// The code by which a rejects file tells that a row goes on with another's customer.
  static let continuesCode = "row.continues"

  private static let continuesInfo = RuleInfo(
    fixed: continuesCode, "A row without number that goes on with the customer before it is asked for."
  ) {
    $0.mark == contactsMark
      ? Text(
        en:
          "The row has no number of its own and seems to go on with row \($0.detail.english). If it brings another "
          + "contact person of that customer, let further rows bring contact persons (severalRows). If it is another "
          + "customer, give it its number and its name.",
        sv:
          "Raden har inget eget nummer och verkar fortsätta rad \($0.detail.swedish). Om den gäller en ny "
          + "kontaktperson hos den kunden: låt flera rader per kund ge kontaktpersoner (severalRows). Om det är en "
          + "annan kund: ge raden nummer och namn.")
      : Text(
        en:
          "The row has no number of its own and seems to go on with row \($0.detail.english). If it brings another "
          + "contact person, name the columns of contactPersons[0] in a mapping and let further rows bring contact "
          + "persons (severalRows). If it is another customer, give it its number and its name.",
        sv:
          "Raden har inget eget nummer och verkar fortsätta rad \($0.detail.swedish). Om den gäller en ny "
          + "kontaktperson: ange kolumnerna för contactPersons[0] i en mappning och låt flera rader per kund ge "
          + "kontaktpersoner (severalRows). Om det är en annan kund: ge raden nummer och namn.")
  }

  private static let untakenInfo = RuleInfo(
    fixed: "row.untaken", "A row has something in a column that a field takes."
  ) {
    Text(
      en:
        "The row has no number and no name, and what it holds stands where no field takes it: "
        + "\($0.detail.english). If it is a total or a remark, delete the row. If it is a customer's, write its number "
        + "and its name.",
      sv:
        "Raden har varken nummer eller namn, och det som står där hör inte till något fält: \($0.detail.swedish). Om "
        + "det är en summa eller en anmärkning: ta bort raden. Om den gäller en kund: skriv kundens nummer och namn.")
  }

  private static let mayContinueInfo = RuleInfo(
    "row.mayContinue", .warn,
    "A row without number that gets one has more of a customer than a name beside the row before."
  ) {
    $0.isKept
      ? Text(
        en:
          "The row has no number and little more than a name, below row \($0.detail.english): it is taken for a "
          + "customer of its own, with a generated number. If it is a contact person of that customer, put the "
          + "person in columns of contactPersons[0], and undo the run if it is done.",
        sv:
          "Raden har inget nummer och knappt mer än ett namn, under rad \($0.detail.swedish): den har lästs som en "
          + "egen kund med skapat nummer. Om det är en kontaktperson hos den kunden: lägg personen i kolumner för "
          + "contactPersons[0], och ångra körningen om den är gjord.")
      : Text(
        en:
          "The row has no number and little more than a name, below row \($0.detail.english), and was not taken. If it "
          + "is a contact person of that customer, put the person in columns of contactPersons[0]; if it is another "
          + "customer, write its number.",
        sv:
          "Raden har inget nummer och knappt mer än ett namn, under rad \($0.detail.swedish), och har inte lästs in. Om "
          + "det är en kontaktperson hos den kunden: lägg personen i kolumner för contactPersons[0]. Om det är en annan "
          + "kund: skriv kundens nummer.")
  }

  private static let lookalikeInfo = RuleInfo(
    "number.lookalike", .warn,
    "A new customer's number differs from other customers' in more than capital letters, dashes or blanks."
  ) {
    Text(
      en:
        "\($0.column.english) differs from the number of \($0.detail.english) in nothing but capital letters, "
        + "dashes or blanks. If the two are one customer, write the number alike in both.",
      sv:
        "\($0.column.swedish) skiljer sig från numret \($0.detail.swedish) bara i versaler, streck eller "
        + "blanksteg. Om de båda är samma kund: skriv numret lika.")
  }

  fileprivate var info: RuleInfo {
    switch self {
    case .headings, .otherHeadings, .belowOtherHeadings: Self.headingsInfo
    case .total: Self.totalInfo
    case .mayBeTotal: Self.mayBeTotalInfo
    case .untaken: Self.untakenInfo
    case .hints: Self.hintsInfo
    case .lines: Self.linesInfo
    case .footer: Self.footerInfo
    case .continues: Self.continuesInfo
    case .mayContinue: Self.mayContinueInfo
    case .lookalike: Self.lookalikeInfo
    }
  }

  /// The field that it is about; nil for the row as a whole.
  package var path: FieldPath? {
    switch self {
    case .headings, .otherHeadings, .belowOtherHeadings, .total, .hints, .lines, .footer, .untaken: nil
    case .mayBeTotal(let isNumber): FieldPath(isNumber ? .number : .customerName)
    case .continues, .mayContinue, .lookalike: FieldPath(.number)
    }
  }

  /// Which of the rule's sentences fits.
  fileprivate func mark(isCertain: Bool) -> String {
    switch self {
    case .otherHeadings: Self.otherMark
    case .belowOtherHeadings: Self.belowMark
    case .total(declared: true): Self.declaredMark
    case .continues(_, _, contacts: true): Self.contactsMark
    case .headings, .hints, .total(declared: false): isCertain ? "" : Self.uncertainMark
    case .lines, .footer, .continues, .mayContinue, .lookalike, .mayBeTotal, .untaken: ""
    }
  }

  fileprivate var detail: Text {
    switch self {
    case .headings, .hints, .lines, .footer, .total, .mayBeTotal: .empty
    case .untaken(let columns): columns
    case .otherHeadings(let first): first
    case .belowOtherHeadings(let row): row.text
    case .continues(let row, let number, _), .mayContinue(let row, let number): row.text(ofCustomer: number)
    case .lookalike(.row(let row)): Text(en: "row \(row.text.english)", sv: "på rad \(row.text.swedish)")
    case .lookalike(.registered(let number)):
      Text(en: "customer \(number) in the register", sv: "för kund \(number) i registret")
    }
  }
}

extension Validator {
  /// The problem that a finding is, or nil when the configuration has switched its rule off.
  ///
  /// - Parameters:
  ///   - value: what is at fault as it stood in the source.
  ///   - isCertain: false when the row may be a customer's after all; it is rejected then.
  package func problem(_ finding: RowFinding, value: String? = nil, isCertain: Bool = true) -> Problem? {
    let severity = severities.severity(of: finding.info)
    guard severity != .off else { return nil }
    let column = finding.path.flatMap { path in columns.first { $0.path == path } }
    let place = RulePlace(
      header: column?.label ?? finding.path?.label ?? .empty, path: finding.path, settings: context.settings,
      mark: finding.mark(isCertain: isCertain), detail: finding.detail, severity: isCertain ? severity : .reject)
    return Problem(
      code: finding.info.code, severity: isCertain ? severity : .reject, path: finding.path,
      column: column?.sources.first, value: value, text: finding.info.text(place))
  }
}
