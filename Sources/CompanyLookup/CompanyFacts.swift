/// What a directory tells of a company.
package struct CompanyFacts: Sendable, Equatable {
  /// An address in the parts of a customer's card.
  package struct Address: Sendable, Equatable {
    /// Street, box or care-of lines; none where the postal code is the company's own.
    package var lines: [String]
    /// `123 45`.
    package var postalCode: String
    package var city: String

    package init(lines: [String], postalCode: String, city: String) {
      self.lines = lines
      self.postalCode = postalCode
      self.city = city
    }
  }

  /// Nil when the directory does not tell it. Upper and lower case as told: nobody can know whether `ABB` is a word.
  package var name: String?
  /// `SE556677889901`.
  package var vatNumber: String
  /// The address as told, a line each; empty when it is not told.
  package var addressLines: [String]
  /// Nil when no Swedish address can be made out of ``addressLines``.
  package var address: Address?

  package init(name: String?, vatNumber: String, addressLines: [String]) {
    self.name = name
    self.vatNumber = vatNumber
    self.addressLines = addressLines
    address = Address(told: addressLines)
  }
}
