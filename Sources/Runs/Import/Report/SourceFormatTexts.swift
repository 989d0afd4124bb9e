import Rows
import Texts

/// What an input was read as, in words.
enum SourceFormatTexts {
  static let workbook = Text(en: "workbook", sv: "arbetsbok")
  static let json = Text(verbatim: "JSON")

  static func text(_ dialect: Dialect) -> Text {
    let (delimiter, quoting) = (delimiter(dialect), quoting(dialect))
    return Text(
      en: "text with \(delimiter.english) between cells, \(dialect.encoding.rawValue)\(quoting.english)",
      sv: "text med \(delimiter.swedish) mellan cellerna, \(dialect.encoding.rawValue)\(quoting.swedish)")
  }

  private static func delimiter(_ dialect: Dialect) -> Text {
    if dialect.delimiter == UInt8(ascii: "\t") { return Text(en: "tabs", sv: "tabbar") }
    let sign = Character(Unicode.Scalar(dialect.delimiter))
    return Text(en: "\"\(sign)\"", sv: "”\(sign)”")
  }

  /// What is unusual about the quoting.
  private static func quoting(_ dialect: Dialect) -> Text {
    switch (dialect.escape == .backslash, dialect.hasQuotedLines) {
    case (false, false): .empty
    case (true, false): Text(en: ", backslashes escape", sv: ", omvända snedstreck före tecken")
    case (false, true): Text(en: ", whole lines in quotes", sv: ", hela rader inom citattecken")
    case (true, true):
      Text(
        en: ", backslashes escape, whole lines in quotes",
        sv: ", omvända snedstreck före tecken, hela rader inom citattecken")
    }
  }
}

extension SourceFormat {
  /// What the input was read as, in words.
  var label: Text {
    switch self {
    case .workbook: SourceFormatTexts.workbook
    case .json: SourceFormatTexts.json
    case .delimited(let dialect): SourceFormatTexts.text(dialect)
    }
  }
}
