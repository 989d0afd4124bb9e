import Texts

/// What the program says when it is asked for nothing.
enum FirstStepsTexts {
  static func withoutRegister(_ path: String) -> Text {
    Text(
      en: """
        Kundreg imports and keeps a register of customers. There is none yet at \(path). Begin with:

          kundreg init                       creates an empty register
          kundreg import LIST --dry-run      shows what a list (.xlsx, .csv or .json) would change
          kundreg import LIST                imports it
          kundreg undo RUN                   takes it back

        All commands: kundreg help
        """,
      sv: """
        Kundreg importerar och sköter ett kundregister. Det finns inget än på \(path). Börja med:

          kundreg init                       skapar ett tomt register
          kundreg import LISTA --dry-run     visar vad en lista (.xlsx, .csv eller .json) skulle ändra
          kundreg import LISTA               importerar den
          kundreg undo KÖRNING               ångrar importen

        Alla kommandon: kundreg help
        """)
  }

  static func withRegister(_ path: String) -> Text {
    Text(
      en: """
        Kundreg imports and keeps a register of customers. This one is \(path).

          kundreg import LIST --dry-run      shows what a list (.xlsx, .csv or .json) would change
          kundreg customer list --all        shows the customers
          kundreg runs                       shows what was done, and kundreg undo RUN takes one back
          kundreg doctor                     checks the register and the configuration

        All commands: kundreg help
        """,
      sv: """
        Kundreg importerar och sköter ett kundregister. Det här är \(path).

          kundreg import LISTA --dry-run     visar vad en lista (.xlsx, .csv eller .json) skulle ändra
          kundreg customer list --all        visar kunderna
          kundreg runs                       visar vad som gjorts, och kundreg undo KÖRNING ångrar en körning
          kundreg doctor                     kontrollerar registret och inställningarna

        Alla kommandon: kundreg help
        """)
  }
}
