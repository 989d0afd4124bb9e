package import SwedishIdentity

/// Tells name and address of a company by its organisation number. Several threads may ask at once.
package protocol CompanyDirectory: Sendable {
  /// What sentences call it: `VIES`.
  var name: String { get }

  /// - Parameter number: an organisation's. A person's is never sent anywhere: it is refused.
  /// - Returns: nil when the directory does not know the company.
  func find(_ number: IdentityNumber) throws(LookupFailure) -> CompanyFacts?
}
