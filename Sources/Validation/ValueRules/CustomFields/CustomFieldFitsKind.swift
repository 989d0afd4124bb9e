import CustomerModel
import Rows
import Texts

/// A custom field's value is what its definition says: a number, a day, yes or no, one of the choices.
struct CustomFieldFitsKind: ValueRule {
  static let infos = [number, date, boolean, choice]

  private static let number = RuleInfo(guarding: "customField.number", "A custom field for numbers holds a number.") {
    Text(
      en: "\($0.column.english) is no number. Write digits, with a decimal comma or point where needed and no unit.",
      sv:
        "\($0.column.swedish) är inget tal. Skriv siffror, vid behov med decimalkomma eller decimalpunkt, utan "
        + "enhet.")
  }
  private static let date = RuleInfo(guarding: "customField.date", "A custom field for dates holds a day that exists.")
  {
    Text(
      en: "\($0.column.english) is no day of the calendar. Write it as year, month and day: 2026-01-31.",
      sv: "\($0.column.swedish) är inget datum som finns. Skriv år, månad och dag: 2026-01-31.")
  }
  private static let boolean = RuleInfo(guarding: "customField.boolean", "A custom yes-or-no field is yes or no.") {
    RuleTexts.notYesOrNo($0)
  }
  private static let choice = RuleInfo(guarding: "customField.choice", "A custom choice is one of its words.") {
    Text(
      en:
        "\($0.column.english) is none of the choices of the custom field “\($0.path?.customName ?? "")”. Write "
        + "one of them as it stands in the register's definition of the field.",
      sv:
        "\($0.column.swedish) är inget av valen i det egna fältet ”\($0.path?.customName ?? "")”. Skriv ett av "
        + "dem så som det står i fältets definition.")
  }

  private let kind: CustomFieldDefinition.Kind
  private let choices: ByteSet

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field == .customFields,
      let definition = scope.context.customFields.first(where: { $0.name == column.path.customName && !$0.isRemoved }),
      definition.kind != .text
    else { return nil }
    kind = definition.kind
    choices = ByteSet(definition.choices)
  }

  func check(_ sweep: inout ColumnSweep) {
    switch kind {
    case .text: return
    case .number: sweep.require(Self.number, DecimalSyntax.isCanonical)
    case .date: sweep.require(Self.date, CanonicalDate.isDay)
    case .boolean: sweep.require(Self.boolean, BooleanIsYesOrNo.isBoolean)
    case .choice: sweep.require(Self.choice) { choices.contains(UnsafeRawBufferPointer($0)) }
    }
  }
}
