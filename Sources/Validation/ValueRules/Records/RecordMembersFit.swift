import CustomerModel
import Documents
import Rows
import Texts

/// A member of a record is of its kind: a number, a day, yes or no, one of a list's words.
struct RecordMembersFit: ValueRule {
  static let infos = [number, percent, date, boolean, choice, country, text]

  private static let number = RuleInfo(guarding: "records.number", "A number in a record is a number.") {
    Text(
      en:
        "\($0.column.english): \($0.detail.english) is no number. Write digits, with a decimal comma or point "
        + "where needed and no unit.",
      sv:
        "\($0.column.swedish): \($0.detail.swedish) är inget tal. Skriv siffror, vid behov med decimalkomma "
        + "eller decimalpunkt, utan enhet.")
  }
  private static let percent = RuleInfo(
    guarding: "records.percent", "A percentage in a record is a number from 0 to 100."
  ) {
    Text(
      en:
        "\($0.column.english): \($0.detail.english) is no number from 0 to 100. Write digits only, without a "
        + "percent sign.",
      sv:
        "\($0.column.swedish): \($0.detail.swedish) är inget tal från 0 till 100. Skriv bara siffror, utan "
        + "procenttecken.")
  }
  private static let date = RuleInfo(guarding: "records.date", "A date in a record is a day that exists.") {
    Text(
      en:
        "\($0.column.english): \($0.detail.english) is no day of the calendar. Write it as year, month and day: "
        + "2026-01-31.",
      sv:
        "\($0.column.swedish): \($0.detail.swedish) är inget datum som finns. Skriv år, månad och dag: "
        + "2026-01-31.")
  }
  private static let boolean = RuleInfo(guarding: "records.boolean", "A yes or no in a record is yes or no.") {
    Text(
      en: "\($0.column.english): \($0.detail.english) is neither yes (ja) nor no (nej). Write one of them.",
      sv: "\($0.column.swedish): \($0.detail.swedish) är varken ja eller nej. Skriv ett av dem.")
  }
  private static let choice = RuleInfo(guarding: "records.choice", "A choice in a record is one of its words.") {
    Text(
      en: "\($0.column.english): \($0.detail.english).",
      sv: "\($0.column.swedish): \($0.detail.swedish).")
  }
  private static let country = RuleInfo(
    guarding: "records.country", "A country in a record is one of ISO 3166-1's two-letter codes."
  ) {
    Text(
      en:
        "\($0.column.english): \($0.detail.english) is no country that is known here. Write its two-letter code, "
        + "such as SE or NO.",
      sv:
        "\($0.column.swedish): \($0.detail.swedish) är inget känt land. Skriv landets kod med två bokstäver, "
        + "till exempel SE eller NO.")
  }
  private static let text = RuleInfo(guarding: "records.text", "A text in a record is a text.") {
    Text(
      en: "\($0.column.english): \($0.detail.english) is no text. Write it in quotation marks.",
      sv: "\($0.column.swedish): \($0.detail.swedish) är ingen text. Skriv den inom citattecken.")
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
          sweep.report(row, info, detail: Self.detail(member, of: record))
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
    case (.date, .text(let day)): holds(day, CanonicalDate.isDay) ? nil : date
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

  /// What a sentence calls the member; of a choice all that is wrong with it.
  private static func detail(_ member: RecordKind.Member, of record: ListedRecord) -> Text {
    let label = record.label(of: member)
    switch member.kind {
    case .choice(let words):
      let list = words.joined(separator: ", ")
      return Text(en: "\(label.english) is not one of \(list)", sv: "\(label.swedish) är inget av \(list)")
    case .words(let words):
      let list = words.joined(separator: ", ")
      return Text(
        en: "\(label.english) has a word that is not one of \(list)",
        sv: "\(label.swedish) har ett ord som inte är något av \(list)")
    default: return label
    }
  }

  private static func holds(_ text: String, _ condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer(condition)
  }
}
