import AccountingSystems
package import ConfigurationFile
package import CustomerModel
package import Foundation
package import Mapping
package import RegisterStore
package import Texts
import Understanding

/// Checks all that runs rest on: configuration, mappings, register and documents, and the login, mapping and defaults of each
/// accounting system that somebody logged in to.
package struct InstallationCheck {
  /// What was found of one thing.
  package struct Finding: Sendable {
    package let subject: Text
    /// That it is sound, or what is wrong.
    package let result: Text
    /// What can be done about it.
    package var remedies: [Remedy] = []
    /// The error; nil for what is sound.
    package var error: KundregError?
  }

  private let configuration: () throws -> Configuration
  private let registerPath: (Configuration) -> String
  private let library: (Configuration) throws -> MappingLibrary
  private let actor: (RegisterReader) throws -> ActingUser
  private let environment: [String: String]
  private let time: (Date) -> String

  /// - Parameters:
  ///   - configuration: reads it.
  ///   - registerPath: where the register stands by it.
  ///   - library: reads the mappings that it names.
  ///   - actor: whoever asks for the check.
  ///   - environment: where credentials may stand, too.
  ///   - time: writes a moment as whoever asks reads it.
  package init(
    configuration: @escaping () throws -> Configuration, registerPath: @escaping (Configuration) -> String,
    library: @escaping (Configuration) throws -> MappingLibrary,
    actor: @escaping (RegisterReader) throws -> ActingUser, environment: [String: String],
    time: @escaping (Date) -> String
  ) {
    self.configuration = configuration
    self.registerPath = registerPath
    self.library = library
    self.actor = actor
    self.environment = environment
    self.time = time
  }

  /// The findings, in the order in which one thing rests on another.
  package func perform() -> [Finding] {
    var findings: [Finding] = []
    func check(_ subject: Text, _ body: () throws -> (Text, [Remedy])) {
      do {
        let (result, remedies) = try body()
        findings.append(Finding(subject: subject, result: result, remedies: remedies))
      } catch {
        let error = error as? KundregError ?? KundregError(.checkFailed, Text(verbatim: "\(error)"))
        findings.append(Finding(subject: subject, result: error.text, remedies: error.remedies, error: error))
      }
    }
    // What cannot be read is told once; the rest is checked by the built-in values.
    var configuration = Configuration()
    check(CheckTexts.configuration) {
      configuration = try self.configuration()
      return (CheckTexts.configurationIsSound(path: configuration.path), [])
    }
    check(CheckTexts.mappings) { (try mappings(configuration), []) }
    check(CheckTexts.register) { (try register(configuration), []) }
    if findings.last?.error == nil { check(CheckTexts.documents) { (try documents(configuration), []) } }
    for system in configuration.erps.values.sorted(by: { $0.name < $1.name }) {
      let file = CredentialFile(system, in: configuration, environment: environment)
      // A system that nobody logged in to is not used.
      guard file.isThere else { continue }
      check(CheckTexts.credentials(of: system.name)) { try credentials(file) }
      check(CheckTexts.mapping(of: system.name)) {
        (CheckTexts.mappingIsSound(try library(configuration).mapping(of: system).name), [])
      }
      check(CheckTexts.defaults(of: system.name)) { (try defaults(of: system, configuration), []) }
    }
    return findings
  }

  private func mappings(_ configuration: Configuration) throws -> Text {
    let library = try library(configuration)
    _ = try WordBook(files: library.wordFiles)
    let count = library.all.count
    guard count > 0 else { throw KundregError(.mappingsNone, CheckTexts.noMappings) }
    return CheckTexts.mappingsAreSound(count)
  }

  private func register(_ configuration: Configuration) throws -> Text {
    let path = registerPath(configuration)
    do {
      return try Register(existing: path).read { reader in
        try actor(reader).require(.view, in: reader, to: DeedTexts.seeRegister)
        let problems = try reader.integrityProblems()
        guard problems.isEmpty else {
          throw KundregError(.registerUnsound, CheckTexts.registerIsUnsound(path, problems: problems))
        }
        let count = try reader.customerCount()
        return CheckTexts.registerIsSound(path, active: count.active, inactive: count.inactive)
      }
    } catch let error as KundregError where error.code == ErrorCode.registerDamaged.name {
      // Elsewhere the advice is to make this check.
      throw KundregError(error.status, code: error.code, CheckTexts.noRegister(path))
    }
  }

  /// Reads the files of all documents and compares them with what the register says.
  private func documents(_ configuration: Configuration) throws -> Text {
    let register = try Register(existing: registerPath(configuration))
    let folder = DocumentFolder(ofRegister: register.path)
    let named = try register.read { reader in
      try actor(reader).require(.view, in: reader, to: DeedTexts.seeRegister)
      return try reader.namedDocuments()
    }
    let findings = folder.check(named)
    if let error = LostDocuments(findings, in: folder, named: named).error { throw error }
    return CheckTexts.documentsAreSound(
      named.present.count + named.former.count, unnamed: findings.unnamed.map { "\(folder.path)/\($0)" })
  }

  private func credentials(_ file: CredentialFile) throws -> (Text, [Remedy]) {
    _ = try file.load()
    let state = try file.state()
    let result = CheckTexts.credentialsAreSound(file.path, login: state.words(time))
    return if case .expired = state { (result, [.logIn(system: file.name)]) } else { (result, []) }
  }

  private func defaults(of system: AccountingSystem, _ configuration: Configuration) throws -> Text {
    guard system.missingDefaults.isEmpty else {
      throw KundregError(
        .erpDefaultsMissing, CheckTexts.defaultsAreMissing(system.missingDefaults, system: system.name))
    }
    let refused = try (try? Register(existing: registerPath(configuration)))?.read { reader in
      try reader.syncState(system.name).refusedDefaults.filter { system.defaults[$0.key] == $0.value }
    }
    if let refused, !refused.isEmpty {
      throw KundregError(.erpDefaultsRefused, CheckTexts.defaultsWereRefused(refused.map(\.reason)))
    }
    return CheckTexts.defaultsAreSound(ofCards: system.requiredOfCards, system: system.name)
  }
}

extension [InstallationCheck.Finding] {
  /// The exit status of a program that made the check: that of the first thing that is not sound, on which the others may rest.
  package var exitStatus: Int32 { compactMap(\.error?.status).first?.rawValue ?? 0 }
}
