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

  /// Stands for every spelling.
  static let everySpelling = "*"
  /// Before spellings beside which no other is remarked on.
  static let silent = "!"

  /// The words of a column.
  ///
  /// - Parameters:
  ///   - own: those that the mapping gives instead of the usual ones; nil when it gives none.
  ///   - fields: the fields that the column fills.
  ///   - knows: true for a word that means something in the column.
  static func list(own: [String]?, fields: [FieldPath], knows: (String) -> Bool) -> WordList {
    if let own { return WordList(own.filter { !knows($0) }.map { WordPair($0, everySpelling) }) }
    var pairs = ofPrograms
    if !fields.isEmpty, fields.allSatisfy({ isNumberOrAddress($0.field) }) {
      pairs = pairs.map { WordPair($0.word, everySpelling) } + ofPeople.map { WordPair($0, everySpelling) }
    } else if fields.contains(where: { $0.field == .customerName || $0.field == .contactName }) {
      // Nobody is called so; names are kept, and these remarked on.
      pairs += ofPeople.map { WordPair($0, everySpelling) }
    }
    return WordList(pairs.filter { !knows($0.word) })
  }

  private static func isNumberOrAddress(_ field: Field) -> Bool {
    switch field.kind {
    case .identityNumber, .identityNumberSet, .vatNumber, .phone, .email: true
    default: false
    }
  }
}
