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
    }
  }
}
