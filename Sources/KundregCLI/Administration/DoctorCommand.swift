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
      actor: { try global.actor(in: $0) }, environment: GlobalOptions.environment,
      time: { global.reportFormat == .table ? TimeFormat.current.told($0) : $0.ISO8601Format() }
    ).perform()
    var table = TextTable(["checked", "ok", "result"], kinds: ["ok": .boolean])
    for finding in findings {
      let isSound = Text(verbatim: finding.error == nil ? "yes" : "no")
      table.append([finding.subject, isSound, ([finding.result] + finding.remedies.map(\.worded)).joined()])
    }
    table.write(as: global.reportFormat)
    guard findings.exitStatus == 0 else { throw ExitCode(findings.exitStatus) }
  }
}
