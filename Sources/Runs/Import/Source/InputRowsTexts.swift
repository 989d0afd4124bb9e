import Texts

/// What is told of an input in which no rows stand.
enum InputRowsTexts {
  /// An array without objects, or with objects that say nothing.
  static func emptyList(_ input: String) -> Text {
    Text(
      en:
        "\(input) holds no customers: its list is empty. An export of a register without customers looks so. Nothing was "
        + "imported.",
      sv:
        "\(input) innehåller inga kunder: listan är tom. Så ser exporten av ett register utan kunder ut. Inget importerades."
    )
  }
}
