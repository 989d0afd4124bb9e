package import ConfigurationFile
import CustomerModel
import Foundation
import RegisterStore

/// Makes an empty register, and a configuration beside it where there is none.
package enum RegisterCreation {
  package struct Outcome: Sendable, Equatable {
    package let register: String
    /// The configuration's file, if one was made.
    package let configuration: String?
  }

  /// - Parameter folder: where the configuration is written.
  /// - Throws: ``KundregError`` `register.exists`; then all is as before.
  package static func perform(at path: String, _ configuration: Configuration, folder: String) throws -> Outcome {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw KundregError(.registerExists, AdministrationTexts.registerIsThere(path))
    }
    _ = try Register.create(at: path)
    let file = folder + "/config.json"
    guard configuration.path == nil, !FileManager.default.fileExists(atPath: file) else {
      return Outcome(register: path, configuration: nil)
    }
    try Data(Configuration.example.utf8).write(to: URL(fileURLWithPath: file))
    return Outcome(register: path, configuration: file)
  }
}
