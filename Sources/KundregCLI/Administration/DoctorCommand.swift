import Texts
import AccountingSystems
import ArgumentParser
import ConfigurationFile
import CustomerModel
import Foundation
import Mapping
import RegisterStore
import Runs

/// `kundreg doctor`
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the configuration, the mappings, the register and the credentials.",
    discussion: """
      Exit status 1 when the register is damaged, 78 when the configuration or a mapping is wrong.

      EXAMPLE
        kundreg doctor
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    var findings: [(subject: String, result: String, status: KundregError.Status?)] = []
    func check(_ subject: String, _ body: () throws -> String) {
      do {
        findings.append((subject, try body(), nil))
      } catch let error as KundregError {
        findings.append((subject, error.message, error.status))
      } catch {
        findings.append((subject, "\(error)", .failed))
      }
    }
    var configuration = Configuration()
    check("configuration") {
      configuration = try global.configuration()
      return configuration.path.map { "\($0) is well formed" } ?? "no config.json: the built-in values hold"
    }
    check("mappings") { try checkMappings(configuration) }
    check("register") { try checkRegister(configuration) }
    if findings.last?.status == nil { check("documents") { try checkDocuments(configuration) } }
    for system in configuration.erps.values.sorted(by: { $0.name < $1.name }) {
      let file = CredentialFile(system, in: configuration, environment: ProcessInfo.processInfo.environment)
      // A system that nobody logged in to is not used.
      guard file.isThere else { continue }
      check("credentials of \(system.name)") {
        _ = try file.load()
        return "\(file.path) is readable by its owner only; login: \(ERPCommand.StatusCommand.words(for: file))"
      }
      check("mapping of \(system.name)") {
        let mapping = try global.mappings(configuration).mapping(of: system)
        return "\(mapping.name) reads and writes"
      }
      check("defaults of \(system.name)") {
        let missing = system.missingDefaults
        guard missing.isEmpty else {
          throw KundregError(
            .configuration, code: "erp.defaultsMissing",
            "No new customer can be created in \(system.name) without \(missing.joined(separator: ", ")): give it in the "
              + "configuration, such as \"30 dagar\". Customers that are there already are synced all the same.")
        }
        let refused = try (try? global.openRegister(configuration))?.read { reader in
          try reader.syncState(system.name).refusedDefaults.filter { system.defaults[$0.key] == $0.value }
        }
        if let refused, !refused.isEmpty {
          throw KundregError(
            .configuration, code: "erp.defaultsRefused",
            "The last sync that had new customers could not create them: \(refused.map(\.reason).joined(separator: " "))"
          )
        }
        let own = system.requiredOfCards
        return own.isEmpty
          ? "what a new customer needs and a card may lack is given"
          : "what no card has is given; a new customer whose card lacks \(own.joined(separator: " or ")) waits until it has it, or until "
            + "erps.\(system.name).defaults gives it"
      }
    }
    var table = TextTable(["checked", "ok", "result"], kinds: ["ok": .boolean])
    for finding in findings { table.append([finding.subject, finding.status == nil ? "yes" : "no", finding.result]) }
    table.write(as: global.reportFormat)
    if let status = findings.compactMap(\.status).first { throw ExitCode(status.rawValue) }
  }

  private func checkMappings(_ configuration: Configuration) throws -> String {
    let count = try global.mappings(configuration).all.count
    guard count > 0 else {
      throw KundregError(
        .configuration, code: "mappings.none",
        "No mapping was found, so every import needs --mapping PATH. Name the folder that holds the mappings in the "
          + "configuration's \"mappings\", or in KUNDREG_MAPPINGS.")
    }
    return "\(count.counted("mapping is", "mappings are")) well formed"
  }

  private func checkRegister(_ configuration: Configuration) throws -> String {
    do {
      return try checkOpenedRegister(configuration)
    } catch let error as KundregError where error.code == "register.damaged" {
      // Elsewhere the advice is to run this command.
      throw KundregError(
        .failed, code: error.code,
        "\(global.registerPath(configuration)) is no register, or it is damaged. Restore a backup.")
    }
  }

  private func checkOpenedRegister(_ configuration: Configuration) throws -> String {
    let register = try global.openRegister(configuration)
    return try register.read { reader in
      try global.actor(in: reader).require(.view, in: reader, to: "see the register")
      let problems = try reader.integrityProblems()
      guard problems.isEmpty else {
        throw KundregError(
          .failed, code: "register.unsound",
          "\(register.path) is damaged: \(problems.joined(separator: " ")) Restore a backup.")
      }
      let count = try reader.customerCount()
      return
        "\(register.path) is sound: \(count.active) active and \(count.inactive.counted("inactive customer"))"
    }
  }
}
