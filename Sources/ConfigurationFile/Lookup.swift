package import Foundation

/// Where companies' names and addresses are looked up by organisation number.
package struct Lookup: Sendable, Equatable {
  package enum Provider: String, Sendable, CaseIterable {
    /// Nowhere: no number leaves this computer.
    case none
    /// The European Commission's VAT Information Exchange System.
    case vies
  }

  package var provider = Provider.none
  /// The address of the service's interface.
  package var baseURL: URL
  /// At most so many requests in any window of ``windowSeconds``. VIES states no number, only that too many at once are
  /// turned away.
  package var requestsPerWindow = 2
  package var windowSeconds = 1.0

  /// The built-in values.
  package init() {
    let address = "https://ec.europa.eu/taxation_customs/vies/rest-api"
    guard let url = URL(string: address) else { preconditionFailure("\(address) is no address") }
    baseURL = url
  }
}
