import CustomerModel
import Texts

/// What is told of how cards are shown.
enum DisplayTexts {
  static func unknownOrder(_ text: String, known: [String]) -> Text {
    let names = known.joined(separator: ", ")
    return Text(
      en:
        "References are sorted by what they have, with :desc after it to turn the order, not by \(text). They have \(names).",
      sv:
        "Referenser sorteras efter det de har, med :desc efter för omvänd ordning, inte efter \(text). De har \(names)."
    )
  }
}

extension ErrorCode {
  static let ofDisplay = [recordsSortUnknown]

  static let recordsSortUnknown = ErrorCode("sort.unknown", .usage, "A list cannot be sorted by that.")
}
