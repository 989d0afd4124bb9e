package import CustomerModel
import Mapping
import SwedishIdentity

/// The country that the numbers or the postal codes of a list's customers tell, where no column says it: check digits that agree in
/// all rows are no chance. It holds for the rows that say nothing against it.
package struct CountryProof: Sendable, Equatable {
  /// Two letters, never Sweden's.
  package let country: String
  /// What tells it, the identity number or the postal code.
  package let field: FieldPath
  /// The columns of the list that hold it.
  package let columns: [Int]

  /// - Parameter cells: all that were looked at.
  /// - Returns: nil where not all of them are numbers of one and the same country, or where they are too few.
  static func byNumbers(_ cells: [String?], columns: [Int], rows: Int) -> CountryProof? {
    let values = distinct(cells)
    guard areEnough(values, rows: rows), !values.contains(where: isSwedish) else { return nil }
    let countries = countries.filter { country in values.allSatisfy { isNumber($0, of: country.rules) } }
    guard countries.count == 1 else { return nil }
    return CountryProof(country: countries[0].code, field: FieldPath(.identityNumber), columns: columns)
  }

  /// - Parameters:
  ///   - cells: all that were looked at.
  ///   - numbers: the identity numbers beside them.
  static func byPostalCodes(
    _ cells: [String?], numbers: [String?], field: FieldPath, columns: [Int], rows: Int
  ) -> CountryProof? {
    let values = distinct(cells)
    guard areEnough(values, rows: rows), values.allSatisfy(isBritish), !distinct(numbers).contains(where: isSwedish)
    else { return nil }
    return CountryProof(country: "GB", field: field, columns: columns)
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
  var entry: ColumnMapping { ColumnMapping(fields: [Self.filled], source: .constant(country), place: "") }

  private static let countries: [(rules: ForeignIdentityNumber.Country, code: String)] = [
    (.norway, "NO"), (.denmark, "DK"), (.finland, "FI"),
  ]

  private static func distinct(_ cells: [String?]) -> Set<String> {
    Set(cells.compactMap { $0?.trimmingBlanks }.filter { !$0.isEmpty })
  }

  /// Three, or both of a list of two.
  private static func areEnough(_ values: Set<String>, rows: Int) -> Bool {
    values.count >= 3 || values.count == 2 && rows == 2
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
          && text.utf8.dropFirst(6).first.map { "-+A".utf8.contains($0) } == true
      }
    guard digits == (country == .norway ? 9 : 8) || isPersons else { return false }
    return Array(text.utf8).withUnsafeBufferPointer { ForeignIdentityNumber.doubt($0, in: country) != .shape }
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
