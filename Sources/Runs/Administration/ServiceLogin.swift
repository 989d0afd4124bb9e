package import AccountingSystems
package import ConfigurationFile
import CustomerModel
import Documents
import Foundation
import HTTP

/// Logins as a service account, which needs no renewal token.
package enum ServiceLogin {
  /// - Throws: ``KundregError`` `erp.noServiceAccounts` for an accounting system without such accounts.
  package static func requirePossible(at system: AccountingSystem) throws {
    guard system.kind == .fortnox else {
      throw KundregError(.erpNoServiceAccounts, AdministrationTexts.noServiceAccounts)
    }
  }

  /// The company's id from its own information, for tokens that do not tell it.
  ///
  /// Source: Fortnox developer, "Authorization code for service accounts": `DatabaseNumber` is the tenant id.
  ///
  /// - Throws: ``KundregError`` `erp.noTenant`, and as a request throws.
  package static func companyID(of system: AccountingSystem, _ connections: Connections) throws -> String {
    let answer = try connections.api(of: system).send(
      HTTPRequest(.get, system.baseURL.absoluteString + "/companyinformation"))
    guard answer.status == 200, let document = try? JSONNode(parsing: answer.body),
      let id = document["CompanyInformation"]?["DatabaseNumber"]?.scalarText
    else {
      throw KundregError(
        .erpNoTenant, AdministrationTexts.noCompanyID, remedies: [.logInAsService(system: system.name)])
    }
    return id
  }
}
