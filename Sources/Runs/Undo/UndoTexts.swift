package import CustomerModel
import Texts

/// What is told of taking runs back.
enum UndoTexts {
  static func unknownRun(_ id: Int) -> Text {
    Text(en: "There is no run \(id).", sv: "Det finns ingen körning \(id).")
  }

  static func mergesAreWhole(run: Int) -> Text {
    Text(
      en: "Run \(run) made one customer of two, so that it is taken back as a whole or not at all.",
      sv: "Körning \(run) slog ihop två kunder till en och kan bara ångras som helhet.")
  }

  static func untouched(run: Int, number: String) -> Text {
    Text(en: "Run \(run) did nothing to customer \(number).", sv: "Körning \(run) ändrade inget hos kund \(number).")
  }
}

extension KundregError {
  /// There is no run of that number.
  package static func unknownRun(_ id: Int) -> KundregError {
    KundregError(.runUnknown, UndoTexts.unknownRun(id), remedies: [.listRuns])
  }
}

extension ErrorCode {
  static let ofUndo = [runUnknown, undoWholeOnly, undoUntouched]

  package static let runUnknown = ErrorCode("run.unknown", .failed, "There is no run of that number.")
  static let undoWholeOnly = ErrorCode(
    "undo.wholeOnly", .failed, "The run made one customer of two, so that it is taken back as a whole or not at all.")
  static let undoUntouched = ErrorCode("undo.untouched", .failed, "The run did nothing to the customer that is named.")
}
