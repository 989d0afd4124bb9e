import CustomerModel

/// How an address names a customer: by its number, unless that is a person's identity number. Addresses stand in histories and logs,
/// which are not to spread it.
package enum CustomerHandle: Sendable, Hashable {
  case number(String)
  case id(Int64)

  /// The handle that stands in links.
  package init(id: Int64, number: String) {
    self = IdentityMask.maskedNumber(number) == number ? .number(number) : .id(id)
  }

  /// What stands in the address, for a sentence that tells nothing else.
  package var typed: String {
    switch self {
    case .number(let number): number
    case .id(let id): "\(id)"
    }
  }
}
