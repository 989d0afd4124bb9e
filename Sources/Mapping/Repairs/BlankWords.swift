import CustomerModel

/// Words that programs write where they have no value, and what people write who must fill in something.
///
/// Sources: SQL's NULL as query tools show it, `\N` of MySQL, Python's None, not-a-number of its tables (pandas) and of C, the
/// spreadsheets' #N/A in English and Swedish, JavaScript's undefined.
enum BlankWords {
  /// What programs write, and in which spellings it is theirs; in another it may be a name, and is only remarked on.
  private static let ofPrograms: [WordPair] = [
    WordPair("NULL", "NULL|null"), WordPair("(null)", everySpelling), WordPair("<null>", everySpelling),
    WordPair("[null]", everySpelling),
    WordPair("\\N", "\\N"), WordPair("nan", "nan|NaN|NAN"), WordPair("-nan", everySpelling), WordPair("None", "None"),
    WordPair("NaT", silent + "NaT"), WordPair("<NA>", everySpelling), WordPair("#N/A", everySpelling),
    WordPair("#SAKNAS!", everySpelling),
    WordPair("undefined", "undefined"),
  ]

  /// What people write in a column of numbers or addresses that can hold no such thing.
  private static let ofPeople = [
    "-", "--", "---", "–", "—", "saknas", "uppgift saknas", "N/A", "n.a.", "NA", "0",
  ]

  /// Those of ``ofPeople`` that may be somebody's customer number, and are only remarked on.
  private static let possibleNumbers: Set<String> = ["NA", "0"]

  /// Stands for every spelling.
  static let everySpelling = "*"
  /// Before spellings beside which no other is remarked on.
  static let silent = "!"
  /// Stands for no spelling: the word is remarked on however it is written.
  private static let noSpelling = "|"

  /// The words of a column.
  ///
  /// - Parameters:
  ///   - own: those that the mapping gives instead of the usual ones; nil when it gives none.
  ///   - fields: the fields that the column fills.
  ///   - knows: true for a word that means something in the column.
  static func list(own: [String]?, fields: [FieldPath], knows: (String) -> Bool) -> WordList {
    if let own { return WordList(own.filter { !knows($0) }.map { WordPair($0, everySpelling) }) }
    var pairs = ofPrograms
    if fields.contains(where: { $0.field == .number }) {
      // Letters, digits and hyphens may be a number: what programs write in capitals or small letters is none.
      pairs += ofPeople.map { WordPair($0, possibleNumbers.contains($0) ? noSpelling : everySpelling) }
    } else if !fields.isEmpty, fields.allSatisfy({ isNumberOrAddress($0.field) }) {
      pairs = pairs.map { WordPair($0.word, everySpelling) } + ofPeople.map { WordPair($0, everySpelling) }
    } else if fields.contains(where: { $0.field == .customerName || $0.field == .contactName }) {
      // Nobody is called so; names are kept, and these remarked on.
      pairs += ofPeople.map { WordPair($0, everySpelling) }
    }
    return WordList(pairs.filter { !knows($0.word) })
  }

  /// All words that say nothing of what a column holds. Zero does, where it is a value.
  static func listOfSilent(own: [String]?, fields: [FieldPath]) -> WordList {
    let isNumber = !fields.isEmpty && fields.allSatisfy { isNumberOrAddress($0.field) }
    let words = ofPrograms.map(\.word) + ofPeople.filter { $0 != "0" || isNumber } + (own ?? [])
    return WordList(words.map { WordPair($0, everySpelling) })
  }

  private static func isNumberOrAddress(_ field: Field) -> Bool {
    switch field.kind {
    case .identityNumber, .identityNumberSet, .vatNumber, .phone, .email: true
    default: false
    }
  }
}
