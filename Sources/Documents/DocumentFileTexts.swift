import Texts

/// Why a file was not read.
enum DocumentFileTexts {
  static func isTooLarge(megabytes: Int) -> Text {
    Text(
      en: "it has more than \(megabytes) MB, as no such file has",
      sv: "den är större än \(megabytes) MB, och så stor är ingen sådan fil")
  }
}
