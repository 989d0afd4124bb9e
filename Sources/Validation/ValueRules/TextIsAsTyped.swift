import CustomerModel
import Rows
import Texts

/// A number, a name or a telephone is not the text that a spreadsheet makes of a code. It is kept, since nobody can know what
/// was typed, or whether it was that.
///
/// The rules of these fields, which walk their columns anyway, ask for it: a walk more would slow every import.
enum TextIsAsTyped {
  static let infos = [converted]

  static let converted = RuleInfo(
    "text.converted", .warn,
    "A number, a name or a telephone is not what a spreadsheet makes of a code, such as a date."
  ) {
    $0.doubted(
      Text(
        en:
          "\($0.column.english) holds what a spreadsheet makes of a code: a date of 10-12, 1E+05 of 1E5, 8,47E+08 "
          + "of a long number, SANT of a formula.",
        sv:
          "\($0.column.swedish) innehåller sådant som kalkylprogram gör om koder till: ett datum av 10-12, 1E+05 "
          + "av 1E5, 8,47E+08 av ett långt nummer, SANT av en formel."),
      Text(
        en: "Compare it with the source, and format the column as text before the list is exported again.",
        sv: "Jämför med källan, och formatera kolumnen som text innan listan exporteras igen."))
  }

  /// True for the fields of text that hold no dates. What a person types in a command is what is meant.
  static func asks(_ path: FieldPath, _ scope: RuleScope) -> Bool {
    guard scope.context.origin != .command else { return false }
    switch path.field {
    case .number, .customerName, .contactName, .apartmentNumber: return true
    default: return path.field.kind == .phone || path.field.name.hasSuffix(".city")
    }
  }
}
