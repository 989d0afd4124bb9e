package import CustomerModel
import Foundation
package import Texts

/// What `config.json` says, with the built-in value of every key that it leaves out.
package struct Configuration: Sendable, Equatable {
  /// The register's file, as written.
  package var register = "kundreg.db"
  /// The folders with mappings, as written.
  package var mappings = ["Mappings"]
  /// The language in which people are told things; nil for that of the locale.
  package var language: Language?
  /// Severities by rule code, over the built-in ones.
  package var rules: [String: Severity] = [:]
  /// The accounting systems, by name.
  package var erps: [String: AccountingSystem] = [
    "fortnox": AccountingSystem(name: "fortnox", kind: .fortnox),
    "visma": AccountingSystem(name: "visma", kind: .visma),
  ]
  package var limits = Limits()
  package var notifications = Notifications()
  package var lookup = Lookup()
  package var documents = DocumentRules()
  /// The folder that paths in the configuration start from: that of the file, or the working directory without one.
  package var folder: String
  /// The file that was read; nil when there was none.
  package var path: String?

  /// The built-in values.
  package init(folder: String = FileManager.default.currentDirectoryPath) { self.folder = folder }

  /// A path of the configuration, from the folder that it starts from.
  package func resolved(_ path: String) -> String {
    path.hasPrefix("/") ? path : folder == "/" ? "/" + path : folder + "/" + path
  }

  /// The register's file: `--register`, then `KUNDREG_REGISTER`, then the configuration's.
  package func registerPath(option: String?, environment: [String: String]) -> String {
    option ?? environment["KUNDREG_REGISTER"].flatMap { $0.isEmpty ? nil : $0 } ?? resolved(register)
  }
}
