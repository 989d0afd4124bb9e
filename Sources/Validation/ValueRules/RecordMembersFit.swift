import CustomerModel
import Documents
import Rows

/// A member of a record is of its kind: a number, a day, yes or no, one of a list's words.
struct RecordMembersFit: ValueRule {
  static let infos = [number, percent, date, boolean, choice, country, text]

  private static let number = RuleInfo(guarding: "records.number", "A number in a record is a number.") {
    "\($0.column): \($0.detail) is no number. Write digits, with a decimal comma or point where needed and no unit."
  }
  private static let percent = RuleInfo(
    guarding: "records.percent", "A percentage in a record is a number from 0 to 100."
  ) { "\($0.column): \($0.detail) is no number from 0 to 100. Write digits only, without a percent sign." }
  private static let date = RuleInfo(guarding: "records.date", "A date in a record is a day that exists.") {
    "\($0.column): \($0.detail) is no day of the calendar. Write it as year, month and day: 2026-01-31."
  }
  private static let boolean = RuleInfo(guarding: "records.boolean", "A yes or no in a record is yes or no.") {
    "\($0.column): \($0.detail) is neither yes (ja) nor no (nej). Write one of them."
  }
  private static let choice = RuleInfo(guarding: "records.choice", "A choice in a record is one of its words.") {
    "\($0.column): \($0.detail)."
  }
  private static let country = RuleInfo(
    guarding: "records.country", "A country in a record is one of ISO 3166-1's two-letter codes."
  ) { "\($0.column): \($0.detail) is no country that is known here. Write its two-letter code, such as SE or NO." }
  private static let text = RuleInfo(guarding: "records.text", "A text in a record is a text.") {
    "\($0.column): \($0.detail) is no text. Write it in quotation marks."
  }

  private let kind: RecordKind

  init?(column: RecordColumn, scope: RuleScope) {
    guard let kind = column.path.field.recordKind else { return nil }
    self.kind = kind
  }

  func check(_ sweep: inout ColumnSweep) {
    sweep.forEachList(of: kind) { sweep, row, records in
      for record in records {
        for member in kind.members {
          guard let value = record[member.name], let info = Self.fault(value, member.kind) else { continue }
          sweep.report(row, info, detail: "\(member.name) of \(record.label)\(Self.remedy(member.kind))")
        }
      }
    }
  }

  /// What is wrong with a value; nil when nothing is.
  private static func fault(_ value: JSONNode, _ kind: RecordKind.MemberKind) -> RuleInfo? {
    switch (kind, value) {
    case (.decimal, .number(let digits)): holds(digits, DecimalSyntax.isCanonical) ? nil : number
    case (.decimal, _): number
    case (.percent, .number(let digits)): holds(digits, DecimalSyntax.isPercent) ? nil : percent
    case (.percent, _): percent
    case (.boolean, .boolean(true)): nil
    case (.boolean, _): boolean
    case (.date, .text(let day)): holds(day, DateSyntax.isDay) ? nil : date
    case (.date, _): date
    case (.choice(let words), .text(let word)): words.contains(word) ? nil : choice
    case (.choice, _): choice
    case (.words(let words), .array(let items)):
      items.allSatisfy { isWord($0, of: words) } ? nil : choice
    case (.words, _): choice
    case (.country, .text(let code)): holds(code) { TwoLetterCodes.countries.contains($0) } ? nil : country
    case (.country, _): country
    case (.text, .text), (.email, .text), (.postalCode, .text): nil
    case (.text, _), (.email, _), (.postalCode, _): text
    }
  }

  private static func isWord(_ node: JSONNode, of words: [String]) -> Bool {
    if case .text(let word) = node { words.contains(word) } else { false }
  }

  /// How the sentence of a choice ends.
  private static func remedy(_ kind: RecordKind.MemberKind) -> String {
    switch kind {
    case .choice(let words): " is not one of \(words.joined(separator: ", "))"
    case .words(let words): " has a word that is not one of \(words.joined(separator: ", "))"
    default: ""
    }
  }

  private static func holds(_ text: String, _ condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer(condition)
  }
}
