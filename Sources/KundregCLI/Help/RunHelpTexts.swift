/// What the help of runs and plans says, in Swedish, by the English that stands with the command.
enum RunHelpTexts {
  static let swedish: [String: String] = [
    "Do exactly what a plan says, or nothing if a customer it touches has changed since.":
      "Gör exakt det som planen säger, eller inget om en kund i den har ändrats sedan dess.",
    "With --skip-stale the other customers get what the plan says; those that have changed since are named, and the status is 2.":
      "Med --skip-stale får de övriga kunderna det som planen säger; de som har ändrats sedan dess visas, och status är 2.",
    "A plan that `kundreg import --plan` wrote.":
      "En plan som `kundreg import --plan` skrev.",
    "Go on without the customers that have changed since the plan was made.":
      "Fortsätt utan kunderna som har ändrats sedan planen gjordes.",
    "Take back one run, itself as a run.":
      "Ångra en körning, i en egen körning.",
    "What changed again since the run is left as it is, and named. With --customer the others keep what the run gave them.":
      "Det som har ändrats igen sedan körningen lämnas och visas. Med --customer behåller de övriga det som körningen gav dem.",
    "The run's number, as `kundreg runs` lists it.":
      "Körningens nummer, så som `kundreg runs` visar det.",
    "Take back only what the run did to this customer.":
      "Ångra bara det som körningen gjorde med den här kunden.",
    "What was done, by whom, and what came of it.":
      "Vad som gjordes, av vem, och vad det gav.",
    "The runs, newest first.":
      "Körningarna, den nyaste först.",
    "How many runs to show.":
      "Hur många körningar som ska visas.",
    "One run with its report and the customers it changed.":
      "En körning med sin rapport och kunderna som den ändrade.",
    "The run's number.":
      "Körningens nummer.",
    "Every reject and warning of every row, instead.":
      "I stället alla fel och varningar på alla rader.",
    "With --problems, only those of this code. May be given several times.":
      "Bara de med den här koden, tillsammans med --problems. Kan anges flera gånger.",
  ]
}
