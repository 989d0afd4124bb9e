import CustomerModel
import Texts

extension Remedy {
  /// What to type, in a sentence.
  var worded: Text {
    switch self {
    case .listRuns:
      Text(en: "`kundreg runs` lists them.", sv: "`kundreg runs` visar dem som finns.")
    case .showHistory(let number):
      Text(
        en: "`kundreg customer history \(ShellWord.quoted(number))` shows which runs changed it.",
        sv: "`kundreg customer history \(ShellWord.quoted(number))` visar vilka körningar som ändrat den.")
    case .undo(let run):
      Text(en: "Take it back with: kundreg undo \(run)", sv: "Ångra den med: kundreg undo \(run)")
    case .checkRegister:
      Text(en: "`kundreg doctor` names what is wrong.", sv: "`kundreg doctor` visar vad som är fel.")
    case .chooseCustomers:
      Text(
        en: "Give their numbers, or --where FIELD=VALUE, --filter NAME, or --all for every one.",
        sv: "Ange deras nummer, eller --where FÄLT=VÄRDE, --filter NAMN, eller --all för alla.")
    case .addCustomField(let field):
      Text(
        en: "Take it into use again with: \(Self.adding(field))",
        sv: "Ta det i bruk igen med: \(Self.adding(field))")
    case .listCustomFields:
      Text(en: "`kundreg field list` shows those that there are.", sv: "`kundreg field list` visar dem som finns.")
    case .logIn(let system):
      Text(
        en: "Log in with: kundreg erp login \(ShellWord.quoted(system))",
        sv: "Logga in med: kundreg erp login \(ShellWord.quoted(system))")
    }
  }

  private static func adding(_ field: CustomFieldDefinition) -> String {
    let choices = field.choices.isEmpty ? "" : " --choices \(ShellWord.quoted(field.choices.joined(separator: ",")))"
    return "kundreg field add \(ShellWord.quoted(field.name)) \(field.kind.rawValue)\(choices)"
  }
}
