import AccountingSystems
package import ConfigurationFile
import CustomerModel

extension Configuration {
  /// The accounting system of that name.
  ///
  /// - Throws: ``KundregError`` `erp.unknown` with status 78, naming those there are.
  package func system(named name: String) throws -> AccountingSystem {
    guard let system = erps[name] else {
      throw KundregError(.erpUnknown, ConnectionTexts.unknownSystem(name, known: erps.keys.sorted()))
    }
    return system
  }

  /// The accounting systems that somebody logged in to, by name.
  ///
  /// - Throws: ``KundregError`` `erp.none` with status 78 when there is none.
  package func systemsWithCredentials(environment: [String: String]) throws -> [AccountingSystem] {
    let systems = erps.values.sorted { $0.name < $1.name }
      .filter { CredentialFile($0, in: self, environment: environment).isThere }
    guard !systems.isEmpty else {
      throw KundregError(.erpNone, ConnectionTexts.noneLoggedIn, remedies: [.logIn(system: "NAME")])
    }
    return systems
  }
}
