import Runs
import Texts

/// What is told of runs whose problems are not kept with them.
enum ProblemListingTexts {
  static func remark(_ remark: RunProblems.Remark, run: Int) -> Text {
    switch remark {
    case .ofSync: ofSync(run: run)
    case .noImport: noImport(run: run)
    case .notKept: notKept(run: run)
    }
  }

  private static func ofSync(run: Int) -> Text {
    Text(
      en: "note: the findings of a sync stand in the report of its run: kundreg runs show \(run)",
      sv: "obs: det som hittades vid en synk står i körningens rapport: kundreg runs show \(run)")
  }

  private static func noImport(run: Int) -> Text {
    Text(
      en:
        "note: only imports keep what is wrong with rows. Run \(run) is no import: what it warned of or left out was told when it was "
        + "done, and is not kept",
      sv:
        "obs: fel på rader sparas bara för importer. Körning \(run) var ingen import: det som den varnade för eller utelämnade visades när "
        + "den gjordes och är inte sparat")
  }

  private static func notKept(run: Int) -> Text {
    Text(
      en:
        "note: run \(run) rejected rows or warned of some, and none of that is kept: it was made before problems were kept, or its "
        + "customers were forgotten. Its report may have examples: kundreg runs show \(run)",
      sv:
        "obs: körning \(run) avvisade rader eller varnade för några, men inget av det är sparat: den gjordes innan fel sparades, eller "
        + "så har dess kunder glömts. Rapporten kan ha exempel: kundreg runs show \(run)")
  }
}
