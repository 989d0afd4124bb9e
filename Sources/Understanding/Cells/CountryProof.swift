package import CustomerModel
package import Mapping
import SwedishIdentity

/// The country that the numbers or the postal codes of a list's customers tell, where no column says it: check digits that agree in
/// nearly all rows are no chance. It holds for the rows that say nothing against it.
package struct CountryProof: Sendable, Equatable {
  /// Two letters, never Sweden's.
  package let country: String
  /// What tells it, the identity number or the postal code.
  package let field: FieldPath
  /// The columns of the list that hold it.
  package let columns: [Int]
  /// False where it holds only for rows whose own number is of the country: where others of the list are not, or where a mapping fits,
  /// which says of rows without a number all that is to be said.
  package let coversRowsWithout: Bool

  /// - Parameters:
  ///   - cells: all that were looked at.
  ///   - headings: those of the columns, one of which may name a country's own numbers.
  ///   - rows: how many rows were looked at.
  /// - Returns: nil where not nearly all of them are numbers of one and the same country, or where those are too few. A Swedish number
  ///   with a wrong digit that happens to be another country's stands among Swedish ones.
  static func byNumbers(
    _ cells: [String?], columns: [Int], headings: [String], rows: Int, wereTaken: Bool = false
  ) -> CountryProof? {
    let values = distinct(cells)
    let counts = countries.map { country in
      (country.code, values.count { !isSwedish($0) && isNumber($0, of: country.rules) })
    }
    guard let most = counts.map(\.1).max(), most > 0 else { return nil }
    let named = headings.lazy.compactMap(country(named:)).first
    let best = counts.filter { $0.1 == most }.map(\.0)
    guard let country = best.count == 1 ? best[0] : best.first(where: { $0 == named }) else { return nil }
    let isNamed = country == named
    guard isNamed || wereTaken ? most * 2 >= values.count : areEnough(most, of: values.count, rows: rows) else {
      return nil
    }
    return CountryProof(
      country: country, field: FieldPath(.identityNumber), columns: columns,
      coversRowsWithout: !values.contains(where: isSwedish))
  }

  /// The same of a list that a mapping fits: nil where that fills the country of an address.
  ///
  /// - Parameters:
  ///   - filled: what is filled beside.
  ///   - sample: the rows that were looked at.
  ///   - wereTaken: true where none of them was rejected for its number, which it would have been unless it was another country's: then
  ///     one tells.
  package static func beside(
    _ file: MappingFile, header: [String], filled: [FieldPath] = [], sample: [[String?]], wereTaken: Bool = false
  ) -> CountryProof? {
    let found = HeaderMatch(file, header: header).found
    let paths = found.flatMap { $0.fields.compactMap(\.self) } + filled
    guard file.direction == .in, !paths.contains(where: { $0.description.hasSuffix(".country") }) else { return nil }
    let columns = found.first { $0.fields.contains(FieldPath(.identityNumber)) }?.sources.compactMap(\.self) ?? []
    let cells = sample.flatMap { row in columns.map { $0 < row.count ? row[$0] : nil } }
    return byNumbers(
      cells, columns: columns, headings: columns.map { header[$0] }, rows: sample.count, wereTaken: wereTaken
    ).map {
      CountryProof(country: $0.country, field: $0.field, columns: $0.columns, coversRowsWithout: false)
    }
  }

  /// The country whose numbers alone are called so.
  private static func country(named heading: String) -> String? {
    let letters = heading.lowercased().filter(\.isLetter)
    if letters.contains("organisasjon") { return "NO" }
    if letters.hasPrefix("cvr") { return "DK" }
    return letters.contains("ytunnus") || letters.hasPrefix("fonummer") || letters == "fonr" ? "FI" : nil
  }

  /// - Parameters:
  ///   - cells: all that were looked at.
  ///   - numbers: the identity numbers beside them.
  static func byPostalCodes(
    _ cells: [String?], numbers: [String?], field: FieldPath, columns: [Int], rows: Int
  ) -> CountryProof? {
    let values = distinct(cells)
    guard areEnough(values.count, of: values.count, rows: rows), values.allSatisfy(isBritish),
      !distinct(numbers).contains(where: isSwedish)
    else { return nil }
    return CountryProof(country: "GB", field: field, columns: columns, coversRowsWithout: true)
  }

  /// False for the number or the postal code of a row that cannot be of the country. One with a wrong check digit can: that it is
  /// wrong is told by that country's rules.
  package func holds(for text: String) -> Bool {
    guard let rules = Self.countries.first(where: { $0.code == country })?.rules else { return Self.isBritish(text) }
    return !Self.isSwedish(text) && Self.hasForm(text, of: rules)
      && !Self.countries.contains {
        $0.code != country && Self.isNumber(text, of: $0.rules) && !Self.isNumber(text, of: rules)
      }
  }

  /// The field that gets the country.
  package static let filled = FieldPath("invoiceAddress.country")!

  /// The entry of a mapping that gives it to every row.
  package var entry: ColumnMapping { ColumnMapping(fields: [Self.filled], source: .constant(country), place: "") }

  private static let countries: [(rules: ForeignIdentityNumber.Country, code: String)] = [
    (.norway, "NO"), (.denmark, "DK"), (.finland, "FI"),
  ]

  private static func distinct(_ cells: [String?]) -> Set<String> {
    Set(cells.compactMap { $0?.trimmingBlanks }.filter { !$0.isEmpty })
  }

  /// Three at least and four of five, or both of a list of two.
  private static func areEnough(_ right: Int, of count: Int, rows: Int) -> Bool {
    right >= 3 && right * 5 >= count * 4 || right == 2 && count == 2 && rows == 2
  }

  private static func isSwedish(_ text: String) -> Bool { CellKind.kinds(of: text).contains(.identityNumber) }

  /// A company's number with a right check digit, or what has the form of a person's.
  private static func isNumber(_ text: String, of country: ForeignIdentityNumber.Country) -> Bool {
    hasForm(text, of: country)
      && Array(text.utf8).withUnsafeBufferPointer { ForeignIdentityNumber.doubt($0, in: country) == nil }
  }

  /// The digits of a company's number, or the form of a person's.
  private static func hasForm(_ text: String, of country: ForeignIdentityNumber.Country) -> Bool {
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    let isPersons =
      switch country {
      case .norway: digits == 11
      case .denmark: false
      case .finland:
        text.utf8.count == 11 && (9...10).contains(digits)
          && text.utf8.dropFirst(6).first.map { "-+A".utf8.contains($0) } == true && beginsWithDay(text)
      }
    guard digits == (country == .norway ? 9 : 8) || isPersons else { return false }
    return Array(text.utf8).withUnsafeBufferPointer { ForeignIdentityNumber.doubt($0, in: country) != .shape }
  }

  /// True for `DDMMYY…`. A Swedish organisation number has the length and the hyphen of a Finnish person's, but no such month.
  private static func beginsWithDay(_ text: String) -> Bool {
    guard let day = Int(text.prefix(2)), let month = Int(text.dropFirst(2).prefix(2)) else { return false }
    return (1...31).contains(day) && (1...12).contains(month)
  }

  /// `RG9 1AA`: letters, a digit, perhaps one more or a letter, a blank, a digit and two letters. The islands beside Britain have
  /// the form, and countries of their own.
  private static func isBritish(_ text: String) -> Bool {
    let parts = text.uppercased().split(separator: " ")
    guard parts.count == 2, !["JE", "GY", "IM"].contains(parts[0].prefix(2)), (2...4).contains(parts[0].count),
      parts[1].count == 3
    else { return false }
    return parts[0].first!.isLetter && parts[0].contains(where: \.isNumber) && parts[1].first!.isNumber
      && parts[1].dropFirst().allSatisfy(\.isLetter)
  }
}
