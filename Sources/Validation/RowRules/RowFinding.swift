package import CustomerModel
package import Rows

/// What is found of a row that is no customer's own, or may be none: told when the row has been read among the others.
package enum RowFinding: Sendable, Equatable {
  /// The row holds the headings once more.
  case headings
  /// The row holds headings that mean something else than those above, so that nobody can read the rows below. `first` says in
  /// words which is the first: `“E-post” stands where “Ort” stood`.
  case otherHeadings(first: String)
  /// The row stands below such headings, which stand in this row.
  case belowOtherHeadings(RowPlace)
  /// The row holds sums or counts of the others. `declared` when the workbook itself says so.
  case total(declared: Bool)
  /// The row below the headings says how they are to be filled in, or in what unit.
  case hints
  /// The row is drawn of lines, as some programs do between headings and rows.
  case lines
  /// The row says which page it is, when the list was printed, or that it ends.
  case footer
  /// The row has no number and goes on with the customer of the row before. `contacts` is true when columns of contact persons
  /// say so, false when nothing of the row is in a column that a field takes.
  case continues(row: RowPlace, number: String, contacts: Bool)
  /// The row becomes a customer with a generated number, but may go on with the customer of the row before.
  case mayContinue(row: RowPlace, number: String)
  /// The number is that of another row or customer but for capital letters, dashes or blanks.
  case lookalike(LookalikeOther)

  /// Whose number another number looks like.
  package enum LookalikeOther: Sendable, Equatable {
    case row(RowPlace)
    case registered(String)
  }

  static let infos = [
    headingsInfo, totalInfo, hintsInfo, linesInfo, footerInfo, continuesInfo, mayContinueInfo, lookalikeInfo,
  ]

  private static let headingsInfo = RuleInfo(
    "row.headings", .warn,
    "A row that repeats the headings is passed over; one that only may do so is rejected, and so are other headings and the rows below them."
  ) {
    switch $0.detail.split(separator: " ", maxSplits: 1).first {
    case nil: "The row repeats the headings and was passed over."
    case "other":
      "The row holds other headings than those above: \($0.detail.dropFirst(6)). The rows below it would "
        + "be read under the wrong ones, so neither it nor they were taken. Put them into a file or a sheet of their own."
    case "below":
      "The row stands below the headings in row \($0.detail.dropFirst(6)), which are others than those by which the list is read. "
        + "Put it below its own headings in a file or a sheet of its own."
    default:
      "The row repeats some of the headings and was not taken. If it is a customer's, correct the cells that hold headings; if "
        + "not, delete it."
    }
  }

  private static let totalInfo = RuleInfo(
    "row.total", .warn, "A row of totals is passed over; one that only may be one is rejected."
  ) {
    switch $0.detail {
    case "declared": "The workbook declares the row to be the total of a table. It was passed over."
    case "": "The row holds a total or a count of the others and was passed over."
    default:
      "The row looks like a total and was not taken. If it is a customer's, say so with \"row.total\": \"off\" in the "
        + "configuration's rules; if not, delete it."
    }
  }

  private static let hintsInfo = RuleInfo(
    "row.hints", .warn,
    "A row below the headings that says how they are filled in is passed over; one that only may do so is rejected."
  ) {
    $0.detail.isEmpty
      ? "The row says how the columns are filled in, or in what unit. It was passed over."
      : "The row looks like hints for filling in the columns and was not taken. If it is a customer's, say so with "
        + "\"row.hints\": \"off\" in the configuration's rules; if not, delete it."
  }

  private static let linesInfo = RuleInfo("row.lines", .warn, "A row that is drawn of lines is passed over.") { _ in
    "The row holds nothing but dashes or other lines and was passed over."
  }

  private static let footerInfo = RuleInfo(
    "row.footer", .warn, "A row that tells of a page, of the printing or of the end of the list is passed over."
  ) { _ in
    "The row tells of a page, of the printing or of the end of the list and was passed over. If it is a customer's, say so with "
      + "\"row.footer\": \"off\" in the configuration's rules."
  }

  /// The code by which a rejects file tells that a row goes on with another's customer.
  static let continuesCode = "row.continues"

  private static let continuesInfo = RuleInfo(
    fixed: continuesCode, "A row without number that goes on with the customer before it is asked for."
  ) {
    let remedy =
      $0.detail.hasPrefix("contacts ")
      ? "If it brings another contact person of that customer: --several-rows contactPersons"
      : "If it brings another contact person, name the columns of contactPersons[0] in a mapping and import with "
        + "--several-rows contactPersons"
    let place = $0.detail.drop { $0 != " " }.dropFirst()
    return
      "The row has no number of its own and seems to go on with row \(place). \(remedy). If it is another customer, give "
      + "it its number and its name."
  }

  private static let mayContinueInfo = RuleInfo(
    "row.mayContinue", .warn,
    "A row without number that gets one has more of a customer than a name beside the row before."
  ) {
    "The row has no number and little more than a name, below row \($0.detail): it is taken for a customer of its own, "
      + "with a generated number. If it is a contact person of that customer, put the person in columns of "
      + "contactPersons[0], and undo the run if it is done."
  }

  private static let lookalikeInfo = RuleInfo(
    "number.lookalike", .warn,
    "A new customer's number differs from other customers' in more than capital letters, dashes or blanks."
  ) {
    "\($0.column) differs from the number of \($0.detail) in nothing but capital letters, dashes or blanks. If the two are one "
      + "customer, write the number alike in both."
  }

  fileprivate var info: RuleInfo {
    switch self {
    case .headings, .otherHeadings, .belowOtherHeadings: Self.headingsInfo
    case .total: Self.totalInfo
    case .hints: Self.hintsInfo
    case .lines: Self.linesInfo
    case .footer: Self.footerInfo
    case .continues: Self.continuesInfo
    case .mayContinue: Self.mayContinueInfo
    case .lookalike: Self.lookalikeInfo
    }
  }

  fileprivate var path: FieldPath? {
    switch self {
    case .headings, .otherHeadings, .belowOtherHeadings, .total, .hints, .lines, .footer: nil
    case .continues, .mayContinue, .lookalike: FieldPath(.number)
    }
  }

  fileprivate var detail: String {
    switch self {
    case .headings, .hints, .lines, .footer, .total(declared: false): ""
    case .otherHeadings(let first): "other \(first)"
    case .belowOtherHeadings(let row): "below \(row)"
    case .total(declared: true): "declared"
    case .continues(let row, let number, let contacts): "\(contacts ? "contacts" : "other") \(row) (customer \(number))"
    case .mayContinue(let row, let number): "\(row) (customer \(number))"
    case .lookalike(.row(let row)): "row \(row)"
    case .lookalike(.registered(let number)): "customer \(number) in the register"
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
      header: column?.header ?? finding.path?.heading ?? "", path: finding.path, settings: context.settings,
      detail: isCertain || !finding.detail.isEmpty ? finding.detail : "uncertain")
    return Problem(
      code: finding.info.code, severity: isCertain ? severity : .reject, path: finding.path,
      column: column?.sources.first, value: value, message: finding.info.message(place))
  }
}
