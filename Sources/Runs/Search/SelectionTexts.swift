import CustomerModel
import Texts

/// What is told of how customers are chosen.
enum SelectionTexts {
  static let sayItOnce = Text(
    en: "Say which customers by their numbers or by conditions, not by both.",
    sv: "Ange kunderna med nummer eller med villkor, inte med båda.")

  static let sayWhich = Text(en: "Say which customers are meant.", sv: "Ange vilka kunder det gäller.")
}

extension ErrorCode {
  static let ofSelections = [choiceMissing]

  static let choiceMissing = ErrorCode(
    "choice.missing", .usage, "It is not said which customers are meant, or it is said in two ways.")
}
