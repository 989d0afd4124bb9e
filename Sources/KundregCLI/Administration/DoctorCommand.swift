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
      actor: { try global.actor(in: $0) }, environment: GlobalOptions.environment
    ).perform()
    var table = TextTable(["checked", "ok", "result"], kinds: ["ok": .boolean])
    for finding in findings {
      let isSound = Text(verbatim: finding.error == nil ? "yes" : "no")
      table.append([finding.subject, isSound, Self.sentences(finding.result, finding.remedies)])
    }
    table.write(as: global.reportFormat)
    if let status = findings.compactMap(\.error?.status).first { throw ExitCode(status.rawValue) }
  }

  /// What was found, and what can be done about it.
  private static func sentences(_ result: Text, _ remedies: [Remedy]) -> Text {
    guard !remedies.isEmpty else { return result }
    let sentence = result.english.hasSuffix(".") ? result : [result, Text(verbatim: ".")].joined(by: "")
    return ([sentence] + remedies.map(\.worded)).joined()
  }
}
