import Mapping

/// What stands in a row below the headings that tells people how to fill the columns in.
enum HintWords {
  /// How much a cell is a hint.
  enum Strength: Comparable {
    /// It is none.
    case none
    /// It may be one, and may be a code or a name: `text`, `kr`.
    case weak
    /// No customer's detail is written so: `(5 siffror)`, `obligatoriskt`, `max 50 tecken`.
    case strong
  }

  static func strength(_ cell: String) -> Strength {
    let text = cell.trimmingBlanks
    guard !text.isEmpty, text.count <= 120 else { return .none }
    if let first = text.first, let last = text.last, brackets[first] == last, text.contains(where: \.isLetter) {
      return .strong
    }
    if isPattern(text) { return .strong }
    let lower = text.lowercased()
    if examples.contains(where: lower.hasPrefix) || types.contains(where: lower.hasPrefix) { return .strong }
    var strength = Strength.none
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "%" }) {
      if word.allSatisfy(\.isNumber) { continue }
      let key = word == "%" ? "%" : HeaderKey.of(String(word))
      if demands.contains(key) {
        strength = .strong
      } else if units.contains(key) {
        strength = max(strength, .weak)
      } else if !fillers.contains(key) {
        return .none
      }
    }
    // A limit in figures is no one's name: `max 50 tecken`, `5 siffror`.
    if strength == .weak, text.contains(where: \.isNumber), lower.contains(where: \.isWhitespace) { return .strong }
    return strength
  }

  /// True for a cell without a letter or a figure: a unit or a placeholder, such as `%`, `-` or `...`.
  static func isSign(_ cell: String) -> Bool {
    let text = cell.trimmingBlanks
    return !text.isEmpty && text.allSatisfy { signs.contains($0) }
  }

  /// True for a word that any list may have for a column's name, and that says so beside hints: `nr`, `namn`.
  static func isColumnWord(_ cell: String) -> Bool { columnWords.contains(HeaderKey.of(cell)) }

  /// True for a heading of numbers, whosever: `Levnr`, `Objektnummer`, `Customer no`. Numbers have digits, and codes seldom such an end.
  static func isNumberHeading(_ cell: String) -> Bool {
    let text = cell.trimmingBlanks
    guard text.count <= 40, !text.contains(where: \.isNumber) else { return false }
    let words = text.split { !$0.isLetter }.map { HeaderKey.of(String($0)) }
    guard let last = words.last else { return false }
    if words.count > 1, numberWords.contains(last), text.contains(where: { $0.isWhitespace || $0 == "." }) {
      return true
    }
    return compoundEnds.contains { last.count > $0.count + 2 && last.hasSuffix($0) }
  }

  private static let numberWords: Set<String> = ["nr", "no", "nummer", "number", "id", "kod", "code"]
  private static let compoundEnds = ["nr", "nummer", "number", "kod"]

  /// True for the letters by which record descriptions name kinds of fields: `N`, `A`, `AN`.
  static func isKindLetter(_ cell: String) -> Bool { kindLetters.contains(HeaderKey.of(cell)) }

  /// True for a form drawn of placeholders: `ÅÅÅÅ-MM-DD`, `NNNNNN-NNNN`, `XXX XX`.
  private static func isPattern(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    return letters.count >= 4 && text.allSatisfy { "ÅYMDNXåymdnx-/ .".contains($0) }
      && Set(letters.lowercased()).isSubset(of: ["å", "y", "m", "d", "n", "x"])
      && (Set(letters).count == 1 || letters.lowercased().hasPrefix("åå") || letters.lowercased().hasPrefix("yy")
        || letters.lowercased().hasPrefix("dd") || letters.lowercased().hasPrefix("mm"))
  }

  private static let brackets: [Character: Character] = ["(": ")", "[": "]", "<": ">", "{": "}"]
  private static let examples = ["t.ex", "t ex ", "tex.", "ex.", "ex:", "exempel:", "e.g.", "example:"]
  private static let types = ["varchar(", "nvarchar(", "char(", "nchar(", "decimal(", "numeric("]

  private static let demands = keys([
    "obligatorisk", "obligatoriskt", "obligatoriska", "valfri", "valfritt", "valfria", "frivillig", "frivilligt",
    "krävs",
    "required", "mandatory", "optional",
  ])

  private static let units: Set<String> = keys([
    "kr", "kronor", "SEK", "EUR", "st", "text", "fritext", "tal", "heltal", "siffra", "siffror", "tecken", "bokstäver",
    "datum", "belopp", "procent", "ja", "nej", "j", "n", "string", "sträng", "integer", "int", "decimal", "number",
    "boolean", "bool", "date", "characters", "chars", "digits", "letters", "yes", "no",
    "varchar", "nvarchar", "varchar2", "char", "nchar", "character", "varying", "ntext", "longtext", "mediumtext",
    "clob", "blob", "bigint",
    "smallint", "tinyint", "numeric", "float", "double", "real", "money", "bit", "datetime", "datetime2", "timestamp",
    "serial", "uuid", "guid", "uniqueidentifier", "alfanumeriskt", "alfanumerisk", "numeriskt", "numerisk",
    "alphanumeric",
  ]).union(["%"])

  private static let columnWords = keys(["nr", "nummer", "namn", "id", "kod", "name", "code"])

  private static let signs = Set("%‰-–—−‐*•·….,:;/\\|+=_~#?!€$£¥°()[]{}<>\"'")

  private static let kindLetters = keys(["n", "a", "an", "x", "c", "d", "t", "s", "i", "b"])

  private static let fillers = keys([
    "max", "min", "högst", "minst", "upp", "till", "med", "utan", "och", "eller", "fält", "fältet", "måste", "anges",
    "ska",
    "får", "vara", "minus", "bindestreck", "mellanslag", "field", "must", "be", "at", "most", "least", "up", "to", "or",
    "and", "with", "without", "maximum", "minimum", "längd", "length", "exakt", "exactly",
  ])

  private static func keys(_ words: [String]) -> Set<String> { Set(words.map(HeaderKey.of)) }
}
