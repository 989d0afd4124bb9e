package import CustomerModel
package import Rows
package import Texts

/// What is found when rows are matched with the register and with each other, after the rules have been asked.
package enum MatchFinding: Sendable, Equatable {
  /// Another row of the file has the same number. `row` is where that row stood.
  case numberDuplicate(row: RowPlace)
  /// The row is a new customer's, but its number is a registered customer's. Only where rows are not matched by number.
  case numberTaken
  /// The row is a new customer's, but its number was a deleted customer's.
  case numberReserved(number: String)
  /// Another row of the file stands for the same customer. `row` is where that row stood; the number is nil for a customer that
  /// has none.
  case customerDuplicate(row: RowPlace, number: String?)
  /// The row comes from a rejects file, was put there as a duplicate, and still means a customer that another row made.
  case duplicateNotMended
  /// Several customers have the row's identity number; `numbers` are their customer numbers.
  case identityAmbiguous(numbers: [String])
  /// The row was matched by identity number, and the register knows the customer by another number.
  case numberDiffers(registered: String)

  /// A user of the row's customer has the login of another customer's.
  case loginTaken(String)

  /// A further row of a customer says something else of a field than the row before, or than the register when `row` is nil.
  case rowDisagrees(row: RowPlace?, path: FieldPath)
  /// The first of several rows of a customer was rejected, and its further rows with it.
  case firstRowRejected(row: RowPlace)
  /// Stands in the rejects file beside the reasons of a further row: by it the mended row is known for what it is.
  case furtherRow

  static let infos = [
    numberDuplicateInfo, numberTakenInfo, numberReservedInfo, customerDuplicateInfo, duplicateNotMendedInfo,
    identityAmbiguousInfo, numberDiffersInfo, loginTakenInfo, rowDisagreesInfo, firstRowRejectedInfo, furtherRowInfo,
  ]

  /// The codes by which a rejects file tells that another row has the row's number or means its customer.
  package static let laterRowCodes =
    [
      numberDuplicateInfo, customerDuplicateInfo, duplicateNotMendedInfo, rowDisagreesInfo, firstRowRejectedInfo,
      furtherRowInfo,
    ].map(\.code) + [RowFinding.continuesCode]

  /// The codes of numbers that are right, and another customer's.
  package static let numberCodes = Set(
    [numberDuplicateInfo, numberTakenInfo, numberReservedInfo, numberDiffersInfo].map(\.code))

  private static let numberDuplicateInfo = RuleInfo(
    fixed: "number.duplicate", "A customer number stands once in a file."
  ) {
    withContacts(
      $0,
      Text(
        en:
          "\($0.column.english) holds the same customer number as row \($0.detail.english). Keep one of the rows, "
          + "or give one its own number.",
        sv:
          "\($0.column.swedish) innehåller samma kundnummer som rad \($0.detail.swedish). Behåll en av raderna, "
          + "eller ge den ena ett eget nummer."))
  }

  /// The mark of a file that has columns of contact persons: only there further rows may bring some.
  private static let contactsMark = "contacts"

  private static func withContacts(_ place: RulePlace, _ sentence: Text) -> Text {
    place.mark == contactsMark
      ? [
        sentence,
        Text(
          en:
            "If each row brings another contact person of the customer, let further rows bring contact persons "
            + "(severalRows).",
          sv:
            "Om varje rad gäller en ny kontaktperson hos kunden: låt flera rader per kund ge kontaktpersoner "
            + "(severalRows)."),
      ].joined() : sentence
  }

  private static let numberTakenInfo = RuleInfo(fixed: "number.taken", "A new customer's number is free.") {
    Text(
      en:
        "\($0.column.english) holds the number of another customer, and rows are not matched by number. Give the "
        + "row a number of its own, or match rows by number, too.",
      sv:
        "\($0.column.swedish) innehåller en annan kunds nummer, och raderna matchas inte på kundnummer. Ge raden "
        + "ett eget nummer, eller matcha raderna även på kundnummer.")
  }

  private static let numberReservedInfo = RuleInfo(
    fixed: "number.reserved",
    "A new customer's number was not that of a customer that was deleted, renumbered or forgotten."
  ) {
    reserved($0, reservedSentence($0.detail.english))
  }

  /// What is said of a number that a deleted customer had, wherever a new customer asks for it.
  package static func reservedSentence(_ number: String) -> Text {
    Text(
      en:
        "\(number) was the number of a customer that was deleted, renumbered or forgotten, and stays reserved. "
        + "Choose another number.",
      sv:
        "\(number) tillhörde en kund som har tagits bort, fått nytt nummer eller glömts, och är spärrat. Välj ett annat nummer."
    )
  }

  private static func reserved(_ place: RulePlace, _ sentence: Text) -> Text {
    Text(
      en: "\(place.column.english): \(sentence.english)", sv: "\(place.column.swedish): \(sentence.swedish)")
  }

  private static let customerDuplicateInfo = RuleInfo(
    fixed: "customer.duplicate", "Only one row of a file stands for a customer."
  ) {
    withContacts(
      $0,
      Text(
        en:
          "The row stands for the same customer as row \($0.detail.english). Put the two rows together and import "
          + "again.",
        sv: "Raden gäller samma kund som rad \($0.detail.swedish). Slå ihop de båda raderna och importera igen."))
  }

  private static let duplicateNotMendedInfo = RuleInfo(
    fixed: "duplicate.notMended", "A row that was put aside as a duplicate is mended before it comes again."
  ) {
    withContacts(
      $0,
      Text(
        en:
          "The row was put aside as a duplicate, and would now overwrite the customer that the other row made. "
          + "Give it a number of its own in \($0.column.english), or empty its cell kundreg_errors if it is to "
          + "change that customer.",
        sv:
          "Raden avvisades som dubblett och skulle nu skriva över kunden som den andra raden skapade. Ge den ett "
          + "eget nummer i \($0.column.swedish), eller töm cellen kundreg_fel om raden ska ändra den kunden."))
  }

  private static let identityAmbiguousInfo = RuleInfo(
    fixed: "identity.ambiguous", "A row matched by identity number matches one customer."
  ) {
    Text(
      en:
        "\($0.column.english) belongs to several customers: \($0.detail.english). Give the row the number of the "
        + "customer that is meant.",
      sv: "\($0.column.swedish) hör till flera kunder: \($0.detail.swedish). Ge raden numret på den kund som avses.")
  }

  private static let numberDiffersInfo = RuleInfo(
    "number.differs", .warn, "A customer found by identity number has the number that the file gives."
  ) {
    Text(
      en:
        "The register knows this customer as \($0.detail.english) and keeps that number. An administrator can "
        + "renumber the customer.",
      sv:
        "I registret är det här \($0.detail.swedish), och det numret behålls. En administratör kan ge kunden ett "
        + "nytt nummer.")
  }

  private static let loginTakenInfo = RuleInfo(
    fixed: "customerUser.loginTaken", "A login is that of one customer's user only."
  ) {
    Text(
      en:
        "\($0.column.english) has the login \($0.detail.english), which belongs to a user of another customer. "
        + "Give this user another one.",
      sv:
        "\($0.column.swedish) har inloggningen \($0.detail.swedish), som hör till en användare hos en annan "
        + "kund. Ge den här användaren en annan.")
  }

  private static let rowDisagreesInfo = RuleInfo(
    fixed: "row.disagrees", "A further row of a customer says nothing else of it than the first."
  ) {
    Text(
      en:
        "\($0.column.english) differs from what \($0.detail.english) says of the same customer or contact "
        + "person. Make the two agree, or leave the cell blank: a further row brings only contact persons.",
      sv:
        "\($0.column.swedish) skiljer sig från vad \($0.detail.swedish) säger om samma kund eller kontaktperson. "
        + "Skriv lika i båda, eller lämna cellen tom: en senare rad ger bara kontaktpersoner.")
  }

  private static let firstRowRejectedInfo = RuleInfo(
    fixed: "row.firstRejected", "Further rows of a customer come with the first."
  ) {
    Text(
      en:
        "\($0.detail.english), the first of this customer, was rejected. Mend that row and import the two again, "
        + "that one first.",
      sv:
        "\($0.detail.swedish), den första för kunden, avvisades. Rätta den raden och importera båda igen, den "
        + "först.")
  }

  private static let furtherRowInfo = RuleInfo(
    fixed: "row.further", "A rejected further row of a customer is known again when it is mended."
  ) { _ in
    Text(
      en:
        "An earlier row is the customer's own. Leave this reason as it is, so that the mended row brings its "
        + "contact persons only.",
      sv:
        "En tidigare rad är kundens egen. Låt det här felet stå kvar, så att den rättade raden bara ger sina "
        + "kontaktpersoner.")
  }

  fileprivate var info: RuleInfo {
    switch self {
    case .numberDuplicate: Self.numberDuplicateInfo
    case .numberTaken: Self.numberTakenInfo
    case .numberReserved: Self.numberReservedInfo
    case .customerDuplicate: Self.customerDuplicateInfo
    case .duplicateNotMended: Self.duplicateNotMendedInfo
    case .identityAmbiguous: Self.identityAmbiguousInfo
    case .numberDiffers: Self.numberDiffersInfo
    case .loginTaken: Self.loginTakenInfo
    case .rowDisagrees: Self.rowDisagreesInfo
    case .firstRowRejected: Self.firstRowRejectedInfo
    case .furtherRow: Self.furtherRowInfo
    }
  }

  /// Which of the rule's sentences fits a file with these columns.
  fileprivate func mark(_ columns: [RecordColumn]) -> String {
    columns.contains { $0.path.field.isRepeated } ? Self.contactsMark : ""
  }

  fileprivate var path: FieldPath {
    switch self {
    case .identityAmbiguous: FieldPath(.identityNumber)
    case .loginTaken: FieldPath(.customerUsers)
    case .rowDisagrees(_, let path): path
    default: FieldPath(.number)
    }
  }

  fileprivate var detail: Text {
    switch self {
    case .numberDuplicate(let row): row.text
    case .numberTaken, .duplicateNotMended, .furtherRow: .empty
    case .rowDisagrees(let row?, _): Text(en: "row \(row.text.english)", sv: "rad \(row.text.swedish)")
    case .rowDisagrees(nil, _): Text(en: "the register", sv: "registret")
    case .firstRowRejected(let row): Text(en: "Row \(row.text.english)", sv: "Rad \(row.text.swedish)")
    case .numberReserved(let number): Text(verbatim: number)
    case .loginTaken(let login): Text(verbatim: IdentityMask.masked(login))
    case .customerDuplicate(let row, let number): row.text(ofCustomer: number)
    case .identityAmbiguous(let numbers): Text(verbatim: numbers.joined(separator: ", "))
    case .numberDiffers(let registered): Text(en: "customer \(registered)", sv: "kund \(registered)")
    }
  }
}

extension Validator {
  /// The problem that a finding of the matching is, or nil when the configuration has switched its rule off.
  ///
  /// `value` is what is at fault as it stood in the source.
  package func problem(_ finding: MatchFinding, value: String?) -> Problem? {
    let severity = severities.severity(of: finding.info)
    guard severity != .off else { return nil }
    let path = finding.path
    let column = columns.first { $0.path == path }
    let place = RulePlace(
      header: column?.label ?? path.label, path: path, settings: context.settings, mark: finding.mark(columns),
      detail: finding.detail)
    return Problem(
      code: finding.info.code, severity: severity, path: path, column: column?.sources.first, value: value,
      text: finding.info.text(place), detail: finding.detail.isEmpty ? nil : finding.detail)
  }
}

extension RowPlace {
  /// The row and whose it is: `17 (customer 1001)`.
  ///
  /// - Parameter number: the customer's; nil for one without.
  func text(ofCustomer number: String?) -> Text {
    number.map { number in
      Text(en: "\(text.english) (customer \(number))", sv: "\(text.swedish) (kund \(number))")
    } ?? Text(en: "\(text.english) (customer without number)", sv: "\(text.swedish) (kund utan nummer)")
  }
}
