import ArgumentParser
import CustomerModel
import Foundation
import RegisterStore
import Runs
import Texts

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
    let findings = InstallationCheck(
      configuration: global.configuration, registerPath: global.registerPath, library: global.mappings,
      actor: { try global.actor(in: $0) }, environment: ProcessInfo.processInfo.environment
    ).perform()
    let language = global.reportFormat == .table ? Output.language : .english
    var table = TextTable(["checked", "ok", "result"], kinds: ["ok": .boolean])
    for finding in findings {
      table.append([
        finding.subject[language], finding.error == nil ? "yes" : "no",
        Self.sentences(finding.result, finding.remedies, language),
      ])
    }
    table.write(as: global.reportFormat)
    if let status = findings.compactMap(\.error?.status).first { throw ExitCode(status.rawValue) }
  }

  /// What was found, and what can be done about it.
  private static func sentences(_ result: Text, _ remedies: [Remedy], _ language: Language) -> String {
    let result = result[language]
    guard !remedies.isEmpty else { return result }
    let stop = result.hasSuffix(".") ? "" : "."
    return "\(result)\(stop) \(remedies.map { $0.worded[language] }.joined(separator: " "))"
  }
}
