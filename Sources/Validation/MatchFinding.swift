package import CustomerModel
package import Rows

/// What is found when rows are matched with the register and with each other, after the rules have been asked.
package enum MatchFinding: Sendable, Equatable {
  /// Another row of the file has the same number. `row` is where that row stood.
  case numberDuplicate(row: RowPlace)
  /// The row is a new customer's, but its number is a registered customer's. Only where rows are not matched by number.
  case numberTaken
  /// The row is a new customer's, but its number was a deleted customer's.
  case numberReserved(number: String)
  /// Another row of the file stands for the same customer. `row` is where that row stood.
  case customerDuplicate(row: RowPlace, number: String)
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
    "\($0.column) holds the same customer number as row \($0.detail). Keep one of the rows, or give one its own number. "
      + "If each row brings another contact person of the customer: --several-rows contactPersons"
  }

  private static let numberTakenInfo = RuleInfo(fixed: "number.taken", "A new customer's number is free.") {
    "\($0.column) holds the number of another customer, and rows are not matched by number. Give the row a number of its "
      + "own, or match by number too: --match number,identity"
  }

  private static let numberReservedInfo = RuleInfo(
    fixed: "number.reserved",
    "A new customer's number was not that of a customer that was deleted, renumbered or forgotten."
  ) { "\($0.column): \(reservedSentence($0.detail))" }

  /// What is said of a number that a deleted customer had, wherever a new customer asks for it.
  package static func reservedSentence(_ number: String) -> String {
    "\(number) was the number of a customer that was deleted, renumbered or forgotten, and stays reserved. "
      + "Choose another number."
  }

  private static let customerDuplicateInfo = RuleInfo(
    fixed: "customer.duplicate", "Only one row of a file stands for a customer."
  ) {
    "The row stands for the same customer as row \($0.detail). Put the two rows together and import again. "
      + "If each row brings another contact person of the customer: --several-rows contactPersons"
  }

  private static let duplicateNotMendedInfo = RuleInfo(
    fixed: "duplicate.notMended", "A row that was put aside as a duplicate is mended before it comes again."
  ) {
    "The row was put aside as a duplicate, and would now overwrite the customer that the other row made. Give it a number "
      + "of its own in \($0.column), or empty its cell kundreg_errors if it is to change that customer. If it "
      + "brings another contact person: --several-rows contactPersons"
  }

  private static let identityAmbiguousInfo = RuleInfo(
    fixed: "identity.ambiguous", "A row matched by identity number matches one customer."
  ) {
    "\($0.column) belongs to several customers: \($0.detail). Give the row the number of the customer that is meant."
  }

  private static let numberDiffersInfo = RuleInfo(
    "number.differs", .warn, "A customer found by identity number has the number that the file gives."
  ) {
    "The register knows this customer as \($0.detail) and keeps that number. An administrator changes it with: "
      + "kundreg customer renumber"
  }

  private static let loginTakenInfo = RuleInfo(
    fixed: "customerUser.loginTaken", "A login is that of one customer's user only."
  ) {
    "\($0.column) has the login \($0.detail), which belongs to a user of another customer. Give this user another one."
  }

  private static let rowDisagreesInfo = RuleInfo(
    fixed: "row.disagrees", "A further row of a customer says nothing else of it than the first."
  ) {
    "\($0.column) differs from what \($0.detail) says of the same customer or contact person. Make the two agree, or leave the "
      + "cell blank: a further row brings only contact persons."
  }

  private static let firstRowRejectedInfo = RuleInfo(
    fixed: "row.firstRejected", "Further rows of a customer come with the first."
  ) {
    "\($0.detail), the first of this customer, was rejected. Mend that row and import the two again, that one first."
  }

  private static let furtherRowInfo = RuleInfo(
    fixed: "row.further", "A rejected further row of a customer is known again when it is mended."
  ) { _ in
    "An earlier row is the customer's own. Leave this reason as it is, so that the mended row brings its contact persons only."
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

  fileprivate var path: FieldPath {
    switch self {
    case .identityAmbiguous: FieldPath(.identityNumber)
    case .loginTaken: FieldPath(.customerUsers)
    case .rowDisagrees(_, let path): path
    default: FieldPath(.number)
    }
  }

  fileprivate var detail: String {
    switch self {
    case .numberDuplicate(let row): "\(row)"
    case .numberTaken, .duplicateNotMended, .furtherRow: ""
    case .rowDisagrees(let row, _): row.map { "row \($0)" } ?? "the register"
    case .firstRowRejected(let row): "Row \(row)"
    case .numberReserved(let number): number
    case .loginTaken(let login): IdentityMask.masked(login)
    case .customerDuplicate(let row, let number): "\(row) (customer \(number))"
    case .identityAmbiguous(let numbers): numbers.joined(separator: ", ")
    case .numberDiffers(let registered): "customer \(registered)"
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
      header: column?.header ?? path.heading, path: path, settings: context.settings, detail: finding.detail)
    return Problem(
      code: finding.info.code, severity: severity, path: path, column: column?.sources.first, value: value,
      message: finding.info.message(place), detail: finding.detail.isEmpty ? nil : finding.detail)
  }
}
