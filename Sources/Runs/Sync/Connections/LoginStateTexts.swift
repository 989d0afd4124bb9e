package import AccountingSystems
package import Foundation
package import Texts

extension CredentialState {
  /// How it stands with a login, in words.
  ///
  /// - Parameter time: writes a moment as whoever asks reads it.
  package func words(_ time: (Date) -> String) -> Text {
    switch self {
    case .none: Text(en: "none", sv: "ingen")
    case .loggedIn(let until?):
      Text(en: "until \(time(until))", sv: "till \(time(until))")
    case .loggedIn(nil): Text(en: "logged in", sv: "inloggad")
    case .serviceAccount: Text(en: "service account", sv: "tjänstekonto")
    case .renewable: Text(en: "renewed when needed", sv: "förnyas vid behov")
    case .expired: Text(en: "expired", sv: "har gått ut")
    }
  }
}
