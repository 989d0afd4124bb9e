import CustomerModel
import Texts

extension SyncRemedy {
  /// What to type, in a sentence.
  var worded: Text {
    switch self {
    case .decideField(let field, let number, let system, let mayTakeTheirs):
      // Typed as a whole it must do nothing: a bar between the two would decide for the first.
      let command =
        "kundreg conflicts resolve \(ShellWord.quoted(number)) \(ShellWord.quoted(field)) --take register"
        + (system.map { " --erp \(ShellWord.quoted($0))" } ?? "")
      return mayTakeTheirs
        ? Text(
          en: "Decide with: \(command) (or --take erp)", sv: "Bestäm med: \(command) (eller --take erp)")
        : Text(en: "Decide with: \(command)", sv: "Bestäm med: \(command)")
    case .decideMatch(let number, let remote, let system, let mayBeSame):
      let command =
        "kundreg conflicts resolve \(ShellWord.quoted(number)) match --erp \(ShellWord.quoted(system)) "
        + "--remote \(ShellWord.quoted(remote)) --value"
      return mayBeSame
        ? Text(
          en: "Decide with: \(command) same (or --value different)",
          sv: "Bestäm med: \(command) same (eller --value different)")
        : Text(en: "Decide with: \(command) different", sv: "Bestäm med: \(command) different")
    case .listConflicts:
      return Text(
        en: "`kundreg conflicts list` shows what waits for a decision.",
        sv: "`kundreg conflicts list` visar vad som väntar på beslut.")
    case .nameSystem: return Text(en: "Say which with --erp.", sv: "Ange vilket med --erp.")
    case .nameRemoteCustomer: return Text(en: "Say which with --remote.", sv: "Ange vilken med --remote.")
    case .showMatches(let system):
      return Text(
        en: "Look at them with `\(Self.sync(system)) --dry-run`, then sync again, or confirm at once with --yes.",
        sv: "Titta på dem med `\(Self.sync(system)) --dry-run` och synka sedan igen, eller bekräfta direkt med --yes.")
    case .sendAtOnce(let system):
      return Text(
        en: "Send it at once with: \(Self.sync(system)) --retry", sv: "Skicka direkt med: \(Self.sync(system)) --retry")
    case .allowInactivation:
      return Text(
        en: "If they really were deleted there, allow it with --max-inactivate.",
        sv: "Om de verkligen har tagits bort där, tillåt det med --max-inactivate.")
    case .renumber(let number):
      return Text(
        en: "Give it another number with: kundreg customer renumber \(ShellWord.quoted(number)) NUMBER",
        sv: "Ge den ett annat nummer med: kundreg customer renumber \(ShellWord.quoted(number)) NUMMER")
    }
  }

  private static func sync(_ system: String) -> String { "kundreg sync \(ShellWord.quoted(system))" }
}
