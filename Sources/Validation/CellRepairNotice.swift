package import CustomerModel
package import Rows

/// What was mended in the cells of a file, told once for each kind of damage with the columns and a first row.
enum CellRepairNotice {
  static let infos = [blankWord, textGuard, fraction, control, keptFraction]

  private static let blankWord = RuleInfo(
    notice: "repair.blankWord", "Cells with a word that stands for no value count as blank."
  ) {
    "\($0.detail); such a cell counts as blank. If the word is a value of yours, put \"blankWords\": [] in the mapping, or "
      + "the words that are to be blank instead."
  }
  private static let textGuard = RuleInfo(
    notice: "repair.guard", "A sign that only tells a spreadsheet that a cell is a text is taken off."
  ) {
    "\($0.detail); the sign was taken off. If it belongs to your texts, put \"repairs\": [\"fractions\"] in the mapping."
  }
  private static let fraction = RuleInfo(
    notice: "repair.fraction",
    "A fraction of zero is taken off whole numbers when every number of the column has one, off identity numbers and postal codes always."
  ) {
    "\($0.detail); the fraction was taken off. If it belongs to your texts, put \"repairs\": [\"guards\"] in the mapping."
  }

  private static let control = RuleInfo(
    notice: "repair.control", "Control characters, which nobody sees, are left out of texts."
  ) {
    "\($0.detail); they were left out. Where such a character stands in a word, a letter or a sign was lost before the list came "
      + "here: look at the first row, and correct it in the program that wrote the list."
  }

  private static let keptFraction = RuleInfo(
    notice: "repair.keptFraction",
    "A text is no whole number with a fraction of zero, unless every number of its column has one."
  ) {
    "\($0.detail); that is kept, since not every number of the column is written so, or too few are. If a program made it of a "
      + "whole number, take the fraction off and import the rows again."
  }

  /// The rule of a kind, and how its sentence begins.
  fileprivate static func info(_ kind: CellRepair.Kind) -> (RuleInfo, one: String, several: String) {
    switch kind {
    case .blankWord:
      (blankWord, "cell holds a word that stands for no value", "cells hold a word that stands for no value")
    case .textGuard:
      (
        textGuard, "cell has a sign before a text for a spreadsheet",
        "cells have a sign before a text for a spreadsheet"
      )
    case .fraction:
      (fraction, "cell holds a whole number as a decimal one", "cells hold whole numbers as decimal ones")
    case .control:
      (control, "cell holds control characters that nobody sees", "cells hold control characters that nobody sees")
    case .keptFraction:
      (
        keptFraction, "text is a whole number with .0 or ,0 behind it",
        "texts are whole numbers with .0 or ,0 behind them"
      )
    }
  }
}

extension Validator {
  /// The notice of what was mended, all of one kind; nil when that is nothing, or the configuration has switched it off.
  ///
  /// - Parameter place: where a position is, as a person finds it.
  package func notice(of repairs: [CellRepair], place: (UInt32) -> RowPlace) -> Problem? {
    guard let first = repairs.min(by: { $0.position < $1.position }) else { return nil }
    let (info, one, several) = CellRepairNotice.info(first.kind)
    let severity = severities.severity(of: info)
    guard severity != .off else { return nil }
    let count = repairs.reduce(0) { $0 + $1.count }
    let names = repairs.map { "“\(header($0.column))” \($0.count)" }
    let shown = names.prefix(10).joined(separator: ", ") + (names.count > 10 ? " and \(names.count - 10) more" : "")
    let example = first.example.isEmpty ? "" : "\(first.example) "
    let detail = "\(count) \(count == 1 ? one : several) (\(shown); first \(example)in row \(place(first.position)))"
    let column = columns.first { $0.sources.contains(first.column) }
    let rulePlace = RulePlace(
      header: header(first.column), path: column?.path, settings: context.settings, detail: detail)
    return Problem(
      code: info.code, severity: severity, path: column?.path, column: first.column, message: info.message(rulePlace))
  }

  private func header(_ column: Int) -> String {
    headers.indices.contains(column) ? headers[column] : "column \(column + 1)"
  }
}
