package import AccountingSystems
import Foundation
package import Texts

extension CredentialState {
  /// How it stands with a login, in words.
  package var words: Text {
    switch self {
    case .none: Text(en: "none", sv: "ingen")
    case .loggedIn(let until?):
      Text(en: "until \(until.ISO8601Format())", sv: "till \(until.ISO8601Format())")
    case .loggedIn(nil): Text(en: "logged in", sv: "inloggad")
    case .serviceAccount: Text(en: "service account", sv: "tjänstekonto")
    case .renewable: Text(en: "renewed when needed", sv: "förnyas vid behov")
    case .expired: Text(en: "expired", sv: "har gått ut")
    }
  }
}
