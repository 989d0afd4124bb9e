/// One step between a cell and a field. Each case has its file in `Transforms/`.
///
/// Trimming and collapsing of blanks comes before all, the canonical form of the field's kind after all; neither is
/// written in a mapping.
package enum Transform: Sendable, Hashable {
  case upper, lower, title
  /// Characters that are written as HTML writes them, `&amp;`.
  case entities
  case not
  case number
  case boolean
  case identityNumber, vatNumber, postalCode
  case country, language
  /// Digits with an optional `+`; the calling code is put before domestic numbers when there is one.
  case phone(callingCode: String?)
  case date(DateOrder)
  case prefix(String), suffix(String)
  case replace(pattern: String, with: String)
  case values([WordPair])
  /// The characters at which a set is split.
  case list(separators: String)
  case split(Split)

  /// The order of day and month in dates that do not begin with the year.
  package enum DateOrder: String, Sendable, Hashable, CaseIterable {
    case dayFirst = "DMY"
    case monthFirst = "MDY"
  }

  /// How one value becomes several.
  package enum Split: Sendable, Hashable {
    /// `123 45 Storstad` to postal code and city.
    case postalCodeCity
    /// `Anna Maria Berg` or `Berg, Anna Maria` to first names and last name.
    case fullName
    /// At each occurrence of a text; the last part keeps the rest.
    case at(String)
    /// The capture groups of a regular expression.
    case groups(String)
  }

  /// The names that stand alone in a file.
  static let simple: [(name: String, transform: Transform)] = [
    ("upper", .upper), ("lower", .lower), ("title", .title), ("not", .not), ("number", .number), ("boolean", .boolean),
    ("identityNumber", .identityNumber), ("vatNumber", .vatNumber), ("postalCode", .postalCode), ("country", .country),
    ("language", .language), ("entities", .entities), ("phone", .phone(callingCode: nil)), ("date", .date(.dayFirst)),
  ]

  /// The names that take an argument in a file: `{"prefix": "K"}`.
  static let withArgument = ["phone", "date", "prefix", "suffix", "replace", "values", "list", "split"]
}
