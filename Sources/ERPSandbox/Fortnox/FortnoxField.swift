/// A key of Fortnox's `Customer`.
struct FortnoxField: Sendable {
  /// What values a field takes.
  enum Kind: Sendable, Equatable {
    /// Free text of the characters that Fortnox lets through.
    case text
    case email
    case identityNumber
    case vatNumber
    case country
    case currency
    /// Must be one that the company has.
    case reference(FortnoxReference)
    case account
    case choice([String])
    case flag
    case number
    /// An amount that is shown as text.
    case amount
    /// Members of an object, each one of the values; an empty list takes any text.
    case object(members: [String], values: [String])
    /// Made by Fortnox; what a client sends is passed over.
    case computed
  }

  let name: String
  let kind: Kind
  let shortest: Int
  let longest: Int?
  /// What a field without a value shows when a customer is fetched.
  let empty: JSON

  init(_ name: String, _ kind: Kind = .text, shortest: Int = 0, longest: Int? = 1024, empty: JSON = .null) {
    self.name = name
    self.kind = kind
    self.shortest = shortest
    self.longest = longest
    self.empty = empty
  }
}

/// The company's lists that customers refer to.
enum FortnoxReference: Sendable, Equatable {
  case costCenter
  case project
  case priceList
  case termsOfPayment
  case termsOfDelivery
  case wayOfDelivery
}
